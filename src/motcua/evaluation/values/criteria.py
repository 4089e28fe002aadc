"""Criteria sets: what a portal is judged by, as data of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence


class Method(StrEnum):
    """Who answers a criterion: a probe, an evaluator, the agency with evidence, an indicator."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"
    DECLARED = "declared"
    INDICATOR = "indicator"


class ScaleKind(StrEnum):
    """How a value becomes a share of the points."""

    BINARY = "binary"
    GRADED = "graded"
    RATIO = "ratio"
    LEVEL = "level"


class Absent(StrEnum):
    """What becomes of the points of a criterion that does not apply to a portal."""

    REDISTRIBUTE = "redistribute"
    FULL = "full"


class How(StrEnum):
    """How one value is made of a fact's observations over pages."""

    ANY = "any"
    ALL = "all"
    SHARE_GOOD = "share_good"
    """Share of the pages on which the fact is on the good side of its limit."""
    MEDIAN = "median"
    WORST = "worst"
    TOTAL = "total"
    EACH = "each"
    """Share of the facts that are on the good side on at least one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a graded or level scale: from this value on, this share of the points."""

    least: Fraction
    share: Fraction
    title: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """binary: true or at least `target`; ratio: min(1, value / target), less is better where
    `less`; graded (0-1-2) and level: the highest step reached."""

    kind: ScaleKind
    target: Fraction | None = None
    less: bool = False
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """From which facts a value comes: all of `facts` on pages of `kinds` (empty: every page).

    needs  facts without which the others cannot be right: a portal without https has no
           certificate to judge, and that is a fault, not something that does not apply
    """

    facts: tuple[str, ...]
    how: How
    kinds: tuple[PageKind, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that is judged. `points` is the most that it gives; `same_as` names criteria of
    earlier versions (`set/version/code`) with which it may be compared."""

    code: str
    group: str
    text: Sentence
    points: Fraction
    scale: Scale
    method: Method
    evidence: Sentence
    basis: tuple[str, ...] = ()
    official: bool = False
    measure: Measure | None = None
    indicator: str = ""
    guidance: Sentence | None = None
    absent: Absent = Absent.REDISTRIBUTE
    same_as: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Criteria that belong together; `cap` is the most they give together (usually `points`)."""

    code: str
    text: Sentence
    points: Fraction
    cap: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A grade: from `least` (a share of all points) on. Bands cover 0 to 1 without gaps."""

    code: str
    least: Fraction
    text: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """A set of criteria in one version. `official` only where the whole was read in the decision.

    levels: bands in which each *criterion* is told (good / average / fail), for sets that judge by
    levels and not by points; empty for sets of points.
    """

    code: str
    version: str
    title: Sentence
    source: Sentence
    official: bool
    valid_from: date
    valid_to: date | None
    groups: tuple[Group, ...]
    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]
    levels: tuple[Band, ...] = ()
    notes: tuple[Sentence, ...] = ()
    digest: str = ""

    @property
    def name(self) -> str:
        """Code and version: `qd-473/2024`."""
        return f"{self.code}/{self.version}"

    @property
    def by_code(self) -> Mapping[str, Criterion]:
        """Its criteria by their codes."""
        return {one.code: one for one in self.criteria}
