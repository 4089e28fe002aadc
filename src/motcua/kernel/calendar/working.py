"""The working calendar: from a moment and a limit to a due date, and back to time worked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from motcua.kernel.calendar.due import Due, Pause
from motcua.kernel.calendar.hours import HANOI, WorkingHours, at_micros, micros
from motcua.kernel.calendar.table import DayTable, Span
from motcua.kernel.calendar.units import Duration, Unit
from motcua.kernel.words import Refused, Sentence

_HOUR = 3_600_000_000
_FIRST_YEAR, _LAST_YEAR = 1990, 2150
_AFTER_HOURS = Sentence("nhận ngoài giờ làm việc", "received outside office hours")
_DAY_OFF = Sentence("nhận vào ngày nghỉ", "received on a day off")


class MomentRefused(Refused):
    """A moment no calendar can count from."""


@dataclass(frozen=True)
class WorkingCalendar:
    """Counts official time by a table of days and an agency's hours.

    Conventions (docs/adr/0002-working-calendar.md): what is received outside hours or on a day
    off counts as received at the next working start; days are counted from the day after; a limit
    in days ends with the office hours of its last day; a limit in calendar days that ends on a day
    off moves to the next working day; half a day is half of the day's office hours.
    """

    table: DayTable
    hours: WorkingHours = field(default_factory=WorkingHours)

    def is_working_day(self, on: date) -> bool:
        """Say whether a day is worked."""
        return self.table.why_off(on) is None

    def why_off(self, on: date) -> Sentence | None:
        """Say why a day is off; None if it is worked."""
        return self.table.why_off(on)

    def next_working_moment(self, at: datetime) -> datetime:
        """Give `at` (UTC) if the office is open then, otherwise its next opening."""
        return self._open(_local(at)).astimezone(UTC)

    def due(
        self,
        start: datetime | date,
        duration: Duration,
        *,
        cutoff: time | None = None,
        pauses: Iterable[Pause] = (),
    ) -> Due:
        """Count `duration` from the receipt at `start` (aware, or a day).

        Received later in the day than `cutoff`, it counts as received at the next working start. A
        pause stops the clock while it lasts, unless the limit ended before it.
        """
        given = _local(start)
        accepted, moved = self._accept(given, duration.unit, cutoff)
        nominal, end, taken = self._run(accepted, duration, pauses)
        span, first = self._span(given.date(), end.date()), given.toordinal()
        skipped = span.skipped_between(first - 1, end.toordinal())
        worked = span.worked_between(accepted.toordinal(), end.toordinal())
        if duration.unit is Unit.CALENDAR_DAY:  # every day in between was counted
            counted = range(accepted.toordinal(), nominal)
            skipped = tuple(day for day in skipped if day.on.toordinal() not in counted)
            worked = tuple(day for day in worked if day.on == end.date())
        return Due(
            at=end.astimezone(UTC),
            on=end.date(),
            start=given.astimezone(UTC),
            accepted=accepted.astimezone(UTC),
            counted_from=self._counted_from(accepted, duration),
            duration=duration,
            skipped=skipped,
            worked=worked,
            moved=moved,
            pauses=taken,
            unknown_years=tuple(
                year for year in range(given.year, end.year + 1) if year not in self.table.years
            ),
        )

    def elapsed(self, start: datetime, end: datetime, unit: Unit) -> float:
        """Give the official time from `start` to `end` in `unit`; negative if `end` is earlier.

        Days are whole: the working (or calendar) days from the day `start` counts for to the day
        `end` counts for, so the day of receipt is none. Hours and half-days may be broken.
        """
        first, last = self._open(_local(start)), self._open(_local(end))
        used = self._used(first, last, unit)
        if unit.counts_days:
            return float(used)
        return used / (_HOUR if unit is Unit.WORKING_HOUR else self.hours.length / 2)

    def worked_time(self, start: datetime, end: datetime) -> timedelta:
        """Give the office hours between two moments, exactly; negative if `end` is earlier."""
        first, last = self._open(_local(start)), self._open(_local(end))
        return timedelta(microseconds=self._used(first, last, Unit.WORKING_HOUR))

    def _open(self, local: datetime) -> datetime:
        """Give the moment if the office is open then, otherwise its next opening."""
        ordinal = local.toordinal()
        span = self._span(local.date(), local.date())
        if span.is_working(ordinal):
            opening = self.hours.next_open(micros(local.time()))
            if opening is not None:
                return at_micros(local, opening)
        return self._at(span.working[span.index(ordinal + 1)], 0)

    def _accept(
        self, given: datetime, unit: Unit, cutoff: time | None
    ) -> tuple[datetime, Sentence | None]:
        """Give the working moment a receipt counts for, and why if that must be told."""
        accepted = self._open(given)
        if accepted.date() != given.date():
            return accepted, _AFTER_HOURS if self.is_working_day(given.date()) else _DAY_OFF
        if cutoff is not None and given.time() > cutoff:
            late = Sentence(f"nhận sau {cutoff:%H:%M}", f"received after {cutoff:%H:%M}")
            return self._open(_midnight(given.toordinal() + 1)), late
        told = accepted != given and not unit.counts_days and given.time() != time(0)
        return accepted, _AFTER_HOURS if told else None

    def _run(
        self, accepted: datetime, duration: Duration, pauses: Iterable[Pause]
    ) -> tuple[int, datetime, tuple[Pause, ...]]:
        """Count from a working moment over the pauses: the last day, its moment, those taken."""
        unit, taken = duration.unit, list[Pause]()
        cursor, left = accepted, self._amount(duration)
        for pause in sorted(pauses, key=lambda pause: pause.start):
            stopped, resumed = _local(pause.start), self._open(_local(pause.end))
            if stopped > self._end(cursor, left, unit)[1]:
                break
            if resumed > cursor:
                used = self._used(cursor, max(self._open(stopped), cursor), unit)
                cursor, left = resumed, max(left - used, 0)
                taken.append(pause)
        nominal, end = self._end(cursor, left, unit)
        return nominal, end, tuple(taken)

    def _amount(self, duration: Duration) -> int:
        """Give days as they are, hours and half-days in microseconds of office time."""
        if duration.unit.counts_days:
            return duration.amount
        if duration.unit is Unit.WORKING_HOUR:
            return duration.amount * _HOUR
        return duration.amount * self.hours.length // 2

    def _end(self, cursor: datetime, left: int, unit: Unit) -> tuple[int, datetime]:
        """Count on from a working moment: the day on which the count ends, and the last moment."""
        first = cursor.toordinal()
        days, worked = (left, self.hours.length) if unit.counts_days else self._days(cursor, left)
        span = self._span(cursor.date(), _midnight(first + 60 + days * 2).date())
        if unit is Unit.CALENDAR_DAY:
            nominal = first + left
            return nominal, self._at(span.working[span.index(nominal)], worked)
        nominal = span.working[span.index(first) + days]
        return nominal, self._at(nominal, worked)

    def _days(self, cursor: datetime, left: int) -> tuple[int, int]:
        """Split office time from a working moment into days and time worked on the last one."""
        total = self.hours.worked_by(micros(cursor.time())) + left
        days, worked = divmod(total, self.hours.length)
        return (days - 1, self.hours.length) if days and not worked else (days, worked)

    def _used(self, first: datetime, last: datetime, unit: Unit) -> int:
        """Measure from one working moment to another, in days or microseconds."""
        if unit is Unit.CALENDAR_DAY:
            return last.toordinal() - first.toordinal()
        span = self._span(min(first, last).date(), max(first, last).date())
        days = span.index(last.toordinal()) - span.index(first.toordinal())
        if unit is Unit.WORKING_DAY:
            return days
        worked = self.hours.worked_by
        of_days = worked(micros(last.time())) - worked(micros(first.time()))
        return days * self.hours.length + of_days

    def _counted_from(self, accepted: datetime, duration: Duration) -> date:
        if not duration.unit.counts_days or duration.amount == 0:
            return accepted.date()
        following = accepted.date() + timedelta(days=1)
        if duration.unit is Unit.CALENDAR_DAY:
            return following
        span = self._span(following, following)
        return date.fromordinal(span.working[span.index(following.toordinal())])

    def _at(self, ordinal: int, worked: int) -> datetime:
        """Give the moment of a day by which so many microseconds have been worked."""
        return at_micros(_midnight(ordinal), self.hours.when(worked))

    def _span(self, first: date, last: date) -> Span:
        if first.year < _FIRST_YEAR or last.year > _LAST_YEAR:
            raise MomentRefused(
                Sentence(
                    f"Chỉ tính được thời hạn từ năm {_FIRST_YEAR} đến năm {_LAST_YEAR}.",
                    f"Time limits are counted from {_FIRST_YEAR} to {_LAST_YEAR} only.",
                )
            )
        return self.table.span(first, last)


def _midnight(ordinal: int) -> datetime:
    return datetime.combine(date.fromordinal(ordinal), time(0), HANOI)


def _local(start: datetime | date) -> datetime:
    """Give a moment in Hà Nội; a day alone is its midnight."""
    if not isinstance(start, datetime):
        return datetime.combine(start, time(0), HANOI)
    if start.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return start.astimezone(HANOI)
