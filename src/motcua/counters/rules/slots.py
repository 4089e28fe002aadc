"""Which times one can come at: the slots of a rule, where the office works."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from motcua.counters.values import RuleView
from motcua.kernel.calendar import HANOI, WorkingCalendar, local_day

NOTICE = timedelta(hours=1)
"""So long before a slot begins it can still be booked, moved or cancelled online."""


def slots(rule: RuleView, calendar: WorkingCalendar, *, now: datetime) -> Iterator[datetime]:
    """Give the beginnings (UTC) that can still be booked, soonest first.

    A slot lies whole within the hours worked that day; days off have none.
    """
    today = local_day(now)
    for ahead in range(rule.days_ahead + 1):
        on = today + timedelta(days=ahead)
        if on.weekday() in rule.weekdays and calendar.is_working_day(on):
            yield from (at for at in _of_day(rule, calendar, on) if at >= now + NOTICE)


def _of_day(rule: RuleView, calendar: WorkingCalendar, on: date) -> Iterator[datetime]:
    length = timedelta(minutes=rule.minutes)
    begins, ends = (datetime.combine(on, edge, HANOI) for edge in (rule.begins, rule.ends))
    while begins + length <= ends:
        if any(
            datetime.combine(on, opens, HANOI) <= begins
            and begins + length <= datetime.combine(on, closes, HANOI)
            for opens, closes in calendar.hours.periods
        ):
            yield begins.astimezone(UTC)
        begins += length
