"""The figures that the reviews of 2023 and 2024 published, out of campaigns built to have them.

No result of a single portal was published: these portals are made up, and only the counts are real.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

import pytest
from tests.evaluation.judged import answer, card, from_library, saw

from motcua.evaluation.rules.judging import grade, tally
from motcua.evaluation.rules.judging.scales import band_of, share_of
from motcua.evaluation.values.criteria import CriteriaSet, Criterion, How
from motcua.evaluation.values.facts import Scope
from motcua.evaluation.values.leagues import Tally
from motcua.evaluation.values.observations import Observation
from motcua.evaluation.values.scores import Answer

pytestmark = pytest.mark.once

PAGES = [f"https://cong.vn/{at}" for at in range(10)]
GOOD, AVERAGE, FAIL = "good", "average", "fail"
PRIVACY, DISABILITY, COMPATIBLE = "QL.1", "GD.2", "GD.1"
SUPPORT, LOOK_UP, COMPLETE, ALSO_BY = "TR.1", "TR.2", "TH.1", "TR.4"
FORMS, FOLLOW = "TH.3", "TH.4"
Plan = Callable[[int, Criterion], str]


def made_of(criterion: Criterion, good: int) -> list[Observation]:
    """Observations with the first `good` of the facts (or pages) right."""
    measure = criterion.measure
    assert measure is not None
    if measure.how is How.EACH:
        return [saw(fact, at < good, PAGES[0]) for at, fact in enumerate(measure.facts)]
    return [saw(fact, at < good, page) for fact in measure.facts for at, page in enumerate(PAGES)]


@cache
def share_at(criterion: Criterion, good: int) -> Fraction:
    measure = criterion.measure
    assert measure is not None
    if measure.how is How.ANY:
        value = Fraction(good > 0)
    elif measure.how is How.ALL:
        value = Fraction(good == len(PAGES))
    else:
        whole = len(measure.facts) if measure.how is How.EACH else len(PAGES)
        value = Fraction(good, whole)
    return share_of(criterion.scale, value)


def found_on(whole: CriteriaSet, plan: Plan, portal: int) -> tuple[list[Observation], list[Answer]]:
    """What is seen and answered so that each criterion stands where the plan says."""
    seen, answers = [], []
    for criterion in whole.criteria:
        level = plan(portal, criterion)
        if criterion.measure is None:
            answers.append(answer(criterion.code, {GOOD: 1, AVERAGE: "0.7", FAIL: 0}[level]))
            continue
        most = len(criterion.measure.facts) if criterion.measure.how is How.EACH else len(PAGES)
        seen += made_of(criterion, next(_counts(whole, criterion, level, most=most)))
    return seen, answers


def _counts(whole: CriteriaSet, criterion: Criterion, level: str, *, most: int) -> Iterator[int]:
    for good in range(most + 1):
        band = band_of(whole.levels, share_at(criterion, good))
        if band and band.code == level:
            yield good


def campaign(whole: CriteriaSet, plan: Plan, portals: int) -> Tally:
    codes = {fact for one in whole.criteria if one.measure for fact in one.measure.facts}
    facts = {code: card(code, scope=Scope.PAGE) for code in codes}
    results = {}
    for portal in range(portals):
        seen, answers = found_on(whole, plan, portal)
        results[f"portal {portal:02}"] = grade(whole, seen, answers, facts=facts)
    return tally(whole, results)


def review_of_2024(portal: int, criterion: Criterion) -> str:
    """Give the published criteria their levels; others are good until 6 to 11 of the 22 are."""
    known = known_in_2024(portal)
    if criterion.code in known:
        return known[criterion.code]
    whole = from_library("users-view/2024-placeholder")
    others = [one.code for one in whole.criteria if one.code not in known]
    wanted = 6 + portal % 6 - sum(level == GOOD for level in known.values())
    return GOOD if others.index(criterion.code) < wanted else FAIL


def known_in_2024(portal: int) -> dict[str, str]:
    def at(*, good: int, average: int) -> str:
        return GOOD if portal < good else AVERAGE if portal < good + average else FAIL

    return {
        PRIVACY: at(good=1, average=2),
        DISABILITY: at(good=6, average=18),
        FORMS: at(good=6, average=18),  # reads a fact that DISABILITY reads too
        FOLLOW: GOOD,  # reads a fact that LOOK_UP reads too
        COMPATIBLE: at(good=5, average=50),
        SUPPORT: at(good=32, average=30),
        LOOK_UP: at(good=40, average=23),
        COMPLETE: at(good=30, average=20),
        ALSO_BY: at(good=0, average=22),
    }


def test_the_review_of_63_portals_in_2024() -> None:
    found = campaign(from_library("users-view/2024-placeholder"), review_of_2024, 63)
    levels = {one.code: dict(one.levels) for one in found.criteria}

    assert found.portals == 63
    assert levels[PRIVACY][FAIL] == 60
    assert levels[DISABILITY][FAIL] == 39
    assert levels[COMPLETE][GOOD] == 30
    assert levels[SUPPORT] == {GOOD: 32, AVERAGE: 30, FAIL: 1}
    assert levels[LOOK_UP][FAIL] == 0
    assert levels[ALSO_BY][FAIL] == 63 - 22
    assert levels[COMPATIBLE][AVERAGE] > 63 / 2
    assert found.over_half == 0
    assert max(found.at_best.values()) == Fraction(1, 2)
    assert not any(one.unjudged or one.absent for one in found.criteria)


def test_one_more_good_criterion_would_have_been_over_half() -> None:
    whole = from_library("users-view/2024-placeholder")

    def better(portal: int, criterion: Criterion) -> str:
        first = portal == 5 and criterion.code == ALSO_BY
        return GOOD if first else review_of_2024(portal, criterion)

    assert campaign(whole, better, 6).over_half == 1


def test_the_review_of_83_portals_in_2023() -> None:
    whole = from_library("ux-2023/placeholder")

    def plan(portal: int, criterion: Criterion) -> str:
        place = [one.code for one in whole.criteria].index(criterion.code)
        return GOOD if place < (10 if portal < 11 else portal % 10) else FAIL

    found = campaign(whole, plan, 20 + 63)
    assert found.portals == 83
    assert found.grades["good"] == 11
    assert sum(found.grades.values()) == 83
