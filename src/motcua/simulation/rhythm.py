"""When people apply and officers work: the week, the day, Tết."""

from bisect import bisect
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from motcua.kernel.calendar import HANOI, WorkingCalendar, local_day

FIRST_DAY = date(2025, 7, 1)
"""Before it the communes of today did not exist."""

_BY_WEEKDAY = (1.25, 1.1, 1.0, 1.0, 0.95, 0.22, 0.12)
_BY_HOUR = (
    *(0.1, 0.05, 0.02, 0.02, 0.05, 0.2, 0.8, 3.0, 6.0, 6.5, 5.5, 3.0),
    *(1.5, 3.5, 5.5, 5.0, 3.5, 1.5, 1.0, 1.6, 2.0, 1.6, 0.8, 0.3),
)
_ON_HOLIDAY = 0.06
_AFTER_HOLIDAY = 1.35
_LONG_HOLIDAY = 4


class Rhythm:
    """The year up to `at`: how much is asked on each day, and when an office next works."""

    def __init__(self, calendar: WorkingCalendar, *, at: datetime, days: int = 365) -> None:
        self._at = at
        last = local_day(at)
        first = max(FIRST_DAY, last - timedelta(days=days))
        self._days = [first + timedelta(days=n) for n in range(max(1, (last - first).days))]
        self._weights = list(accumulate(self._weigh(calendar)))
        upto = last.toordinal() + 1
        self._working = [
            ordinal
            for ordinal in range(first.toordinal(), upto)
            if calendar.is_working_day(date.fromordinal(ordinal))
        ]

    def _weigh(self, calendar: WorkingCalendar) -> Sequence[float]:
        """Weigh the days: a long holiday is quiet, and the working day after it is not."""
        weights, off = list[float](), 0
        for on in self._days:
            weight = _BY_WEEKDAY[on.weekday()]
            if calendar.is_working_day(on):
                weight = max(weight, 0.9) * (_AFTER_HOLIDAY if off >= _LONG_HOLIDAY else 1)
                off = 0
            else:
                off += 1
                weight = min(weight, _ON_HOLIDAY) if on.weekday() < 5 else weight
            weights.append(weight)
        return weights

    def some_moment(self, chance: Random) -> datetime:
        """Draw when somebody applies."""
        at = bisect(self._weights, chance.random() * self._weights[-1])
        return self._on(self._days[min(at, len(self._days) - 1)], chance)

    def recent_moment(self, chance: Random, *, late: float) -> datetime:
        """Draw when something that is still open came in; a share of it long ago."""
        most = len(self._working) - 1
        back = min(most, 1 + int(chance.expovariate(1 / 12))) if chance.random() < late else 0
        on = date.fromordinal(self._working[max(0, most - back)])
        return min(self._on(on, chance), self._at - timedelta(minutes=chance.randrange(5, 240)))

    def worked_after(self, at: datetime, chance: Random, *, days: float) -> datetime:
        """Draw a working moment about so many working days after `at`, never after now."""
        local = at.astimezone(HANOI)
        wait = int(chance.expovariate(1 / days)) if days else 0
        if wait == 0 and time(7) <= local.time() < time(16) and self._works(local.date()):
            later = at + timedelta(minutes=chance.randrange(4, 55))
            return min(later, self._at)
        place = bisect(self._working, local.date().toordinal()) + max(0, wait - 1)
        if place >= len(self._working):
            return min(self._at, at + timedelta(hours=2))
        on = date.fromordinal(self._working[place])
        opened = datetime.combine(on, time(7), HANOI) + timedelta(minutes=chance.randrange(5, 585))
        return min(opened.astimezone(UTC), self._at)

    def _works(self, on: date) -> bool:
        place = bisect(self._working, on.toordinal()) - 1
        return place >= 0 and self._working[place] == on.toordinal()

    @staticmethod
    def _on(on: date, chance: Random) -> datetime:
        hour = chance.choices(range(24), _BY_HOUR)[0]
        moment = time(hour, chance.randrange(60), chance.randrange(60))
        return datetime.combine(on, moment, HANOI).astimezone(UTC)
