"""Portals side by side: ranked, compared with themselves a year ago, counted by criterion."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from motcua.evaluation.values.scores import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A portal in its league (ministries, provinces)."""

    key: str
    league: str
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A portal at its rank: equals share one and leave a gap (1, 2, 2, 4)."""

    rank: int
    tied: bool
    rival: Rival


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A criterion now, and what it says of the same in the earlier version.

    Shares are 0…1; None where it was not judged.
    """

    code: str
    was: tuple[str, ...]
    points: Fraction
    before: Fraction | None
    after: Fraction | None

    @property
    def comparable(self) -> bool:
        """Whether both sides were judged."""
        return self.before is not None and self.after is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two results by the criteria that may be compared.

    `before` and `after` are shares of the points (of the later version) of what was judged on both
    sides, None where nothing was; `gone` and `new` name the criteria that have no counterpart.
    """

    before_set: str
    after_set: str
    changes: tuple[Change, ...]
    before: Fraction | None
    after: Fraction | None
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionTally:
    """How many portals stand where on one criterion.

    levels    by the code of the level; a set of points has `full`, `part` and `none`
    absent    portals it does not apply to
    unjudged  portals where it is open
    """

    code: str
    levels: Mapping[str, int]
    absent: int
    unjudged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A campaign counted.

    at_best    by portal, the share of its criteria at the best level (or with full points)
    over_half  portals with more than half of their criteria there
    grades     portals by grade
    """

    portals: int
    criteria: tuple[CriterionTally, ...]
    at_best: Mapping[str, Fraction]
    over_half: int
    grades: Mapping[str, int]
