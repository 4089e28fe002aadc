"""Grading: facts and answers against a set of criteria. Only here is anything judged."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from motcua.evaluation.rules.judging.explaining import of_answer
from motcua.evaluation.rules.judging.scales import band_of, best_of, share_of
from motcua.evaluation.rules.judging.seeing import Observed, seen
from motcua.evaluation.rules.judging.valuing import value_of
from motcua.evaluation.rules.judging.weighing import Weights, total_of, weights
from motcua.evaluation.values.criteria import Absent, CriteriaSet, Criterion, Method
from motcua.evaluation.values.facts import FactCard
from motcua.evaluation.values.pages import PageKind
from motcua.evaluation.values.scores import (
    Answer,
    CriterionScore,
    GroupScore,
    Result,
    Standing,
)
from motcua.kernel.words import Refused, Sentence

_ZERO = Fraction(0)


class AnswerRefused(Refused):
    """An answer that cannot be counted: of no criterion, given twice, an override without why."""


@dataclass(frozen=True, slots=True)
class _Judged:
    standing: Standing
    value: Fraction | None
    because: Sentence
    overridden: bool = False


def grade(
    criteria_set: CriteriaSet,
    observations: Observed,
    answers: Iterable[Answer] = (),
    *,
    facts: Mapping[str, FactCard],
    kinds: Mapping[str, PageKind] | None = None,
) -> Result:
    """Judge a portal by a set: exact points, and the grade of the unrounded total.

    An override stands above everything. A plain answer to an automatic criterion counts only
    where the probes could not see. `kinds` are the pages' kinds by address, for observations
    without their audit. Raises AnswerRefused.
    """
    found = seen(observations, kinds)
    given = _given(criteria_set, answers)
    judged = {
        one.code: _judged(one, given, lambda one: _Judged(*_measured(value_of(one, found, facts))))
        for one in criteria_set.criteria
    }
    absent = {code for code, one in judged.items() if one.standing is Standing.NOT_APPLICABLE}
    weighed = weights(criteria_set, absent)
    return _result(
        criteria_set,
        tuple(
            _score(one, judged[one.code], weighed=weighed, criteria_set=criteria_set)
            for one in criteria_set.criteria
        ),
        weighed,
    )


def _measured(
    valued: tuple[Fraction | None, Standing, Sentence],
) -> tuple[Standing, Fraction | None, Sentence]:
    value, standing, because = valued
    return standing, value, because


def _given(
    criteria_set: CriteriaSet, answers: Iterable[Answer]
) -> Mapping[tuple[str, bool], Answer]:
    """Key answers by criterion and whether they override, refusing what cannot be counted."""
    known = criteria_set.by_code
    found: dict[tuple[str, bool], Answer] = {}
    for one in answers:
        key = (one.criterion, one.override)
        if one.criterion not in known:
            raise AnswerRefused(
                Sentence(
                    f"Bộ tiêu chí {criteria_set.name} không có tiêu chí {one.criterion}.",
                    f"There is no criterion {one.criterion} in {criteria_set.name}.",
                )
            )
        if key in found:
            raise AnswerRefused(
                Sentence(
                    f"Tiêu chí {one.criterion} được trả lời hai lần; hãy thống nhất trước.",
                    f"{one.criterion} was answered twice; agree on one answer first.",
                )
            )
        if one.override and not one.reason.strip():
            raise AnswerRefused(
                Sentence(
                    f"Sửa kết quả của tiêu chí {one.criterion} thì phải ghi lý do.",
                    f"Putting another value for {one.criterion} needs a reason.",
                )
            )
        found[key] = one
    return found


def _judged(
    criterion: Criterion,
    given: Mapping[tuple[str, bool], Answer],
    measure: Callable[[Criterion], _Judged],
) -> _Judged:
    override = given.get((criterion.code, True))
    if override is not None:
        return _answered(criterion, override)
    answer = given.get((criterion.code, False))
    if criterion.method is not Method.AUTOMATIC:
        return _answered(criterion, answer or Answer(criterion=criterion.code, value=None))
    by_probe = measure(criterion)
    if by_probe.standing is Standing.OPEN and answer is not None:
        return _answered(criterion, answer)
    return by_probe


def _answered(criterion: Criterion, answer: Answer) -> _Judged:
    because = of_answer(criterion, answer)
    if not answer.applies:
        return _Judged(Standing.NOT_APPLICABLE, None, because, answer.override)
    standing = Standing.OPEN if answer.value is None else Standing.JUDGED
    return _Judged(standing, answer.value, because, answer.override)


def _score(
    criterion: Criterion, judged: _Judged, *, weighed: Weights, criteria_set: CriteriaSet
) -> CriterionScore:
    share, level = _ZERO, ""
    if judged.standing is Standing.JUDGED and judged.value is not None:
        share = share_of(criterion.scale, judged.value)
        reached = band_of(criteria_set.levels, share)
        level = reached.code if reached else ""
    elif judged.standing is Standing.NOT_APPLICABLE and criterion.absent is Absent.FULL:
        share = Fraction(1)
    most = weighed.criteria[criterion.code]
    return CriterionScore(
        code=criterion.code,
        group=criterion.group,
        method=criterion.method,
        standing=judged.standing,
        share=share,
        points=share * most,
        most=most,
        value=judged.value,
        level=level,
        because=judged.because,
        overridden=judged.overridden,
    )


def _result(
    criteria_set: CriteriaSet, scores: tuple[CriterionScore, ...], weighed: Weights
) -> Result:
    groups = tuple(
        GroupScore(
            code=group.code,
            points=min(
                weighed.groups[group.code],
                sum((one.points for one in scores if one.group == group.code), _ZERO),
            ),
            most=weighed.groups[group.code],
        )
        for group in criteria_set.groups
    )
    most = total_of(criteria_set)
    total = sum((group.points for group in groups), _ZERO)
    band = band_of(criteria_set.bands, total / most if most else _ZERO)
    judged = _share_judged(scores)
    return Result(
        criteria_set=criteria_set.name,
        total=total,
        most=most,
        grade=band.code if band else "",
        judged=judged,
        provisional=not judged or any(one.standing is Standing.OPEN for one in scores),
        groups=groups,
        criteria=scores,
        at_best=_at_best(criteria_set, scores),
    )


def _share_judged(scores: tuple[CriterionScore, ...]) -> Fraction:
    whole = sum((one.most for one in scores), _ZERO)
    closed = sum((one.most for one in scores if one.standing is not Standing.OPEN), _ZERO)
    return closed / whole if whole else _ZERO


def _at_best(criteria_set: CriteriaSet, scores: tuple[CriterionScore, ...]) -> Fraction | None:
    best = best_of(criteria_set.levels)
    if best is None:
        return None
    count = [one for one in scores if one.standing is not Standing.NOT_APPLICABLE]
    there = sum(one.level == best.code for one in count)
    return Fraction(there, len(count)) if count else _ZERO
