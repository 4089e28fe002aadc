"""Which days are worked: weekends, holidays, substituted days off, swapped working Saturdays."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from motcua.kernel.words import Sentence

WEEKEND = Sentence("cuối tuần", "weekend")
_SATURDAY = 5

# Bộ luật Lao động 45/2019/QH14, Điều 112: what is sure of a year whose table nobody has decided.
_ALWAYS_OFF = {
    (1, 1): Sentence("Tết Dương lịch", "New Year's Day"),
    (4, 30): Sentence("Ngày Chiến thắng", "Reunification Day"),
    (5, 1): Sentence("Ngày Quốc tế lao động", "International Labour Day"),
    (9, 2): Sentence("Quốc khánh", "National Day"),
}


class Kind(StrEnum):
    """Why a day stands in the table."""

    FIXED = "fixed"  # a holiday of the solar year
    LUNAR = "lunar"  # a holiday of the lunar year
    SUBSTITUTE = "substitute"  # off because a holiday fell on a weekend
    SWAPPED_OFF = "swapped_off"  # off, and worked on another day
    SWAPPED_WORKING = "swapped_working"  # a weekend day that is worked in exchange

    @property
    def is_working(self) -> bool:
        """Say whether the day is worked."""
        return self is Kind.SWAPPED_WORKING


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that is off or on by decision; `official` is False where no decision was read."""

    on: date
    name: Sentence
    kind: Kind
    decision: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was not counted (or, among `worked`, was counted although a weekend), and why."""

    on: date
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Span:
    """Every day between two dates, sorted into worked, off and swapped; ordinals to search by."""

    first: int
    last: int
    working: tuple[int, ...]
    off: tuple[int, ...]
    skipped: tuple[SkippedDay, ...]
    swapped: tuple[int, ...]
    worked: tuple[SkippedDay, ...]

    def index(self, ordinal: int) -> int:
        """Count the working days before `ordinal`: the place of the first one on or after it."""
        return bisect_left(self.working, ordinal)

    def is_working(self, ordinal: int) -> bool:
        """Say whether the day is worked."""
        at = bisect_left(self.working, ordinal)
        return at < len(self.working) and self.working[at] == ordinal

    def skipped_between(self, after: int, until: int) -> tuple[SkippedDay, ...]:
        """Give the days off later than `after` and not later than `until`."""
        return self.skipped[bisect_right(self.off, after) : bisect_right(self.off, until)]

    def worked_between(self, after: int, until: int) -> tuple[SkippedDay, ...]:
        """Give the swapped working days later than `after` and not later than `until`."""
        return self.worked[bisect_right(self.swapped, after) : bisect_right(self.swapped, until)]


@dataclass(frozen=True)
class DayTable:
    """The special days of the years in `years`; in other years weekends and fixed holidays count.

    Make it with `DayTable.of`. Equal tables give equal answers; the table keeps its own index.
    """

    days: Mapping[date, SpecialDay]
    years: frozenset[int]

    @classmethod
    def of(cls, days: Iterable[SpecialDay], years: Iterable[int] = ()) -> "DayTable":
        """Make a table; years with a special day are known without being named."""
        by_date = {day.on: day for day in sorted(days, key=lambda day: day.on)}
        return cls(by_date, frozenset(years) | {on.year for on in by_date})

    def with_day(self, day: SpecialDay) -> "DayTable":
        """Give a table that has one more day, or another one in its place."""
        return DayTable({**self.days, day.on: day}, self.years | {day.on.year})

    def why_off(self, on: date) -> Sentence | None:
        """Say why a day is off; None if it is worked."""
        special = self.days.get(on)
        if special is not None:
            return None if special.kind.is_working else special.name
        if on.weekday() >= _SATURDAY:
            return WEEKEND
        return None if on.year in self.years else _ALWAYS_OFF.get((on.month, on.day))

    def span(self, first: date, last: date) -> Span:
        """Give a span that holds both dates, made once a run and reused while it is wide enough."""
        span = self._spans.get("widest")
        if span is None or first.toordinal() < span.first or last.toordinal() > span.last:
            known = self.years | {first.year, last.year}
            span = self._make(min(known) - 1, max(known) + 1)
            self._spans["widest"] = span
        return span

    @cached_property
    def _spans(self) -> dict[str, Span]:
        return {}

    def _make(self, first_year: int, last_year: int) -> Span:
        day, last = date(first_year, 1, 1), date(last_year, 12, 31)
        working: list[int] = []
        skipped: list[SkippedDay] = []
        while day <= last:
            reason = self.why_off(day)
            if reason is None:
                working.append(day.toordinal())
            else:
                skipped.append(SkippedDay(day, reason))
            day += timedelta(days=1)
        worked = [d for d in self.days.values() if d.kind.is_working]
        return Span(
            first=date(first_year, 1, 1).toordinal(),
            last=last.toordinal(),
            working=tuple(working),
            off=tuple(day.on.toordinal() for day in skipped),
            skipped=tuple(skipped),
            swapped=tuple(day.on.toordinal() for day in worked),
            worked=tuple(SkippedDay(day.on, day.name) for day in worked),
        )
