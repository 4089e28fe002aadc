"""Scores: what criteria made of facts and answers, kept exact; rounding is for the eye only."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from motcua.evaluation.values.criteria import Method
from motcua.kernel.words import Sentence


class Standing(StrEnum):
    """Whether a criterion could be judged."""

    JUDGED = "judged"
    NOT_APPLICABLE = "not_applicable"
    OPEN = "open"
    """Nobody answered yet, or the probe could not see: no points, and said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person or an indicator said of a criterion: the value that its scale reads.

    value None with `applies` True is an open answer. `override`: the reason, where a judge put
    another value in the place of what a probe found. `declared`: whoever answers speaks of their
    own portal and nobody looked after it; the report says so, with reason and evidence.
    """

    criterion: str
    value: Fraction | None
    applies: bool = True
    reason: str = ""
    override: bool = False
    by: str = ""
    declared: bool = False
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionScore:
    """`share` in 0…1 of `most` points (after redistribution); `level` where the set has levels."""

    code: str
    group: str
    method: Method
    standing: Standing
    share: Fraction
    points: Fraction
    most: Fraction
    value: Fraction | None = None
    level: str = ""
    because: Sentence | None = None
    overridden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScore:
    """Points of a group after its cap."""

    code: str
    points: Fraction
    most: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A portal judged by a set. `judged` is the share of all points that were judged at all; a
    grade is `provisional` while any criterion is open. `at_best` is the share of the criteria that
    apply which stand at the best level; None where the set has no levels."""

    criteria_set: str
    total: Fraction
    most: Fraction
    grade: str
    judged: Fraction
    provisional: bool
    groups: tuple[GroupScore, ...]
    criteria: tuple[CriterionScore, ...]
    at_best: Fraction | None = None
