"""Filling the lake of this installation: facts by the day, or a demonstration's roll-ups."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.kernel.calendar import local_day
from motcua.measurement import actions, queries
from motcua.measurement.queries.index766 import definition766
from motcua.measurement.values.periods import Period
from motcua.measurement.values.sites import Site
from motcua.simulation.measured import declared, lives, rollups
from motcua.simulation.measured.stream import Nation, Told, nation, told

if TYPE_CHECKING:
    from pyarrow import Table

    from motcua.journal.values import Actor

SIMULATED = "simulated"
ROWS = 1_000_000
"""Facts gathered before they are written."""
DAYS = 365
SEED = 1
VISITS = 9_000_000
"""What a demonstration's year adds up to."""


def here(*, first: date, last: date, seed: int) -> Nation:
    """Give the nation of this installation's library; needs no database."""
    return nation(Path(settings.LIBRARY), first=first, last=last, seed=seed)


def sites(made: Nation) -> tuple[Site, ...]:
    """Give the portals of the nation; their names say that they are simulated."""
    return tuple(
        Site(
            number=top.site,
            name=f"Cổng mô phỏng {top.name}",
            agency=top.code,
            hosts=(f"{top.code.lower()}.motcua.example",),
            limit=10_000_000,
        )
        for top in made.country.tops
    )


def register(made: Nation, *, by: "Actor", at: datetime) -> int:
    """Register the nation's portals; give how many were new."""
    return actions.register_sites(listed=sites(made), by=by, at=at)


def declare(made: Nation, *, at: datetime) -> None:
    """Declare supply and the metrics that no event carries."""
    first, last = made.days.first, made.days.last
    rules = lives.rules(made.country, made.days)
    offered = declared.supply(made.country, rules, first=first)
    actions.declare_supply(offered, at=at, provenance=SIMULATED)
    definition = definition766(Period(first, last))
    codes = [
        part.code
        for metric in definition.on(last)
        for part in metric.parts
        if part.source == "declared"
    ]
    months = _months(first, last)
    rows = declared.metrics(made.country, codes, months=months, seed=made.seed)
    actions.declare_metrics(rows, at=at, provenance=SIMULATED)


def fill(
    made: Nation, *, number: int, at: datetime, heard: Callable[[date, int], None]
) -> tuple[int, int]:
    """Write about `number` page facts and what goes with them; give pages and dossier events.

    `heard` is told after each day. Begun again after it was stopped, it goes on where it was:
    each write has a name and is taken once.
    """
    mark = f"simulation-{made.seed}-{number}-{made.days.first}-{made.days.last}"
    pages = dossiers = 0
    for place, batch in enumerate(_batches(told(made, number=number))):
        actions.write_facts(
            at=at,
            pages=_whole([one.pages for one in batch]),
            dossiers=_whole([one.dossiers for one in batch]),
            name=f"{mark}-{place}",
            provenance=SIMULATED,
        )
        pages += sum(one.pages.num_rows for one in batch)
        dossiers += sum(one.dossiers.num_rows for one in batch)
        heard(batch[-1].on, pages)
    return pages, dossiers


def demonstrate(*, at: datetime) -> bool:
    """Give an empty lake a year of simulated roll-ups; False where there is anything in it.

    Does nothing where MOTCUA_DEMONSTRATION is `no`. Needs no database.
    """
    if not settings.DEMONSTRATION or queries.provenance():
        return False
    made = _demonstrated(at)
    for name, rows in rollups.rollups(made, visits=VISITS).items():
        actions.put_rollup(name, rows, at=at)
    declare(made, at=at)
    return True


def register_demonstrated(*, by: "Actor", at: datetime) -> int:
    """Register the portals of a demonstration where the lake holds one; give how many were new."""
    if not settings.DEMONSTRATION or queries.provenance() != SIMULATED:
        return 0
    return register(_demonstrated(at), by=by, at=at)


def _demonstrated(at: datetime) -> Nation:
    last = local_day(at) - timedelta(days=1)
    return here(first=last - timedelta(days=DAYS - 1), last=last, seed=SEED)


def _batches(days: Iterator[Told]) -> Iterator[list[Told]]:
    batch, rows = list[Told](), 0
    for one in days:
        batch.append(one)
        rows += one.pages.num_rows + one.dossiers.num_rows
        if rows >= ROWS:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _whole(parts: "list[Table]") -> "Table":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.concat_tables(parts).unify_dictionaries()


def _months(first: date, last: date) -> list[date]:
    months = [first.replace(day=1)]
    while (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= last:
        months.append(following)
    return months
