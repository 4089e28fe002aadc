"""Counts of what was not accepted, as increments of the roll-up `connections_daily`."""

from datetime import date
from typing import TypeAlias

from motcua.measurement.models.spool.lines import clean
from motcua.measurement.values.facts import Source
from motcua.measurement.values.telling import TakenOut, TurnedAway

Mark: TypeAlias = tuple[str, Source, str, str, date, int]


class Counts:
    """How often what happened, and when last, since the counts were written."""

    def __init__(self) -> None:
        self._found: dict[Mark, list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def turned(self, one: TurnedAway) -> None:
        """Count something turned away."""
        mark = (_top(one.agency), one.source, "refused", one.reason, one.day, one.site)
        self._add(mark, times=one.times, second=one.second)

    def taken(self, one: TakenOut) -> None:
        """Count what was taken out of accepted facts."""
        mark = (_top(one.agency), one.source, "masked", one.what, one.day, one.site)
        self._add(mark, times=one.times, second=one.second)

    def lines(self) -> list[str]:
        """Write the increments in the columns of `connections_daily`."""
        return [
            f"{clean(top)}\t{source.value}\t{outcome}\t{reason}\t{day}\t{site}\t{times}\t{second}"
            for (top, source, outcome, reason, day, site), (times, second) in self._found.items()
        ]

    def _add(self, mark: Mark, *, times: int, second: int) -> None:
        found = self._found.setdefault(mark, [0, 0])
        found[0] += times
        found[1] = max(found[1], second)


def _top(agency: str) -> str:
    return agency.partition(".")[0]
