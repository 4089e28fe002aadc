"""The working calendar of each agency: the official days with its own hours."""

from datetime import date, time

from motcua.agencies.models import CalendarYear, WorkingHoursRule
from motcua.agencies.queries.reading import agency
from motcua.agencies.queries.state import Kept
from motcua.kernel.calendar import DayTable, Kind, SpecialDay, WorkingCalendar, WorkingHours
from motcua.kernel.words import Sentence


def calendar_of(code: str) -> WorkingCalendar:
    """Give the calendar of an agency: its own hours, or those of the nearest agency above it.

    Kept in the process, one narrow read a call. Raises `AgencyUnknown`.
    """
    return _calendars.get(str(code))


def table() -> DayTable:
    """Give the official days off and swapped working days."""
    return _tables.get("")


def _read_calendar(code: str) -> WorkingCalendar:
    hours = _hours_at(agency(code).path)
    return WorkingCalendar(_tables.get(""), hours)


def _hours_at(path: str) -> WorkingHours:
    levels = path.rstrip(".").split(".")
    above = [".".join(levels[: end + 1]) for end in range(len(levels))]
    rules = WorkingHoursRule.objects.filter(agency__code__in=above)
    by_code = dict(rules.values_list("agency__code", "periods"))
    for code in reversed(above):
        if code in by_code:
            read = time.fromisoformat
            return WorkingHours(tuple((read(start), read(end)) for start, end in by_code[code]))
    return WorkingHours()


def _read_table(_: str) -> DayTable:
    years = dict(CalendarYear.objects.values_list("year", "days"))
    days = (
        SpecialDay(
            on=date.fromisoformat(on),
            name=Sentence(vi, en),
            kind=Kind(kind),
            decision=decision,
            official=official,
        )
        for stored in years.values()
        for on, kind, vi, en, decision, official in stored
    )
    return DayTable.of(days, years)


_calendars: Kept[str, WorkingCalendar] = Kept(_read_calendar)
_tables: Kept[str, DayTable] = Kept(_read_table)
