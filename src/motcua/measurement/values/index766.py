"""Index 766 as pages read it: points of parts, metrics, groups and the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import Way
from motcua.measurement.values.periods import Period

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Count:
    """What a share is made of; both are 0 or more."""

    numerator: Decimal
    denominator: Decimal

    def __add__(self, other: "Count") -> "Count":
        return Count(self.numerator + other.numerator, self.denominator + other.denominator)


@dataclass(frozen=True, slots=True)
class PartPoints:
    """What one share earned. `missing` is empty, not_declared, no_facts or denominator_zero.

    A part with something missing earns 0; `known` then is 0 too, else its most points.
    `share` is the numerator over the denominator, not capped; None where it cannot be said.
    """

    code: str
    name: Sentence
    points: Decimal
    most: Decimal
    target: Decimal
    measured: bool
    count: Count | None = None
    share: Decimal | None = None
    missing: str = ""

    @property
    def known(self) -> Decimal:
        """The points that could have been earned by what was told."""
        return Decimal() if self.missing else self.most


@dataclass(frozen=True, slots=True)
class MetricPoints:
    """What a metric earned: its parts added up, never above `most`."""

    code: str
    name: Sentence
    points: Decimal
    most: Decimal
    parts: tuple[PartPoints, ...]
    note: Sentence | None = None

    @property
    def shown(self) -> Decimal:
        """The points to two places, half up, as they are published."""
        return rounded(self.points)

    @property
    def known(self) -> Decimal:
        """The points that could have been earned by what was told."""
        return min(self.most, sum((part.known for part in self.parts), Decimal()))


@dataclass(frozen=True, slots=True)
class GroupPoints:
    """What a group of metrics earned."""

    code: str
    name: Sentence
    points: Decimal
    most: Decimal
    metrics: tuple[MetricPoints, ...]

    @property
    def shown(self) -> Decimal:
        """The points to two places, half up, as they are published."""
        return rounded(self.points)


@dataclass(frozen=True, slots=True)
class Index766:
    """The index of one agency ("": the country) in one period, counted one way.

    `known` is how many of the 100 points what was told could have earned; where it is below 100
    the total is a lower bound and `missing` says of which parts and why.
    """

    agency: str
    period: Period | None
    way: Way
    title: Sentence
    legal_basis: Sentence
    official: bool
    origin: Sentence
    valid_from: date
    points: Decimal
    most: Decimal
    known: Decimal
    groups: tuple[GroupPoints, ...]
    missing: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> Decimal:
        """The total to two places, half up, as it is published."""
        return rounded(self.points)

    def metric(self, code: str) -> MetricPoints:
        """Give one metric; KeyError where there is none of that code."""
        for group in self.groups:
            for metric in group.metrics:
                if metric.code == code:
                    return metric
        raise KeyError(code)


def rounded(points: Decimal) -> Decimal:
    """Round points to hundredths, half up, as the published tables do."""
    return points.quantize(HUNDREDTH, ROUND_HALF_UP)
