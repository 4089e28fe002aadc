"""The lake as one thing: where it lies, how it is written to, how it is read."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.kernel.calendar import local_day
from motcua.measurement.models.lake import counting, engine, ledger, marks, merging, taking
from motcua.measurement.models.lake.engine import Limits
from motcua.measurement.models.lake.files import Bucket, Files, Folder
from motcua.measurement.models.lake.reading import Reader
from motcua.measurement.models.lake.taking import Rows, Taken

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pyarrow import Table


class LakeBusy(Exception):
    """Another process writes to the lake."""


class Lake:
    """Facts as Parquet and their roll-ups, in a folder or a bucket.

    One writer at a time (a lock on this machine sees to it; a bucket is written from one machine
    only), any number of readers. A write is there whole or not at all, whatever dies when.
    """

    def __init__(
        self, location: str | Path, *, limits: Limits | None = None, files: Files | None = None
    ) -> None:
        self.files = files or _files(str(location))
        self.limits = limits or Limits()
        self._reader = Reader(_for_reading(self.files), self.limits)

    # ------------------------------------------------------------------ reading

    def connection(self) -> "DuckDBPyConnection":
        """Give this thread's DuckDB: views named as the roll-ups, `supply`, `declared`, `cases`."""
        return self._reader.connection()

    def look_again(self) -> None:
        """Let the next reader see what was written last, also in a bucket."""
        self._reader.look_again()

    def counted_at(self) -> datetime | None:
        """Say when the newest roll-up was written; None when nothing was ever counted."""
        return counting.load(self.files).moment

    def provenance(self) -> str:
        """Say `measured`, `simulated`, `mixed`, or nothing when nothing was written."""
        return str(marks.read(self.files).get("provenance", ""))

    def addresses(self, name: str) -> list[str]:
        """Give the Parquet files of a roll-up or a raw table, as they can be read here."""
        if name in {"pages", "dossiers"}:
            return self.files.near(self.files.paths(name))
        counted = counting.load(self.files)
        return self.files.near([p for p in counted.files if p.startswith(f"rollups/{name}/")])

    # ------------------------------------------------------------------ writing

    @contextmanager
    def writing(self, *, provenance: str = "", patient: bool = True) -> "Iterator[Writing]":
        """Take the lock, undo what a crash left, give what can be written with.

        Raises LakeBusy where another writer holds the lock and `patient` is False.
        """
        self.files.scratch.mkdir(parents=True, exist_ok=True)
        with (self.files.scratch / "lock").open("a") as lock:
            _lock(lock.fileno(), patient=patient)
            marks.prepare(self.files, provenance)
            _sweep(self.files.scratch)
            book = ledger.load(self.files)
            ledger.recover(self.files, book)
            yield Writing(self.files, self.limits, book)
            _sweep(self.files.scratch, also=str(os.getpid()))


class Writing:
    """What can be done while the lake's lock is held; each in a database of its own."""

    def __init__(self, files: Files, limits: Limits, book: ledger.Ledger) -> None:
        self.files = files
        self.limits = limits
        self.book = book

    def has(self, name: str) -> bool:
        """Say whether a segment or named write was taken."""
        return name in self.book.done

    def take_segments(self, kind: str, segments: Sequence[Path], *, at: datetime) -> Taken:
        """Take closed segments of the spool, all or none; deleting them is the caller's."""
        with self._engine() as connection:
            taking.read_segments(connection, kind, segments)
            return self._enter(connection, kind, [one.name for one in segments], at=at)

    def take_rows(self, kind: str, rows: Rows, *, name: str, at: datetime) -> Taken:
        """Take rows of `pages`, `dossiers`, `supply` or `declared` once under a name."""
        if name and self.has(f"{kind}:{name}"):
            return Taken()
        with self._engine() as connection:
            taking.read_rows(connection, kind, rows)
            return self._enter(connection, kind, [f"{kind}:{name}"] if name else [], at=at)

    def _enter(
        self, connection: "DuckDBPyConnection", kind: str, names: list[str], *, at: datetime
    ) -> Taken:
        self.book.writing = name = self.book.new_name()
        ledger.save(self.files, self.book)
        first = self.book.pages_from
        write = taking.Write(
            connection,
            self.files,
            name=name,
            today=local_day(at),
            since=date.fromisoformat(first) if first else None,
        )
        taken = taking.take(write, kind)
        for dirty, days in taken.days.items():
            self.book.touch(dirty, days)
        self.book.enter(*names)
        ledger.save(self.files, self.book)
        return taken

    def merge(self, *, at: datetime) -> int:
        """Make one part of many where that is due; give how many went."""
        with self._engine() as connection:
            return merging.merge(connection, self.files, self.book, today=local_day(at))

    def forget(self, *, at: datetime, keep_days: int) -> int:
        """Drop raw facts of days before the last `keep_days`; give how many files went."""
        return merging.forget(self.files, self.book, today=local_day(at), keep_days=keep_days)

    def count(self, *, at: datetime) -> int:
        """Count anew the days that were touched; give how many there were."""
        book, today = self.book, local_day(at)
        with self._engine() as connection:
            count = counting.begin(connection, self.files)
            pages, heard = book.touched("pages"), book.touched("heard")
            dossiers = book.touched("dossiers") | self._overdue(count, today)
            remade = counting.remake_coarser(count)
            counting.count_pages(count, pages)
            if dossiers:
                counting.count_dossiers(count, dossiers, today=today)
            counting.count_connections(count, heard)
            if book.dirty or dossiers or remade:
                counting.finish(count, at=at)
        if not book.dirty and book.counted_on == today.isoformat():
            return 0
        book.dirty, book.counted_on = {}, today.isoformat()
        ledger.save(self.files, book)
        return len(pages | dossiers | heard)

    def _overdue(self, count: counting.Count, today: date) -> set[date]:
        since = date.fromisoformat(self.book.counted_on or "0001-01-01")
        if since >= today or not self.files.paths("cases"):
            return set()
        return counting.went_overdue(count, since=since, today=today)

    def put_rollup(self, name: str, rows: "Table", *, at: datetime) -> int:
        """Write a roll-up's months as they are given, in place of what they had."""
        with self._engine() as connection:
            count = counting.begin(connection, self.files)
            connection.register("given", rows)
            counting.remake_coarser(count)
            months = counting.put(count, name)
            counting.finish(count, at=at)
        return months

    def _engine(self) -> AbstractContextManager["DuckDBPyConnection"]:
        return engine.opened(self.files.scratch, self.limits)


def here() -> Lake:
    """Give the lake that the settings name."""
    limits = Limits(settings.LAKE_MEMORY, settings.LAKE_THREADS)
    return _lake(settings.LAKE, limits)


@lru_cache(maxsize=8)
def _lake(location: str, limits: Limits) -> Lake:
    return Lake(location, limits=limits)


def _files(location: str) -> Files:
    if not location.startswith("s3://"):
        return Folder(Path(location))
    from pyarrow.fs import S3FileSystem  # noqa: PLC0415 -- slow import

    system = S3FileSystem(
        endpoint_override=settings.LAKE_ENDPOINT or None,
        region=settings.LAKE_REGION or None,
        access_key=settings.LAKE_KEY or None,
        secret_key=settings.LAKE_SECRET or None,
    )
    address = location.removeprefix("s3://").rstrip("/")
    return Bucket(address, system, Path(settings.MEASUREMENT) / "lake-near")


def _lock(handle: int, *, patient: bool) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
    except BlockingIOError:
        raise LakeBusy("another process is writing") from None


def _for_reading(files: Files) -> Files:
    """Keep what readers fetched apart from what a writer throws away."""
    if not isinstance(files, Bucket):
        return files
    scratch = files.scratch / "read"
    if scratch.is_dir():
        _sweep(scratch)
    return Bucket(files.address, files.system, scratch)


def _sweep(scratch: Path, *, also: str = "") -> None:
    """Delete what processes that died left in the making, and what process `also` left."""
    for path in scratch.iterdir():
        owner = path.name.partition("-")[0]
        dead = owner.isdigit() and not Path(f"/proc/{owner}").exists()
        if dead or (also and owner == also):
            path.unlink(missing_ok=True)
