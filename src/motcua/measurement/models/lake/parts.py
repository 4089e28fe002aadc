"""Facts as Parquet: one file a day, top and write, sorted so that columns compress."""

from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.measurement.models.lake.files import Files, new_name
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pyarrow import RecordBatch, RecordBatchReader, Schema
    from pyarrow.parquet import ParquetWriter

COLUMNS: Mapping[str, Mapping[str, str]] = {"pages": schemas.PAGES, "dossiers": schemas.DOSSIERS}
ORDER = {"pages": "site, visitor, second", "dossiers": "site, dossier, second"}
ROW_GROUP = 1_000_000
BATCH = 250_000
AT_ONCE = 4
DELTA = ("second", "site", "visitor", "dossier")
"""Sorted or nearly sorted numbers: their differences are what is stored."""


def write(
    connection: "DuckDBPyConnection", rows: str, *, files: Files, kind: str, name: str
) -> set[date]:
    """Write the rows of a view or table under `name`; give the days that have any."""
    columns = ", ".join(f'"{column}"' for column in COLUMNS[kind])
    ordered = connection.sql(
        f'SELECT {columns} FROM "{rows}" ORDER BY day, top, {ORDER[kind]}'  # noqa: S608 -- our own names only
    )
    days: set[date] = set()
    reader: RecordBatchReader = ordered.to_arrow_reader(BATCH)
    part: Part | None = None
    with _Publishing(files) as publishing:
        for day, top, slice_ in _runs(reader):
            if part is None or (day, top) != (part.day, part.top):
                if part is not None:
                    publishing.add(part)
                path = f"{kind}/day={day}/top={top or 'none'}/part-{name}.parquet"
                part = Part(day, top, path, new_name(files.scratch), slice_.schema)
                days.add(day)
            part.add(slice_)
        if part is not None:
            publishing.add(part)
    return days


@dataclass(slots=True)
class Part:
    """A file in the making."""

    day: date
    top: str
    path: str
    made: Path
    schema: "Schema"
    waiting: "list[RecordBatch]" = field(default_factory=list)
    writer: "ParquetWriter | None" = None

    def add(self, rows: "RecordBatch") -> None:
        """Hold rows until they make a row group."""
        self.waiting.append(rows)
        if sum(len(one) for one in self.waiting) >= ROW_GROUP:
            self._write()

    def _write(self) -> None:
        import pyarrow as pa  # noqa: PLC0415 -- slow import

        if self.writer is None:
            self.writer = writer(self.made, self.schema)
        self.writer.write_table(pa.Table.from_batches(self.waiting), row_group_size=ROW_GROUP)
        self.waiting = []

    def publish(self, files: Files) -> None:
        """Finish the file and take it into the lake."""
        if self.waiting:
            self._write()
        if self.writer is not None:
            self.writer.close()
        files.publish(self.made, self.path)


class _Publishing:
    """Finishes parts beside the sorting of the next: a disk's flush is mostly waiting."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._running: deque[Future[None]] = deque()

    def __enter__(self) -> "_Publishing":
        return self

    def add(self, part: Part) -> None:
        """Finish a part; wait where too many are unfinished."""
        self._running.append(self._pool.submit(part.publish, self._files))
        while len(self._running) > 2 * AT_ONCE:
            self._running.popleft().result()

    def __exit__(self, *why: object) -> None:
        self._pool.shutdown(wait=True)
        if why[0] is None:
            for one in self._running:
                one.result()


def writer(path: Path, schema: "Schema") -> "ParquetWriter":
    """Open a Parquet file: zstd, dictionaries for words, differences for sorted numbers."""
    import pyarrow as pa  # noqa: PLC0415 -- slow import
    import pyarrow.parquet as pq  # noqa: PLC0415 -- slow import

    words = [one.name for one in schema if pa.types.is_string(one.type)]
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        use_dictionary=words,
        column_encoding={n: "DELTA_BINARY_PACKED" for n in DELTA if n in schema.names},
        store_schema=False,
        write_statistics=["site", "second"],
    )


def _runs(reader: "RecordBatchReader") -> "Iterator[tuple[date, str, RecordBatch]]":
    """Cut batches where day or top changes."""
    import numpy as np  # noqa: PLC0415 -- slow import

    for batch in reader:
        if not len(batch):
            continue
        days: Any = batch.column("day").cast("int32").to_numpy()
        tops: Any = batch.column("top").dictionary_encode().indices.to_numpy()
        changes = np.flatnonzero((np.diff(days) != 0) | (np.diff(tops) != 0)) + 1
        edges = [0, *changes.tolist(), len(batch)]
        for first, last in pairwise(edges):
            day, top = batch.column("day")[first].as_py(), batch.column("top")[first].as_py()
            yield day, top, batch.slice(first, last - first)
