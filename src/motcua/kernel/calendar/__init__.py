"""Official time: which days and hours are worked, when a limit ends, and the explanation why."""

from motcua.kernel.calendar.due import Due, Pause, day_in_words, moment_in_words
from motcua.kernel.calendar.hours import HANOI, HoursRefused, WorkingHours, local_day
from motcua.kernel.calendar.table import DayTable, Kind, SkippedDay, SpecialDay
from motcua.kernel.calendar.units import Duration, DurationRefused, Unit
from motcua.kernel.calendar.working import MomentRefused, WorkingCalendar

__all__ = [
    "HANOI",
    "DayTable",
    "Due",
    "Duration",
    "DurationRefused",
    "HoursRefused",
    "Kind",
    "MomentRefused",
    "Pause",
    "SkippedDay",
    "SpecialDay",
    "Unit",
    "WorkingCalendar",
    "WorkingHours",
    "day_in_words",
    "local_day",
    "moment_in_words",
]
