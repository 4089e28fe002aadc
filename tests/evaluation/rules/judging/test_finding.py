import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import (
    CALM,
    SHARE,
    a_set,
    answer,
    automatic,
    card,
    manual,
    nothing,
    saw,
    words,
)

from motcua.evaluation.rules.judging import findings, five_things, grade
from motcua.evaluation.values.criteria import How, Measure, Method
from motcua.evaluation.values.facts import Better, Severity, Unit
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.observations import Observation, Place

pytestmark = pytest.mark.once

P1, P2 = "https://cong.vn/1", "https://cong.vn/2"
FACTS = {
    one.code: one
    for one in (
        card("s.axe", unit=Unit.COUNT, better=Better.LESS, limit=0, severity=Severity.CRITICAL),
        card("s.lang"),
        card("s.https", severity=Severity.CRITICAL),
        card("s.hint", severity=Severity.MINOR),
        card("s.told", better=Better.NEITHER, unit=Unit.COUNT),
    )
}
SET = a_set(
    automatic("A", "s.axe", "s.lang", how=How.SHARE_GOOD, scale=SHARE, points=20),
    automatic("B", "s.https", points=30),
    manual("C", 50),
)


def place(rule: str, selector: str = "img") -> Place:
    return Place(selector=selector, rule=rule)


THERE = [
    saw("s.axe", 25, P1, places=(place("image-alt"), place("image-alt"), place("label")), found=25),
    saw("s.axe", 1, P2, places=(place("label"),), found=1, note=words("Trang dài")),
    saw("s.lang", True, P1),
    saw("s.lang", False, P2, evidence=("abc",)),
    saw("s.https", False, P1),
    saw("s.hint", False, P1),
    saw("s.told", 7, P1),
    saw("s.unknown", False, P1),
]
RESULT = grade(SET, THERE, [answer("C", "0.5")], facts=FACTS)


def told(one: Finding) -> tuple:
    return one.card.code, one.rule, len(one.pages), one.found, one.criteria, one.lost


def test_each_fault_is_a_finding_with_places_criteria_and_points() -> None:
    found = findings(THERE, FACTS, criteria_set=SET, result=RESULT)
    assert [told(one) for one in found] == [
        ("s.axe", "label", 2, 2, ("A",), 5),
        ("s.axe", "image-alt", 1, 24, ("A",), 5),
        ("s.https", "", 1, 1, ("B",), 30),
        ("s.lang", "", 1, 1, ("A",), 10),
        ("s.hint", "", 1, 1, (), 0),
    ]
    assert [one.worst for one in found] == [25, 25, False, False, False]
    assert [each.url for each in found[0].places] == [P1, P2]
    assert found[0].notes == (words("Trang dài"),)
    assert found[3].evidence == ("abc",)


def test_mend_first_what_wins_most_then_what_hurts_most() -> None:
    found = findings(THERE, FACTS, criteria_set=SET)
    assert [one.lost for one in found] == [0] * 5
    first = five_things(RESULT, found)
    assert [(one.card.code, one.rule, one.lost) for one in first] == [
        ("s.https", "", 30),
        ("s.lang", "", 10),
        ("s.axe", "label", 5),
        ("s.axe", "image-alt", 5),
        ("s.hint", "", 0),
    ]


def test_what_a_person_overrode_is_no_longer_to_be_won() -> None:
    override = answer("B", 1, override=True, reason="Cổng nội bộ")
    result = grade(SET, THERE, [override], facts=FACTS)
    lost = {
        one.card.code: one.lost for one in findings(THERE, FACTS, criteria_set=SET, result=result)
    }
    assert lost["s.https"] == 0


def test_what_was_lost_for_want_of_something_is_put_down_to_it() -> None:
    needing = manual(
        "A",
        10,
        method=Method.AUTOMATIC,
        measure=Measure(facts=("s.lang",), how=How.ALL, needs=("s.https",)),
    )
    one = a_set(needing)
    there = [nothing("s.lang"), saw("s.https", False)]
    result = grade(one, there, facts=FACTS)
    found = findings(there, FACTS, criteria_set=one, result=result)
    assert [told(each) for each in found] == [("s.https", "", 1, 1, ("A",), 10)]


def test_a_portal_without_faults_has_nothing_to_mend() -> None:
    well = [saw("s.axe", 0), saw("s.lang", True), saw("s.https", True)]
    assert findings(well, FACTS, criteria_set=SET) == ()
    assert five_things(grade(SET, well, facts=FACTS), ()) == ()


ROWS = st.lists(
    st.tuples(st.sampled_from(sorted(FACTS)), st.sampled_from([P1, P2]), st.integers(0, 2)),
    max_size=8,
)


def observed(rows: list[tuple[str, str, int]]) -> list[Observation]:
    return [
        saw(fact, value if FACTS[fact].unit is Unit.COUNT else value == 0, url, found=value)
        for fact, url, value in dict.fromkeys(rows)
    ]


@CALM
@given(ROWS, st.integers())
def test_findings_share_out_exactly_what_was_lost_whatever_the_order(
    rows: list[tuple[str, str, int]], seed: int
) -> None:
    there = observed(rows)
    result = grade(SET, there, facts=FACTS)
    found = findings(there, FACTS, criteria_set=SET, result=result)
    lost = sum(
        (one.most - one.points for one in result.criteria if one.standing.value == "judged"),
        Fraction(0),
    )
    assert sum((one.lost for one in found), Fraction(0)) == lost
    mixed = list(there)
    random.Random(seed).shuffle(mixed)
    again = findings(mixed, FACTS, criteria_set=SET, result=result)
    assert [told(one) for one in again] == [told(one) for one in found]
    assert five_things(result, again) == five_things(result, found)
