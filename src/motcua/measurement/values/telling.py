"""What agencies tell of themselves, and what of anybody's telling was turned away."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.kernel.words import Sentence
from motcua.measurement.values.facts import Level, Source


@dataclass(frozen=True, slots=True)
class SupplyTold:
    """How far an agency offers a procedure online, from a day on (`valid_to`: until then).

    `batch` is 63 bits; what was told together shares it. `site` told it, at `told_at` (UTC).
    """

    agency: str
    procedure: str
    level: Level
    has_fee: bool
    essential: bool
    valid_from: date
    valid_to: date | None
    site: int
    told_at: datetime
    batch: int


@dataclass(frozen=True, slots=True)
class MetricTold:
    """A metric of index 766 that no event carries, for a month (its first day)."""

    month: date
    agency: str
    metric: str
    numerator: float
    denominator: float
    site: int
    told_at: datetime
    batch: int


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Something that was not counted, at a second of a day in Hà Nội.

    `agency` is the site's, empty where nobody knows the site (then `site` is 0). `example` is raw
    but for what names a person.
    """

    at: datetime
    day: date
    second: int
    site: int
    agency: str
    source: Source
    reason: str
    field: str
    sentence: Sentence
    example: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class TakenOut:
    """How often something that names a person was taken out of accepted facts."""

    day: date
    second: int
    site: int
    agency: str
    source: Source
    what: str
    times: int
