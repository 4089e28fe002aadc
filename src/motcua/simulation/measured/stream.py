"""The days one after the other: page facts of the day, and every dossier event that falls on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from motcua.kernel.calendar import DayTable
from motcua.measurement.values import schemas
from motcua.simulation.measured import country as countries
from motcua.simulation.measured import happenings as wrong
from motcua.simulation.measured import lives, moves, plan, tables
from motcua.simulation.measured import visits as visiting
from motcua.simulation.measured.country import Country
from motcua.simulation.measured.desks import Desks, desks
from motcua.simulation.measured.happenings import Happenings
from motcua.simulation.measured.lives import Events, Lives, Rules
from motcua.simulation.measured.plan import Cell, Days
from motcua.simulation.measured.tables import Names

if TYPE_CHECKING:
    from pyarrow import Table

AT_ONCE = 60_000
"""Visits drawn at a time; a larger day is cut between tops."""

LARGE = 4_000
"""Dossier events of a slab from which on they are copied apart."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A country with a calendar, from a first to a last day, and what goes wrong in it."""

    country: Country
    days: Days
    happening: Happenings
    seed: int


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of a day in the columns of the lake; a large day comes in several."""

    on: date
    pages: "Table"
    dossiers: "Table"


def nation(
    library: Path,
    *,
    first: date,
    last: date,
    seed: int,
    happening: Happenings | None = None,
    table: DayTable | None = None,
) -> Nation:
    """Read who is there, and draw what goes wrong unless it is given.

    `table` is the calendar where it is read already; reading the library's takes a second.
    """
    country = countries.read(library, on=first)
    if happening is None:
        happening = wrong.usual(country, first=first, last=last, seed=seed)
    days = plan.days(
        table or plan.table_of(library, first=first, last=last), first=first, last=last
    )
    return Nation(country, days, happening, seed)


def told(made: Nation, *, number: int) -> Iterator[Told]:
    """Stream about `number` page facts of people, and the dossiers that go with them.

    Memory holds a slab of visits and the events of dossiers that are still open, never a year.
    """
    teller = _Teller(made, desks(made.country), lives.rules(made.country, made.days))
    visits = max(1, number * 1000 // moves.EVENTS_PER_1000)
    for of_day in plan.cells(made.country, made.days, visits=visits, seed=made.seed):
        for slab in slabs(of_day):
            yield teller.tell(slab)
        yield teller.close(of_day[0].on)


def slabs(of_day: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Cut a day between tops so that no slab has many more visits than AT_ONCE."""
    slab, size = list[Cell](), 0
    for cell in of_day:
        if not cell.visits:
            continue
        if slab and size + cell.visits > AT_ONCE:
            yield slab
            slab, size = [], 0
        slab.append(cell)
        size += cell.visits
    if slab:
        yield slab


@dataclass(slots=True)
class _Teller:
    nation: Nation
    desks: Desks
    rules: Rules
    waiting: "dict[int, list[Table]]" = field(default_factory=dict)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.nation.country)

    def tell(self, slab: Sequence[Cell]) -> Told:
        """Tell the pages of a slab; its dossiers wait for their days."""
        happening, seed = self.nation.happening, self.nation.seed
        found = visiting.visits(slab, self.desks, happening, seed=seed)
        found = found.cut(~visiting.out(found, found.second, happening))
        whole = lives.lives(
            found, slab, self.desks, rules=self.rules, happening=happening, seed=seed
        )
        self._wait(whole, lives.events(whole))
        facts = visiting.pages(found)
        kept = ~visiting.silent(found, happening)[facts.visit]
        self._skew(found, facts)
        pages = tables.pages_table(found, facts, self.names, kept=kept)
        return Told(slab[0].on, pages, self._none())

    def close(self, on: date) -> Told:
        """Tell the dossier events of a day that is over; what is due later goes on waiting."""
        import pyarrow as pa  # noqa: PLC0415 -- slow import

        waited = self.waiting.pop(on.toordinal(), [])
        dossiers = pa.concat_tables(waited) if waited else self._none()
        nothing = tables.nothing(schemas.PAGES)
        return Told(on, nothing, dossiers.sort_by([("second", "ascending"), ("key", "ascending")]))

    def _wait(self, whole: Lives, every: Events) -> None:
        """Sort events by their days; those after the last day are never told."""
        last = self.nation.days.last.toordinal()
        order = np.argsort(every.day, kind="stable")
        order = order[every.day[order] <= last]
        if self.nation.happening.twice is not None:
            doubled = whole.top[every.life[order]] == self.nation.happening.twice
            order = np.repeat(order, 1 + doubled)
        told_ = Events(*(getattr(every, name)[order] for name in Events.__slots__))
        table = tables.dossiers_table(whole, told_, self.names)
        edges = np.flatnonzero(np.diff(told_.day, prepend=-1, append=-1))
        for first, after in pairwise(edges):
            on = int(told_.day[first])
            self.waiting.setdefault(on, []).append(_apart(table, int(first), int(after)))

    def _skew(self, found: visiting.Visits, facts: visiting.Pages) -> None:
        """Set a province's clock back; what was before midnight is told of the day before."""
        if self.nation.happening.skewed is None:
            return
        skewed = found.top[facts.visit] == self.nation.happening.skewed
        facts.second[skewed] -= wrong.SKEW

    def _none(self) -> "Table":
        return tables.nothing(schemas.DOSSIERS)


def _apart(table: "Table", first: int, after: int) -> "Table":
    """Cut rows out; of a large table as a copy, for a slice keeps all of it in memory."""
    if table.num_rows < LARGE:
        return table.slice(first, after - first)
    return table.take(tables.numbers(np.arange(first, after), "BIGINT"))
