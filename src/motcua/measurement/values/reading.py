"""What pages read: frozen figures with what is missing or estimated said in them."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.measurement.values.cards import Card, League, Way
from motcua.measurement.values.periods import Period


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of an indicator for one key (an agency's code, `2026-03`, a procedure, a channel).

    `value` is None where it cannot be said; `missing` says why in a code: no_supply, no_facts,
    silent (the site stopped sending), denominator_zero. `partial` is true when days of the period
    are still to come or were not reported.
    """

    key: str
    numerator: float | None
    denominator: float | None
    value: float | None
    missing: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """An indicator's figures by one key for one period, one way."""

    card: Card
    period: Period
    way: Way
    total: Figure
    rows: tuple[Figure, ...]
    counted_at: datetime | None
    """When the newest roll-up they read was written; None: nothing was ever counted."""


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator over time for one agency (or the country: ""), one figure a `grain` step."""

    card: Card
    agency: str
    way: Way
    points: tuple[tuple[date, Figure], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a league table. Equal values share a rank and leave a gap: 1, 2, 2, 4."""

    rank: int | None
    agency: str
    figure: Figure
    other: Figure | None = None
    """The same figure counted the other way."""
    moved: int | None = None
    """Ranks gained since the period before; None when there was none."""


@dataclass(frozen=True, slots=True)
class LeagueTable:
    """A ranking of one league by one indicator."""

    card: Card
    league: League
    period: Period
    way: Way
    places: tuple[Place, ...]
    counted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with its 95 % confidence interval (Wilson) and the response rate behind it."""

    share: float | None
    low: float | None
    high: float | None
    satisfied: int
    rated: int
    asked: int
