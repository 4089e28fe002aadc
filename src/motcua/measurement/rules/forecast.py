"""From what was counted so far to the year's end, and to a traffic light.

A forecast is an estimate and says so. Thresholds of the lights are dated data
(`library/indicators/lights.yaml`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from motcua.kernel.definitions import Strict, load, wrong
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import Better
from motcua.measurement.values.targets import Forecast, Light, Method, MonthCount

Reached = Annotated[Decimal, Field(gt=0, le=1)]
RECENT = 3
"""Months whose share is taken for the rest of the year: what was done in January is past."""


class Lights(Strict):
    """From which part of a target reached a light is green or amber, from a day on."""

    valid_from: date
    green: Reached
    amber: Reached
    earliest: int = Field(ge=1, le=250)

    @model_validator(mode="after")
    def _in_order(self) -> "Lights":
        if self.amber > self.green:
            raise wrong(
                Sentence("amber lớn hơn green", "amber is above green"),
                Sentence("hãy để amber nhỏ hơn", "make amber the smaller one"),
            )
        return self


class _File(Strict):
    lights: tuple[Lights, ...] = Field(min_length=1)


def read_lights(text: str, *, name: str) -> tuple[Lights, ...]:
    """Read the thresholds from YAML; every problem is told as `file:line`."""
    return load(text, name=name, model=_File).lights


def lights_on(known: Iterable[Lights], on: date) -> Lights:
    """Give the thresholds in force on a day; the first ones for a day before all."""
    ordered = sorted(known, key=lambda one: one.valid_from)
    return next((one for one in reversed(ordered) if one.valid_from <= on), ordered[0])


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Working days of the year that are over, of all it has."""

    days: int
    of: int

    @property
    def over(self) -> bool:
        """Whether the year has ended."""
        return self.days >= self.of


@dataclass(frozen=True, slots=True)
class Counts:
    """This year's months until now, and last year's until the same day and after it."""

    months: tuple[MonthCount, ...]
    last_until: MonthCount | None = None
    last_rest: MonthCount | None = None


def so_far(months: Sequence[MonthCount]) -> float | None:
    """Give the value of these months: the share of their sums, or the sum of a count."""
    if not months:
        return None
    number = sum(month.numerator for month in months)
    if all(month.denominator is None for month in months):
        return number
    whole = sum(month.denominator or 0 for month in months)
    return number / whole if whole else None


def forecast(counts: Counts, elapsed: Elapsed, *, earliest: int) -> Forecast:
    """Estimate the value at the year's end.

    The volume still to come is last year's rest scaled by how this year went beside it, or else
    this year's pace by working days; its share is that of the latest three months.
    """
    value = so_far(counts.months)
    if value is None:
        return Forecast(None, Method.NONE, Sentence("Chưa có số liệu.", "Nothing was counted yet."))
    if elapsed.over:
        return Forecast(value, Method.ENDED, Sentence("Số cả năm.", "The whole year."))
    if elapsed.days < earliest:
        said = f"{elapsed.days}/{elapsed.of}"
        return Forecast(
            None,
            Method.NONE,
            Sentence(
                f"Còn quá sớm để ước tính: mới qua {said} ngày làm việc.",
                f"Too early to estimate: {said} working days are over.",
            ),
        )
    method, more = _still_to_come(counts, elapsed)
    return Forecast(_at_the_end(counts.months, more), method, _told(method, elapsed))


def as_it_stands(value: float | None, elapsed: Elapsed) -> Forecast:
    """Take a value whose parts do not add up over the year as it stands now."""
    if value is None:
        return Forecast(None, Method.NONE, Sentence("Chưa có số liệu.", "Nothing was counted yet."))
    said = f"{elapsed.days}/{elapsed.of}"
    return Forecast(
        value,
        Method.ENDED if elapsed.over else Method.SAME,
        Sentence(
            f"Lấy như hiện nay, không ước tính ({said} ngày làm việc đã qua).",
            f"Taken as it stands, no estimate ({said} working days are over).",
        ),
    )


def light(target: Decimal, better: Better, *, expected: float | None, lights: Lights) -> Light:
    """Give the light of a target by what is expected at the year's end."""
    if expected is None:
        return Light.UNKNOWN
    reached = _reached(float(target), better, expected)
    if reached >= float(lights.green):
        return Light.GREEN
    return Light.AMBER if reached >= float(lights.amber) else Light.RED


def _reached(target: float, better: Better, expected: float) -> float:
    """Give the part of a target that is reached; 1 is all of it."""
    if better is Better.LESS:
        if expected <= target:
            return 1.0
        return target / expected
    return 1.0 if expected >= target else expected / target


def _still_to_come(counts: Counts, elapsed: Elapsed) -> tuple[Method, float]:
    """Give how the volume of the rest of the year relates to this year's so far."""
    until, rest = counts.last_until, counts.last_rest
    if until is not None and rest is not None and _volume(until) > 0:
        return Method.SEASON, _volume(rest) / _volume(until)
    return Method.PACE, (elapsed.of - elapsed.days) / elapsed.days


def _volume(count: MonthCount) -> float:
    return count.numerator if count.denominator is None else count.denominator


def _at_the_end(months: Sequence[MonthCount], more: float) -> float:
    number = sum(month.numerator for month in months)
    if all(month.denominator is None for month in months):
        return number * (1 + more)
    whole = sum(month.denominator or 0 for month in months)
    recent = so_far(sorted(months, key=lambda month: month.month)[-RECENT:])
    share = number / whole if recent is None else recent
    return (number + share * more * whole) / (whole * (1 + more))


def _told(method: Method, elapsed: Elapsed) -> Sentence:
    said = f"{elapsed.days}/{elapsed.of}"
    if method is Method.SEASON:
        return Sentence(
            f"Ước tính: phần còn lại như cùng kỳ năm trước, theo nhịp năm nay ({said} ngày làm "
            "việc đã qua).",
            f"An estimate: the rest as last year's, at this year's pace ({said} working days are "
            "over).",
        )
    return Sentence(
        f"Ước tính: phần còn lại như từ đầu năm đến nay ({said} ngày làm việc đã qua).",
        f"An estimate: the rest as this year so far ({said} working days are over).",
    )
