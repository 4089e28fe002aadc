"""Gathering what was said of each criterion of a portal: one answer each, and its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from motcua.evaluation.values.campaigns import Seat
from motcua.evaluation.values.criteria import CriteriaSet, Method
from motcua.evaluation.values.published import DrawnFigure, PublishedAnswer
from motcua.evaluation.values.scores import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one source said of a criterion."""

    value: Fraction | None
    applies: bool = True
    reason: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it answers the question."""
        return not self.applies or self.value is not None

    def agrees_with(self, other: "Said") -> bool:
        """Whether two say the same; their words may differ."""
        return (self.value, self.applies) == (other.value, other.applies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that was said of a portal, each by the code of its criterion.

    `seats` holds the sheets that are finished; `wanted` how many there must be.
    """

    wanted: int
    seats: Mapping[Seat, Mapping[str, Said]] = field(default_factory=dict)
    agreed: Mapping[str, Said] = field(default_factory=dict)
    declared: Mapping[str, Said] = field(default_factory=dict)
    overrides: Mapping[str, Said] = field(default_factory=dict)
    figures: tuple[DrawnFigure, ...] = ()


def gather(
    criteria_set: CriteriaSet, material: Material
) -> tuple[tuple[Answer, ...], tuple[PublishedAnswer, ...]]:
    """Give the answers that are judged by, and the same as they are published.

    Two evaluators who differ leave a criterion open until they agree. Overrides stand beside.
    """
    figures = {one.criterion: one for one in material.figures}
    answers: list[Answer] = []
    told: list[PublishedAnswer] = []
    for criterion in criteria_set.criteria:
        said, source = _said(criterion.code, criterion.method, material, figures=figures)
        if said is not None and said.is_whole:
            answers.append(_answer(criterion.code, said))
            told.append(_published(criterion.code, said, source))
        over = material.overrides.get(criterion.code)
        if over is not None:
            answers.append(_answer(criterion.code, over, override=True))
            told.append(_published(criterion.code, over, "override"))
    return tuple(answers), tuple(told)


def _said(
    code: str, method: Method, material: Material, *, figures: Mapping[str, DrawnFigure]
) -> tuple[Said | None, str]:
    if method is Method.DECLARED:
        return _declared(material.declared.get(code)), "declared"
    if method is Method.INDICATOR:
        figure = figures.get(code)
        return (Said(value=figure.value, reason=figure.says.vi) if figure else None), "indicator"
    if method is Method.MANUAL:
        return _manual(code, material), "manual"
    return None, ""


def _declared(said: Said | None) -> Said | None:
    """Take what an agency declares, but not that it need not: a judge confirms that, by override.

    Points of what does not apply go to others, so that hiding something would pay.
    """
    return said if said and said.applies else None


def _manual(code: str, material: Material) -> Said | None:
    sheets = [one[code] for one in material.seats.values() if code in one]
    if len(sheets) < material.wanted:
        return None
    evidence = _all(one.evidence for one in sheets)
    if len(sheets) > 1 and not sheets[0].agrees_with(sheets[1]):
        agreed = material.agreed.get(code)
        return _with(agreed, evidence) if agreed else None
    reasons = " · ".join(dict.fromkeys(one.reason for one in sheets if one.reason))
    first = sheets[0]
    return Said(value=first.value, applies=first.applies, reason=reasons, evidence=evidence)


def _with(said: Said, evidence: tuple[str, ...]) -> Said:
    return Said(value=said.value, applies=said.applies, reason=said.reason, evidence=evidence)


def _all(many: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for each in many for one in each))


def _answer(code: str, said: Said, *, override: bool = False) -> Answer:
    return Answer(
        criterion=code,
        value=said.value,
        applies=said.applies,
        reason=said.reason,
        override=override,
    )


def _published(code: str, said: Said, source: str) -> PublishedAnswer:
    return PublishedAnswer(
        criterion=code,
        source=source,
        value=said.value,
        applies=said.applies,
        reason=said.reason,
        evidence=said.evidence,
    )
