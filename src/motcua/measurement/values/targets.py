"""Targets given to heads of agencies, and how each stands."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import Better, Card


class Light(StrEnum):
    """How a target stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


class Method(StrEnum):
    """How a forecast was made."""

    SEASON = "season"
    """The rest of the year as last year's, scaled by how this year went so far."""
    PACE = "pace"
    """The rest of the year as this year so far, by working days."""
    SAME = "same"
    """As it stands: parts of the year do not add up to it."""
    ENDED = "ended"
    """The year is over: nothing is estimated."""
    NONE = "none"
    """Too early, or nothing was counted."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target as it was set. `value` is in the indicator's unit (a share is 0…1).

    `head` is the person or office answerable; `officer` the account, where it is a named one.
    """

    key: UUID
    agency: str
    year: int
    indicator: str
    value: Decimal
    better: Better
    head: str
    officer: UUID | None
    set_by: str
    set_at: datetime
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """What was counted in a month: a share's parts, or a count and None."""

    month: date
    numerator: float
    denominator: float | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The value expected at the year's end: an estimate, said to be one by `sentence`."""

    value: float | None
    method: Method
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class TargetState:
    """A target with what was reached so far, what is expected and its light.

    `value` is this year's until now in the target's unit; None where nothing was counted.
    """

    target: Target
    card: Card
    value: float | None
    forecast: Forecast
    light: Light
    sentence: Sentence
    until: date
    months: tuple[MonthCount, ...] = ()
