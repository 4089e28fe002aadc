"""What fills the lake: the spool compacted, facts in bulk, roll-ups, what agencies declare."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.measurement.models import lake, spool
from motcua.measurement.models.lake import Lake, LakeBusy, Rows, Taken
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from pyarrow import Table

BATCH_BYTES = 128 * 1024 * 1024
"""How much of the spool is taken in one write."""

Told = Callable[[str, int], None]
"""Hears what is done now and how many of it are left."""

MEASURED, SIMULATED = "measured", "simulated"


@dataclass(frozen=True, slots=True)
class Compacted:
    """What a compaction did: numbers of each."""

    segments: int = 0
    facts: int = 0
    replays: int = 0
    days: int = 0
    merged: int = 0
    dropped: int = 0


def compact(
    *,
    at: datetime,
    into: Lake | None = None,
    told: Told | None = None,
    patient: bool = True,
) -> Compacted:
    """Take the spool into the lake, merge and drop what is due, count touched days anew.

    It may be stopped at any moment and done again: nothing is lost, nothing counted twice. While
    another process writes, it waits for that; where not `patient`, it does nothing.
    """
    try:
        return _compact(into or lake.here(), at=at, told=told, patient=patient)
    except LakeBusy:
        return Compacted()


def _compact(into: Lake, *, at: datetime, told: Told | None, patient: bool) -> Compacted:
    say = told or (lambda _what, _left: None)
    folder = Path(settings.MEASUREMENT) / "spool"
    spool.recover(folder)
    waiting = spool.closed(folder)
    provenance = MEASURED if waiting else ""
    with into.writing(provenance=provenance, patient=patient) as writing:
        seen = Taken()
        for kind, segments in _batches(waiting, writing.has):
            say(kind, len(segments))
            taken = writing.take_segments(kind, segments, at=at)
            seen.facts += taken.facts
            seen.replays += taken.replays
            _delete(segments)
        _delete(waiting)
        say("merge", 0)
        merged = writing.merge(at=at)
        dropped = writing.forget(at=at, keep_days=settings.LAKE_KEEP_DAYS)
        say("count", 0)
        days = writing.count(at=at)
    return Compacted(len(waiting), seen.facts, seen.replays, days, merged, dropped)


def write_facts(
    *,
    at: datetime,
    pages: "Rows | None" = None,
    dossiers: "Rows | None" = None,
    name: str = "",
    provenance: str = MEASURED,
    into: Lake | None = None,
) -> Taken:
    """Write clean facts straight into the lake; `compact` counts them.

    Rows have the columns of `schemas.PAGES` or `schemas.DOSSIERS` (pages may have `key` too;
    `top` may be left out), as an Arrow table or Parquet files. A second write under the same
    `name` does nothing, whatever happened to the first.
    """
    seen = Taken()
    with (into or lake.here()).writing(provenance=provenance) as writing:
        for kind, rows in (("pages", pages), ("dossiers", dossiers)):
            if rows is not None:
                taken = writing.take_rows(kind, rows, name=name, at=at)
                seen.facts += taken.facts
                seen.replays += taken.replays
                seen.days |= taken.days
    return seen


def put_rollup(
    name: str,
    rows: "Table",
    *,
    at: datetime,
    provenance: str = SIMULATED,
    into: Lake | None = None,
) -> None:
    """Put whole months of a roll-up in place, with what coarser ones are made of them."""
    if name not in schemas.ROLLUPS:
        raise KeyError(name)
    with (into or lake.here()).writing(provenance=provenance) as writing:
        writing.put_rollup(name, rows, at=at)


def declare_supply(
    rows: "Iterable[Mapping[str, object]] | Table",
    *,
    at: datetime,
    provenance: str = MEASURED,
    into: Lake | None = None,
) -> None:
    """Say which services agencies offer (columns of `schemas.SUPPLY`; `top` may be left out).

    From its first day on this replaces what was declared of the same agency and procedure before.
    """
    _declare("supply", rows, at=at, provenance=provenance, into=into)


def declare_metrics(
    rows: "Iterable[Mapping[str, object]] | Table",
    *,
    at: datetime,
    provenance: str = MEASURED,
    into: Lake | None = None,
) -> None:
    """Say metrics that no event carries (columns of `schemas.DECLARED`); the newest word holds."""
    _declare("declared", rows, at=at, provenance=provenance, into=into)


def _declare(
    kind: str,
    rows: "Iterable[Mapping[str, object]] | Table",
    *,
    at: datetime,
    provenance: str,
    into: Lake | None,
) -> None:
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    table = rows if isinstance(rows, pa.Table) else pa.Table.from_pylist([dict(r) for r in rows])
    if not table.num_rows:
        return
    size = table.num_rows
    told_at, batch = round(at.timestamp() * 1_000_000), uuid.uuid4().int >> 65
    for column, value, kind_ in (
        ("site", 0, pa.int32()),
        ("told_at", told_at, pa.int64()),
        ("batch", batch, pa.int64()),
    ):
        table = table.append_column(column, pa.array([value] * size, kind_))
    with (into or lake.here()).writing(provenance=provenance) as writing:
        writing.take_rows(kind, table, name="", at=at)
        writing.count(at=at)


def _batches(
    waiting: Sequence[Path], taken: Callable[[str], bool]
) -> Iterator[tuple[str, list[Path]]]:
    """Give segments not yet taken by kind, no more than a write's worth at once."""
    of_kind: dict[str, list[Path]] = defaultdict(list)
    for path in waiting:
        if not taken(path.name):
            of_kind[path.name.partition("-")[0]].append(path)
    for kind, paths in of_kind.items():
        batch: list[Path] = []
        for path in paths:
            batch.append(path)
            if sum(one.stat().st_size for one in batch) >= BATCH_BYTES:
                yield kind, batch
                batch = []
        if batch:
            yield kind, batch


def _delete(segments: Iterable[Path]) -> None:
    for segment in segments:
        segment.unlink(missing_ok=True)
