"""Targets and how each stands: actual, forecast, light; their history."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.kernel.calendar import HANOI, local_day
from motcua.kernel.words import Sentence
from motcua.measurement.models.targets import TargetRow
from motcua.measurement.queries import engine
from motcua.measurement.queries.details import read
from motcua.measurement.queries.figures import value as value_of
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.rules import forecast as rules
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.rules.forecast import Counts, Elapsed, Lights
from motcua.measurement.values.cards import Card, Way
from motcua.measurement.values.periods import Period
from motcua.measurement.values.targets import Light, MonthCount, Target, TargetState

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Counted, Readable


def targets(
    agency: str, year: int, at: datetime, *, lake: "Readable | None" = None
) -> tuple[TargetState, ...]:
    """Give how the targets of an agency stand in a year, by indicator."""
    rows = TargetRow.objects.filter(agency_code=agency, year=year, withdrawn_at=None)
    return tuple(_state(row.target, at, lake) for row in rows.order_by("indicator"))


def targets_below(
    agency: str, year: int, at: datetime, *, lake: "Readable | None" = None
) -> tuple[TargetState, ...]:
    """Give how the targets of an agency and of all below it stand, by agency and indicator."""
    path = agencies.agency(agency).path
    rows = TargetRow.objects.filter(year=year, agency_path__startswith=path, withdrawn_at=None)
    return tuple(_state(row.target, at, lake) for row in rows.order_by("agency_code", "indicator"))


def target(key: UUID, at: datetime, *, lake: "Readable | None" = None) -> TargetState | None:
    """Give one target and how it stands; None where there is none."""
    row = TargetRow.objects.filter(key=key).first()
    return _state(row.target, at, lake) if row else None


def target_history(agency: str, year: int, indicator: str) -> tuple[Target, ...]:
    """Give every target an agency was given for a year and an indicator, the latest first."""
    rows = TargetRow.objects.filter(agency_code=agency, year=year, indicator=indicator)
    return tuple(row.target for row in rows.order_by("-set_at", "-pk"))


def agencies_with_targets(year: int) -> tuple[str, ...]:
    """Name the agencies that have a target in a year, by code."""
    rows = TargetRow.objects.filter(year=year, withdrawn_at=None).order_by("agency_code")
    return tuple(rows.values_list("agency_code", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A target with its card, the last day that is counted, and where."""

    target: Target
    card: Card
    until: date
    lake: "Readable"

    @property
    def adds_up(self) -> bool:
        """Whether months of the indicator add up to the year."""
        return self.card.additive and self.card.unit in {"share", "count"}

    def read(self, keys: tuple[str, ...], period: Period) -> "list[Counted]":
        """Count the indicator over days of the target's agency."""
        way = Way.TRUE if Way.TRUE in self.card.ways else self.card.ways[0]
        scope = Scope(period, self.target.agency)
        return read(self.card.code, keys, scope, way=way, lake=self.lake)


def _state(target: Target, at: datetime, lake: "Readable | None") -> TargetState:
    until = min(local_day(at), date(target.year, 12, 31))
    asked = _Asked(target, engine.known(target.indicator), until, lake or the_lake())
    months = _months(asked, Period(date(target.year, 1, 1), max(until, date(target.year, 1, 1))))
    elapsed = _elapsed(target, until, ended=at.astimezone(HANOI).year > target.year)
    lights = rules.lights_on(_lights(Path(settings.LIBRARY)), until)
    value = _whole(asked, months)
    if asked.adds_up or value is None:
        counts = Counts(months, *_last_year(asked))
        expected = rules.forecast(counts, elapsed, earliest=lights.earliest)
    else:
        expected = rules.as_it_stands(value, elapsed)
    light = rules.light(target.value, target.better, expected=expected.value, lights=lights)
    return TargetState(
        target=target,
        card=asked.card,
        value=value,
        forecast=expected,
        light=light,
        sentence=_SAID[light],
        until=until,
        months=months,
    )


_SAID = {
    Light.GREEN: Sentence("Theo ước tính, sẽ đạt.", "Expected to be reached."),
    Light.AMBER: Sentence("Theo ước tính, suýt đạt.", "Expected to be nearly reached."),
    Light.RED: Sentence("Theo ước tính, không đạt.", "Not expected to be reached."),
    Light.UNKNOWN: Sentence("Chưa nói được.", "Nothing can be said yet."),
}


def _months(asked: _Asked, period: Period) -> tuple[MonthCount, ...]:
    return tuple(
        MonthCount(line.keys[0], line.numerator, line.denominator)
        for line in asked.read(("month",), period)
        if isinstance(line.keys[0], date) and line.numerator is not None
    )


def _last_year(asked: _Asked) -> tuple[MonthCount | None, MonthCount | None]:
    """Give last year's until the same day and after it, whole; None where it is not known.

    A year that was counted from some later month on tells no season: its beginning is not small
    but missing.
    """
    year, until = asked.target.year - 1, asked.until
    first, last = date(year, 1, 1), date(year, 12, 31)
    leap_day = (until.month, until.day) == (2, 29)
    same = until.replace(year=year, day=28 if leap_day else until.day)
    if not asked.adds_up or same >= last or until.year != asked.target.year:
        return None, None
    earlier = _months(asked, Period(first, same))
    if not any(month.month == first for month in earlier):
        return None, None
    return (
        _added(earlier),
        _added(_months(asked, Period(same + timedelta(days=1), last))),
    )


def _added(months: tuple[MonthCount, ...]) -> MonthCount | None:
    if not months:
        return None
    denominators = [month.denominator for month in months if month.denominator is not None]
    return MonthCount(
        months[0].month,
        sum(month.numerator for month in months),
        sum(denominators) if denominators else None,
    )


def _whole(asked: _Asked, months: tuple[MonthCount, ...]) -> float | None:
    """Give the value of the year until now; counted anew where months do not add up."""
    if asked.adds_up or not months:
        return rules.so_far(months)
    found = asked.read((), Period(date(asked.target.year, 1, 1), asked.until))
    return value_of(asked.card, found[0].numerator, found[0].denominator) if found else None


def _elapsed(target: Target, until: date, *, ended: bool) -> Elapsed:
    calendar = agencies.calendar_of(target.agency)
    first, last = date(target.year, 1, 1), date(target.year, 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    worked = [day for day in days if calendar.is_working_day(day)]
    return Elapsed(len(worked) if ended else sum(day <= until for day in worked), len(worked))


@lru_cache(maxsize=2)
def _lights(library: Path) -> tuple[Lights, ...]:
    path = library / "indicators" / "lights.yaml"
    return rules.read_lights(path.read_text(encoding="utf-8"), name=path.name)
