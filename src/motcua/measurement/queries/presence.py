"""Who sent facts, and until when: what makes a figure missing, silent or partial."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from motcua.measurement.queries.engine import Readable
from motcua.measurement.values import schemas
from motcua.measurement.values.cards import Card
from motcua.measurement.values.periods import Period

OFF = timedelta(days=5)
"""From the last day worked to the next: a week-end with a feast before or after it."""


@dataclass(frozen=True, slots=True)
class Presence:
    """The days on which each top had facts of one kind, sorted; "" is the country."""

    days: Mapping[str, tuple[date, ...]]

    @property
    def newest(self) -> date | None:
        """Give the last day that anybody has facts of."""
        every = self.days.get("", ())
        return every[-1] if every else None

    def missing(self, top: str, period: Period) -> str:
        """Say why there is nothing of a period: no_facts, silent; nothing where there is some."""
        days = self.days.get(top, ())
        before = bisect_left(days, period.first)
        if bisect_right(days, period.last) > before:
            return ""
        return "silent" if before else "no_facts"

    def partial(self, top: str, period: Period) -> bool:
        """Tell whether the last days of a period are still to come or were not reported.

        A few days without anything, a week-end or a feast, are no gap where it went on after them.
        """
        days = self.days.get(top, ())
        until = bisect_right(days, period.last)
        if until == 0:
            return True
        last = days[until - 1]
        return last < period.last and (until == len(days) or days[until] - last > OFF)


def presence(card: Card, lake: Readable) -> Presence | None:
    """Read who sent what a card reads last (visits, not failures); None for what is declared."""
    name = None
    if card.group != "supply":
        name = next((each for each in reversed(card.reads) if each in schemas.ROLLUPS), None)
    if name is None:
        return None
    return _read(name, lake.stamp(), _Held(lake))


class _Held:
    """Keeps a lake out of a cache's key: the stamp alone tells."""

    def __init__(self, lake: Readable) -> None:
        self.lake = lake

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)


@lru_cache(maxsize=32)
def _read(name: str, stamp: object, held: _Held) -> Presence:  # noqa: ARG001 -- part of the key
    tops = f"{name.removesuffix('_daily')}_tops_daily"
    source = tops if tops in held.lake.names() else name
    rows = held.lake.connection().execute(
        f"SELECT DISTINCT top, day FROM main.{source} ORDER BY top, day"  # noqa: S608 -- our own names only
    )
    found: dict[str, list[date]] = {}
    every: set[date] = set()
    for top, day in rows.fetchall():
        found.setdefault(top, []).append(day)
        every.add(day)
    days = {top: tuple(of_top) for top, of_top in found.items()}
    return Presence({**days, "": tuple(sorted(every))})
