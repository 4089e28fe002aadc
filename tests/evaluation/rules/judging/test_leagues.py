from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import CALM, a_set, absent, answer, manual

from motcua.evaluation.rules.judging import compare, grade, ranking, tally
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.leagues import Rival
from motcua.evaluation.values.scores import Answer, Result

pytestmark = pytest.mark.once

ONE = a_set(manual("A", 100))


def rival(key: str, share: str | Fraction, league: str = "provinces") -> Rival:
    return Rival(key=key, league=league, result=grade(ONE, [], [answer("A", share)], facts={}))


def test_equals_share_a_rank_and_the_next_is_skipped_in_each_league() -> None:
    rivals = [
        rival("H04", "0.5"),
        rival("H03", "2/3"),
        rival("H02", "0.9"),
        rival("H01", "4/6"),
        rival("G02", "0.1", "ministries"),
        rival("G01", "0.2", "ministries"),
    ]
    found = ranking(rivals)
    assert {
        league: [(one.rank, one.tied, one.rival.key) for one in rows]
        for league, rows in found.items()
    } == {
        "ministries": [(1, False, "G01"), (2, False, "G02")],
        "provinces": [(1, False, "H02"), (2, True, "H01"), (2, True, "H03"), (4, False, "H04")],
    }


def test_equal_to_two_decimals_is_not_equal() -> None:
    found = ranking([rival("H01", "0.700001"), rival("H02", "0.700002")])["provinces"]
    assert [(one.rank, one.rival.key) for one in found] == [(1, "H02"), (2, "H01")]


@CALM
@given(st.lists(st.integers(0, 3), max_size=8))
def test_a_rank_is_one_more_than_those_above(tenths: list[int]) -> None:
    rivals = [rival(f"H{at:02}", Fraction(each, 10)) for at, each in enumerate(tenths)]
    for one in ranking(rivals).get("provinces", ()):
        above = sum(each > one.rival.result.total / 10 for each in tenths)
        assert one.rank == above + 1
        assert one.tied == (tenths.count(int(one.rival.result.total / 10)) > 1)


# ----------------------------------------------------------------- a year later

OLD = a_set(manual("A", 40), manual("B", 20), manual("C", 20), manual("D", 20), version="2024")
NEW = a_set(
    manual("K", 50, same_as=("thu/2024/A",)),
    manual("L", 30, same_as=("thu/2024/B", "thu/2024/C", "thu/2023/Z")),
    manual("M", 20),
    version="2025",
)


def judged(criteria_set: CriteriaSet, **shares: str | None) -> Result:
    answers: list[Answer] = [
        absent(code) if share is None else answer(code, share) for code, share in shares.items()
    ]
    return grade(criteria_set, [], answers, facts={})


def test_only_mapped_criteria_are_compared() -> None:
    before = judged(OLD, A="0.5", B="1", C="0", D="1")
    after = judged(NEW, K="0.8", L="0.5", M="0")
    found = compare(before, after, [OLD, NEW])
    assert [(one.code, one.was, one.before, one.after) for one in found.changes] == [
        ("K", ("A",), Fraction(1, 2), Fraction(4, 5)),
        ("L", ("B", "C"), Fraction(1, 2), Fraction(1, 2)),
    ]
    assert (found.gone, found.new) == (("D",), ("M",))
    assert (found.before, found.after) == (Fraction(1, 2), Fraction(40 + 15, 80))


def test_what_one_side_did_not_judge_is_not_counted() -> None:
    before = judged(OLD, A="0.5", B=None, C="1", D="1")
    after = judged(NEW, K="1", L="1")
    found = compare(before, after, [OLD, NEW])
    assert [one.comparable for one in found.changes] == [True, False]
    assert (found.before, found.after) == (Fraction(1, 2), Fraction(1))


def test_within_one_version_every_criterion_is_its_own_counterpart() -> None:
    before, after = judged(OLD, A="0"), judged(OLD, A="1")
    found = compare(before, after, [OLD])
    assert (found.before, found.after, found.gone, found.new) == (0, 1, (), ())


def test_nothing_in_common_compares_nothing() -> None:
    found = compare(judged(ONE, A="1"), judged(NEW, K="1"), [ONE, NEW])
    assert (found.changes, found.before, found.after) == ((), None, None)


def test_a_tally_is_of_one_set() -> None:
    with pytest.raises(ValueError, match="thu/2024"):
        tally(NEW, {"H01": judged(OLD, A="1")})


def test_a_set_of_points_is_tallied_by_how_much_was_had() -> None:
    results = {
        "H01": judged(NEW, K="1", L="1", M="0"),
        "H02": judged(NEW, K="0.5", L=None),
    }
    found = tally(NEW, results)
    assert [(one.code, dict(one.levels), one.absent, one.unjudged) for one in found.criteria] == [
        ("K", {"full": 1, "part": 1, "none": 0}, 0, 0),
        ("L", {"full": 1, "part": 0, "none": 0}, 1, 0),
        ("M", {"full": 0, "part": 0, "none": 1}, 0, 1),
    ]
    assert found.at_best == {"H01": Fraction(2, 3), "H02": 0}
    assert (found.portals, found.over_half) == (2, 1)
    assert found.grades == {"A": 0, "B": 1, "C": 0, "D": 0, "E": 1}
