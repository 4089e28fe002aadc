"""Office hours of a day, and where a moment stands in them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cached_property
from itertools import pairwise

from motcua.kernel.words import Refused, Sentence

# No daylight saving since 1975, so a fixed offset is the law and is several times faster.
HANOI = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_MICROSECOND = timedelta(microseconds=1)

Period = tuple[time, time]


class HoursRefused(Refused):
    """Office hours that overlap, run backwards or are none."""


def local_day(at: datetime) -> date:
    """Give the day on which a moment lies in Hà Nội; until seven in the morning UTC has another."""
    return at.astimezone(HANOI).date()


def micros(of_day: time) -> int:
    """Give the microseconds since midnight."""
    seconds = (of_day.hour * 60 + of_day.minute) * 60 + of_day.second
    return seconds * 1_000_000 + of_day.microsecond


def at_micros(day: datetime, since_midnight: int) -> datetime:
    """Give the moment of `day` that many microseconds after its midnight."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + since_midnight * _MICROSECOND


@dataclass(frozen=True)
class WorkingHours:
    """The periods worked on every working day, in Hà Nội time, in their order."""

    periods: tuple[Period, ...] = ((time(7), time(11, 30)), (time(13, 30), time(17)))

    def __post_init__(self) -> None:
        edges = [edge for period in self.periods for edge in period]
        rising = all(earlier < later for earlier, later in pairwise(edges))
        if not edges or not rising:
            raise HoursRefused(
                Sentence(
                    f"Giờ làm việc “{self}” chưa đúng: mỗi buổi phải bắt đầu sau khi buổi trước "
                    "kết thúc, như 07:00–11:30, 13:30–17:00.",
                    f"The office hours “{self}” are wrong: each period must start after the one "
                    "before it has ended, as in 07:00–11:30, 13:30–17:00.",
                )
            )

    def __str__(self) -> str:
        return ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in self.periods)

    @property
    def opens(self) -> time:
        """Give the time at which work starts."""
        return self.periods[0][0]

    @property
    def closes(self) -> time:
        """Give the time at which work ends."""
        return self.periods[-1][1]

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """Give the periods in microseconds since midnight."""
        return tuple((micros(start), micros(end)) for start, end in self.periods)

    @cached_property
    def length(self) -> int:
        """Give the microseconds worked in a day."""
        return sum(end - start for start, end in self.edges)

    def worked_by(self, since_midnight: int) -> int:
        """Give the microseconds worked from the start of the day to a time of it."""
        return sum(
            min(since_midnight, end) - start for start, end in self.edges if since_midnight > start
        )

    def when(self, worked: int) -> int:
        """Give the earliest time (microseconds since midnight) by which so much has been worked."""
        for start, end in self.edges:
            if worked <= end - start:
                return start + worked
            worked -= end - start
        return self.edges[-1][1]

    def next_open(self, since_midnight: int) -> int | None:
        """Give this time if the office is open, or its next opening that day, or None."""
        for start, end in self.edges:
            if since_midnight <= end:
                return max(since_midnight, start)
        return None
