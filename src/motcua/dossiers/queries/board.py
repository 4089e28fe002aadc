"""The leader's board: what is due when, and with whom. Numbers only; no personal data.

Four aggregates, each from an index, whatever the number of dossiers that have ended. A board is
kept in the process for a minute.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case, Count, DateField, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from motcua.agencies import queries as agencies
from motcua.dossiers.models import InboxRow, ListRow
from motcua.kernel.calendar import HANOI, local_day
from motcua.workflow.values import Function

DAYS = 14
KEPT = timedelta(minutes=1)
_LATE, _TODAY, _TOMORROW, _WEEK, _LATER, _APPLICANT = range(6)


@dataclass(frozen=True, slots=True)
class Load:
    """How many open dossiers there are, by the day they are promised for.

    `week` are those due until Sunday but after tomorrow, `later` the rest that has a date;
    `applicant` waits for who applied and is in none of the others unless its clock runs.
    """

    late: int = 0
    today: int = 0
    tomorrow: int = 0
    week: int = 0
    later: int = 0
    applicant: int = 0

    @property
    def total(self) -> int:
        """All that have a date."""
        return self.late + self.today + self.tomorrow + self.week + self.later

    def plus(self, when: int, number: int) -> "Load":
        """Give a load with so many more due then."""
        name = _NAMES[when]
        return replace(self, **{name: getattr(self, name) + number})


_NAMES = ("late", "today", "tomorrow", "week", "later", "applicant")


@dataclass(frozen=True, slots=True)
class Day:
    """What was received and settled on a working day and on the days off before it."""

    on: date
    received: int = 0
    settled: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """A board. Keys: an agency's code, a procedure's code, an officer's name (empty: nobody's)."""

    path: str
    at: datetime
    total: Load = field(default_factory=Load)
    units: tuple[tuple[str, Load], ...] = ()
    services: tuple[tuple[str, Load], ...] = ()
    officers: tuple[tuple[str, Load], ...] = ()
    days: tuple[Day, ...] = ()


_kept: dict[str, Board] = {}


def board(*, path: str, at: datetime, fresh: bool = False) -> Board:
    """Give the board of the agency at a path and everything below it, at most a minute old."""
    found = _kept.get(path)
    if not fresh and found is not None and timedelta() <= at - found.at < KEPT:
        return found
    made = _made(path, at)
    if len(_kept) > 500:
        _kept.clear()
    _kept[path] = made
    return made


def ends(at: datetime) -> tuple[datetime, datetime, datetime]:
    """Give where today, tomorrow and this week end in Hà Nội."""
    today = datetime.combine(local_day(at), time.min, HANOI)
    sunday = today + timedelta(days=7 - today.weekday())
    after = today + timedelta(days=2)
    return today + timedelta(days=1), after, max(sunday, after)


def _made(path: str, at: datetime) -> Board:
    rows = list(_due(path, at)) + list(_waiting(path))
    total = Load()
    for *_keys, when, number in rows:
        total = total.plus(when, number)
    return Board(
        path=path,
        at=at,
        total=total,
        units=_by(rows, lambda row: _unit(row[0], path)),
        services=_by(rows, lambda row: row[1]),
        officers=_by(rows, lambda row: row[2]),
        days=_days(path, at),
    )


def _due(path: str, at: datetime) -> Iterator[tuple[Any, ...]]:
    today, tomorrow, week = ends(at)
    when = Case(
        When(late_from__lt=at, then=Value(_LATE)),
        When(late_from__lt=today, then=Value(_TODAY)),
        When(late_from__lt=tomorrow, then=Value(_TOMORROW)),
        When(late_from__lt=week, then=Value(_WEEK)),
        default=Value(_LATER),
    )
    rows = _below(path).filter(late_from__isnull=False)
    return _counted(rows.annotate(due=when), "due")


def _waiting(path: str) -> Iterator[tuple[Any, ...]]:
    rows = InboxRow.objects.filter(
        agency_path__startswith=path, function=Function.APPLICANT.value
    ).annotate(due=Value(_APPLICANT))
    return _counted(rows, "due")


def _counted(rows: "QuerySet[Any]", when: str) -> Iterator[tuple[Any, ...]]:
    names = ("agency_path", "service_code", "officer_name", when)
    yield from rows.values_list(*names).annotate(n=Count("pk")).order_by()


def _below(path: str) -> "QuerySet[ListRow]":
    top = path.split(".", maxsplit=1)[0] + "."
    where = Q(province=top) if path == top else Q(province=top, agency_path__startswith=path)
    return ListRow.objects.filter(where)


def _by(
    rows: list[tuple[Any, ...]], key: Callable[[tuple[Any, ...]], str]
) -> tuple[tuple[str, Load], ...]:
    found: dict[str, Load] = {}
    for row in rows:
        name = key(row)
        found[name] = found.get(name, Load()).plus(row[-2], row[-1])
    worst = sorted(found.items(), key=lambda one: (-one[1].late, -one[1].today, -one[1].total))
    return tuple(worst)


def _unit(agency_path: str, path: str) -> str:
    """Name the agency one level below the board's own that a dossier belongs to."""
    below = agency_path.removeprefix(path).split(".")[0]
    return (path + below).strip(".")


def _days(path: str, at: datetime) -> tuple[Day, ...]:
    calendar = agencies.calendar_of(path.strip("."))
    today = local_day(at)
    worked = [today - timedelta(days=back) for back in range(60)]
    shown = [on for on in worked if calendar.is_working_day(on)][:DAYS][::-1]
    if not shown:
        return ()
    received = _each(path, "submitted_at", shown[0])
    settled = _each(path, "resolved_at", shown[0])
    return tuple(Day(on, _upto(received, on, shown), _upto(settled, on, shown)) for on in shown)


def _each(path: str, moment: str, since: date) -> dict[date, int]:
    start = datetime.combine(since, time.min, HANOI)
    day = TruncDate(moment, tzinfo=HANOI, output_field=DateField())
    rows = _below(path).filter(**{f"{moment}__gte": start}).annotate(on=day)
    return dict(rows.values_list("on").annotate(n=Count("pk")).order_by())


def _upto(found: dict[date, int], on: date, shown: list[date]) -> int:
    """Sum a working day and the days off before it; days off after the last one count to it."""
    place = shown.index(on)
    last = place == len(shown) - 1
    before = shown[place - 1] if place else None
    return sum(
        number
        for day, number in found.items()
        if (before is None or day > before) and (day <= on or last)
    )
