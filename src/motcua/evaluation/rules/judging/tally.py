"""Tallying a campaign: how many portals stand where, criterion by criterion."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.leagues import CriterionTally, Tally
from motcua.evaluation.values.scores import CriterionScore, Result, Standing

FULL, PART, NONE = "full", "part", "none"


def tally(criteria_set: CriteriaSet, results: Mapping[str, Result]) -> Tally:
    """Count the results of portals, by their keys, all judged by one set."""
    for key, result in results.items():
        if result.criteria_set != criteria_set.name:
            raise ValueError(f"{key} was judged by {result.criteria_set}, not {criteria_set.name}")
    by_portal = {key: {one.code: one for one in result.criteria} for key, result in results.items()}
    at_best = {key: _at_best(result) for key, result in results.items()}
    grades = Counter(result.grade for result in results.values())
    return Tally(
        portals=len(results),
        criteria=tuple(
            _criterion(code, [scores[code] for scores in by_portal.values()], _levels(criteria_set))
            for code in criteria_set.by_code
        ),
        at_best=at_best,
        over_half=sum(share > Fraction(1, 2) for share in at_best.values()),
        grades={band.code: grades[band.code] for band in criteria_set.bands},
    )


def level_of(score: CriterionScore) -> str:
    """Give where a judged criterion stands: its level, or how much of its points it has."""
    if score.level:
        return score.level
    if not score.share:
        return NONE
    return FULL if score.share == 1 else PART


def _levels(criteria_set: CriteriaSet) -> tuple[str, ...]:
    return tuple(one.code for one in criteria_set.levels) or (FULL, PART, NONE)


def _criterion(code: str, scores: list[CriterionScore], levels: tuple[str, ...]) -> CriterionTally:
    there = Counter(level_of(one) for one in scores if one.standing is Standing.JUDGED)
    return CriterionTally(
        code=code,
        levels={level: there[level] for level in levels},
        absent=sum(one.standing is Standing.NOT_APPLICABLE for one in scores),
        unjudged=sum(one.standing is Standing.OPEN for one in scores),
    )


def _at_best(result: Result) -> Fraction:
    if result.at_best is not None:
        return result.at_best
    there = [one for one in result.criteria if one.standing is not Standing.NOT_APPLICABLE]
    full = sum(one.share == 1 for one in there)
    return Fraction(full, len(there)) if there else Fraction(0)
