from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.evaluation.judged import LIBRARY

from motcua.evaluation.probes import registry
from motcua.evaluation.probes.accessibility.success import AUTOMATIC, CRITERIA
from motcua.evaluation.queries import criteria
from motcua.evaluation.queries.criteria import CriteriaUnknown, criteria_set, sets
from motcua.evaluation.rules.criteria_lint import World, lint
from motcua.evaluation.values.criteria import CriteriaSet, Method
from motcua.measurement.indicators import CARDS

pytestmark = pytest.mark.once

NAMES = [
    "privacy/2026",
    "qd-473/2024-placeholder",
    "tt-01-2018/1",
    "users-view/2024-placeholder",
    "ux-2023/placeholder",
    "wcag-2.2/aa",
]


def methods(one: CriteriaSet) -> dict[str, int]:
    return dict(Counter(each.method.value for each in one.criteria))


def test_every_set_of_the_library_stands() -> None:
    """Weights add up, bands cover all, and every measure names facts that a probe finds."""
    read = criteria.read_sets()
    world = World(
        facts=registry.facts(), indicators=CARDS, sets=tuple(one.criteria_set for one in read)
    )
    problems = [problem.text("en") for one in read for problem in lint(one, world)]
    assert problems == []
    assert [one.criteria_set.name for one in read] == NAMES
    measured = [each for one in read for each in one.criteria_set.criteria if each.measure]
    assert len(measured) > 100


def test_nothing_that_was_not_read_is_called_official() -> None:
    assert not any(one.official for one in sets())
    assert not any(each.official for one in sets() for each in one.criteria)


def test_the_set_of_2024_has_the_groups_points_and_grades_of_the_decision() -> None:
    one = criteria_set("qd-473/2024-placeholder")
    assert [group.points for group in one.groups] == [50, 5, 20, 15, 5, 5]
    assert {band.code: band.least * 100 for band in one.bands} == {
        "A": 90,
        "B": 80,
        "C": 65,
        "D": 50,
        "E": 0,
    }
    functions = {
        method: sum(
            each.points for each in one.criteria if each.group == "CN" and each.method is method
        )
        for method in Method
    }
    assert (functions[Method.AUTOMATIC], sum(functions.values())) == (30, 50)
    assert [each.indicator for each in one.criteria if each.indicator] == ["use2", "ontime"]


def test_the_set_of_accessibility_has_every_success_criterion_once() -> None:
    one = criteria_set("wcag-2.2/aa")
    assert [each.code for each in one.criteria] == [f"SC{number}" for number in CRITERIA]
    assert "SC4.1.1" not in one.by_code
    automatic = [each for each in one.criteria if each.measure]
    assert [each.measure.facts for each in automatic if each.measure] == [
        (sc.fact,) for sc in AUTOMATIC.values()
    ]
    assert methods(one) == {"automatic": len(AUTOMATIC), "manual": 55 - len(AUTOMATIC)}


def test_the_review_of_users_has_four_groups_and_three_levels() -> None:
    one = criteria_set("users-view/2024-placeholder")
    assert len(one.groups) == 4
    assert [level.code for level in one.levels] == ["good", "average", "fail"]


def test_the_nine_indices_of_2018_have_five_classes() -> None:
    one = criteria_set("tt-01-2018/1")
    assert len(one.criteria) == 9
    assert [band.least * 18 for band in one.bands] == [15, 12, 9, 6, 0]


@pytest.mark.parametrize(
    ("day", "count"), [(date(2018, 11, 22), 0), (date(2024, 4, 3), 4), (date(2026, 1, 1), 6)]
)
def test_a_day_knows_the_sets_in_force(day: date, count: int) -> None:
    assert len(sets(day)) == count


def test_an_unknown_set_is_refused_with_the_nearest() -> None:
    with pytest.raises(CriteriaUnknown) as refused:
        criteria_set("qd-473/2024")
    assert "Có phải “qd-473/2024-placeholder”?" in refused.value.sentence.vi


def test_a_file_is_read_anew_only_when_it_says_something_else(tmp_path: Path) -> None:
    path = tmp_path / "2026.yaml"
    text = (LIBRARY / "criteria/privacy/2026.yaml").read_text("utf-8")
    path.write_text(text, "utf-8")
    first = criteria.read_file(path)
    assert criteria.read_file(path) is first
    path.write_text(text.replace("least: 0.8,", "least: 0.9,"), "utf-8")
    assert criteria.read_file(path).criteria_set.bands[0].least == Fraction(9, 10)
