"""How much happens: days by week and holiday, tops by size, split into whole numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from motcua.kernel.calendar import DayTable
from motcua.kernel.calendar.files import read_tables
from motcua.simulation.measured.chance import Numbers, drawn
from motcua.simulation.measured.country import Country

AHEAD = 90
"""Working days are known so far beyond the last day, for what is due by then."""

_BY_WEEKDAY = (124, 110, 102, 100, 96, 34, 26)
_ON_HOLIDAY = 7
_AFTER_HOLIDAY = 135
_LONG_HOLIDAY = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A day at a top: how many visits it has."""

    on: date
    top: int
    visits: int


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last`, which of them are worked, and how lively each is."""

    first: date
    last: date
    weights: tuple[int, ...]
    worked: Numbers
    """Ordinals of working days, from before `first` until well after `last`, in their order."""

    def next_worked(self, ordinals: Numbers, ahead: Numbers) -> Numbers:
        """Give the working day so many working days on; a day off counts as the next worked."""
        found: Numbers = self.worked[np.searchsorted(self.worked, ordinals) + ahead]
        return found


def table_of(library: Path, *, first: date, last: date) -> DayTable:
    """Read the library's calendar of the years around some days."""
    years = range(first.year - 1, last.year + 2)
    listed = (library / "calendar" / f"{year}.yaml" for year in years)
    files = [file for file in listed if file.exists()]
    return read_tables({file.name: file.read_text(encoding="utf-8") for file in files})


def days(table: DayTable, *, first: date, last: date) -> Days:
    """Weigh the days: a long holiday is quiet, the day after it is not."""
    weights, off = list[int](), _off_before(table, first)
    for on in _each(first, last):
        weight = _BY_WEEKDAY[on.weekday()]
        if table.why_off(on) is None:
            lively = max(weight, 90) * (_AFTER_HOLIDAY if off >= _LONG_HOLIDAY else 100) // 100
            weights.append(lively)
            off = 0
        else:
            weights.append(min(weight, _ON_HOLIDAY) if on.weekday() < 5 or off > 1 else weight)
            off += 1
    every = _each(first - timedelta(days=7), last + timedelta(days=2 * AHEAD))
    worked = [on.toordinal() for on in every if table.why_off(on) is None]
    return Days(first, last, tuple(weights), np.array(worked, dtype=np.int64))


def cells(country: Country, days: Days, *, visits: int, seed: int) -> Iterator[list[Cell]]:
    """Split a number of visits over days and tops, a list a day; the parts add up to it.

    What a top has on a day sways by a quarter, drawn for that day and top.
    """
    sizes = [top.weight for top in country.tops]
    total = sum(days.weights) * sum(sizes) * 1000
    seen, given = 0, 0
    for on, weight in zip(_each(days.first, days.last), days.weights, strict=True):
        swayed = _swayed(sizes, seed, on)
        of_day, share = list[Cell](), 0
        for top, size in enumerate(swayed):
            share += size
            upto = visits * (seen + weight * sum(sizes) * 1000 * share // sum(swayed)) // total
            of_day.append(Cell(on, top, upto - given))
            given = upto
        seen += weight * sum(sizes) * 1000
        yield of_day


def _swayed(sizes: list[int], seed: int, on: date) -> list[int]:
    words = drawn(seed, on, 0, stream=255, size=len(sizes))
    return [size * (750 + int(word) % 501) for size, word in zip(sizes, words, strict=True)]


def _each(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _off_before(table: DayTable, first: date) -> int:
    off = 0
    while off < _LONG_HOLIDAY and table.why_off(first - timedelta(days=off + 1)) is not None:
        off += 1
    return off
