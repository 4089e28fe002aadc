import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import (
    BINARY,
    CALM,
    GRADES,
    a_set,
    absent,
    answer,
    automatic,
    blind,
    card,
    from_library,
    manual,
    saw,
    steps,
    words,
)

from motcua.evaluation.rules.judging import AnswerRefused, explain, grade, weights
from motcua.evaluation.values.criteria import Band, CriteriaSet, Criterion, Method
from motcua.evaluation.values.scores import Answer, Standing

pytestmark = pytest.mark.once

FACTS = {"s.a": card("s.a"), "s.b": card("s.b")}
HUNDRED = a_set(manual("A", 60, "G"), manual("B", 40, "H"))


@pytest.mark.parametrize(
    ("share", "letter"),
    [("0.9", "A"), ("0.8999", "B"), ("0.5", "D"), ("0.4999", "E"), ("2/3", "C")],
)
def test_the_exact_total_makes_the_grade(share: str, letter: str) -> None:
    result = grade(HUNDRED, [], [answer("A", share), answer("B", share)], facts={})
    assert (result.total, result.most) == (Fraction(share) * 100, 100)
    assert result.grade == letter
    assert (result.judged, result.provisional) == (1, False)


@pytest.mark.parametrize(
    ("total", "code"), [(15, "xuat-sac"), (14, "tot"), (12, "tot"), (11, "kha")]
)
def test_exactly_fifteen_of_eighteen_is_the_best_class_of_2018(total: int, code: str) -> None:
    rating = from_library("tt-01-2018/1")
    twos, one = divmod(total, 2)
    given_out = [2] * twos + [1] * one + [0] * (9 - twos - one)
    answers = [
        answer(each.code, points if each.code != "CS.8" else {0: 0, 1: "0.9", 2: 1}[points])
        for each, points in zip(rating.criteria, given_out, strict=True)
    ]
    result = grade(rating, [], answers, facts={})
    assert (result.total, result.most, result.grade) == (total, 18, code)


# ----------------------------------------------------------------- what does not apply


def most(criteria_set: CriteriaSet, *codes: str) -> dict[str, Fraction]:
    return dict(weights(criteria_set, codes).criteria)


def test_points_pass_on_within_the_group_by_weight() -> None:
    one = a_set(manual("A", 1), manual("B", 2), manual("C", 3), manual("D", 4, "H"))
    assert most(one, "C") == {"A": 2, "B": 4, "C": 0, "D": 4}


def test_a_group_of_which_nothing_applies_passes_its_points_to_the_other_groups() -> None:
    one = a_set(manual("A", 10), manual("B", 60, "H"), manual("C", 30, "I"))
    assert most(one, "A") == {"A": 0, "B": Fraction(200, 3), "C": Fraction(100, 3)}


def test_full_marks_stay_where_they_are() -> None:
    one = a_set(manual("A", 4, full=True), manual("B", 6))
    result = grade(one, [], [absent("A"), answer("B", "0.5")], facts={})
    assert (result.total, result.provisional) == (7, False)
    assert result.criteria[0].standing is Standing.NOT_APPLICABLE
    assert explain(result.criteria[0]).en.endswith("counts as all 4.00 points.")


def test_a_group_gives_no_more_than_its_cap() -> None:
    one = a_set(manual("A", 8), manual("B", 4), manual("C", 10, "H"), caps={"G": 10})
    result = grade(one, [], [answer(code, 1) for code in "ABC"], facts={})
    assert (result.total, result.most) == (20, 20)
    assert [(group.points, group.most) for group in result.groups] == [(10, 10), (10, 10)]
    lame = grade(one, [], [answer("A", 1), answer("B", "0.5"), absent("C")], facts={})
    assert [(group.points, group.most) for group in lame.groups] == [(20, 20), (0, 0)]


def test_where_nothing_applies_nothing_is_judged() -> None:
    result = grade(HUNDRED, [], [absent("A"), absent("B")], facts={})
    assert (result.total, result.judged, result.provisional, result.grade) == (0, 0, True, "E")


# ----------------------------------------------------------------- who says what


MIXED = a_set(automatic("A", "s.a"), automatic("B", "s.b"), manual("C", 20))


def test_open_criteria_give_nothing_and_make_it_provisional() -> None:
    result = grade(MIXED, [saw("s.a", True), blind("s.b")], facts=FACTS)
    assert [one.standing.value for one in result.criteria] == ["judged", "open", "open"]
    assert (result.total, result.judged, result.provisional) == (10, Fraction(1, 4), True)
    assert explain(result.criteria[2]).vi == ("Chưa có người đánh giá. Tạm tính 0 trên 20,00 điểm.")


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ((), (10, 0)),
        ((answer("A", 0), answer("B", 1)), (10, 10)),
        ((answer("A", 0, override=True, reason="Trang giả"),), (0, 0)),
        ((answer("A", 1), answer("A", 0, override=True, reason="Trang giả")), (0, 0)),
    ],
)
def test_a_plain_answer_fills_what_was_not_seen_and_an_override_stands_above(
    answers: tuple[Answer, ...], points: tuple[int, int]
) -> None:
    result = grade(MIXED, [saw("s.a", True), blind("s.b")], answers, facts=FACTS)
    assert tuple(one.points for one in result.criteria[:2]) == points
    overridden = [one.overridden for one in result.criteria]
    assert overridden == [any(one.override for one in answers), False, False]


def test_an_override_says_why() -> None:
    why = answer("A", 0, override=True, reason="Nút chỉ để trang trí")
    result = grade(MIXED, [saw("s.a", True)], [why], facts=FACTS)
    assert explain(result.criteria[0]).vi == (
        "Kết quả được sửa: không. Lý do: Nút chỉ để trang trí. Được 0,00 trên 10,00 điểm."
    )


@pytest.mark.parametrize(
    ("answers", "words_of"),
    [
        ([answer("Z", 1)], "không có tiêu chí Z"),
        ([answer("C", 1), answer("C", 1)], "trả lời hai lần"),
        ([answer("A", 1, override=True, reason=" ")], "phải ghi lý do"),
    ],
)
def test_answers_that_cannot_be_counted_are_refused(answers: list[Answer], words_of: str) -> None:
    with pytest.raises(AnswerRefused, match=words_of):
        grade(MIXED, [], answers, facts=FACTS)


@pytest.mark.parametrize(
    ("criterion", "value", "said"),
    [
        (manual("C", 4, scale=BINARY), 1, "Người đánh giá ghi: có. Được 4,00 trên 4,00 điểm."),
        (
            manual("C", 4, scale=steps(("1", "1/2"), ("2", "1"))),
            1,
            "Người đánh giá ghi: 1/2. Được 50 % của 4,00 điểm, là 2,00 điểm.",
        ),
        (
            manual("C", 4, method=Method.INDICATOR, indicator="use2"),
            "0.352",
            "Chỉ số use2: 35,2 %. Được 35,2 % của 4,00 điểm, là 1,41 điểm.",
        ),
        (
            manual("C", 4, method=Method.DECLARED),
            None,
            (
                "Cơ quan chưa khai, hoặc khai là không áp dụng mà người chấm chưa xác nhận. "
                "Tạm tính 0 trên 4,00 điểm."
            ),
        ),
    ],
)
def test_points_are_explained_with_their_numbers(
    criterion: Criterion, value: str | int | None, said: str
) -> None:
    result = grade(a_set(criterion), [], [answer("C", value)], facts={})
    assert explain(result.criteria[0]).vi == said


def test_levels_tell_the_share_at_the_best() -> None:
    bands = [("good", "1"), ("average", "0.5"), ("fail", "0")]
    levels = tuple(
        Band(code=code, least=Fraction(least), text=words(code)) for code, least in bands
    )
    one = a_set(*(manual(code, 1) for code in "ABCDE"), levels=levels)
    answers = [answer("A", 1), answer("B", "0.7"), answer("C", "0.4"), absent("D")]
    result = grade(one, [], answers, facts={})
    assert [each.level for each in result.criteria] == ["good", "average", "fail", "", ""]
    assert result.at_best == Fraction(1, 4)
    assert grade(HUNDRED, [], [], facts={}).at_best is None


# ----------------------------------------------------------------- whatever the set

SHARES = st.fractions(min_value=0, max_value=1, max_denominator=12)
ROWS = st.lists(
    st.tuples(
        st.sampled_from("GHI"),
        st.integers(1, 9),
        st.booleans(),
        st.sampled_from(["judged", "judged", "absent", "open"]),
        SHARES,
    ),
    min_size=1,
    max_size=8,
)
CAPS = st.dictionaries(st.sampled_from("GHI"), st.integers(1, 9), max_size=3)


def judged(rows: list[tuple], caps: dict[str, int], share: Fraction | None = None) -> tuple:
    """Grade made-up criteria; `share` puts every judged one there."""
    criteria = [
        manual(f"C{at}", points, group, full=full)
        for at, (group, points, full, *_) in enumerate(rows)
    ]
    answers = [
        absent(f"C{at}")
        if standing == "absent"
        else answer(f"C{at}", own if share is None else share)
        for at, (*_, standing, own) in enumerate(rows)
        if standing != "open"
    ]
    one = a_set(*criteria, caps=caps)
    return one, answers, grade(one, [], answers, facts={})


@CALM
@given(ROWS, CAPS)
def test_points_stay_within_their_bounds(rows: list[tuple], caps: dict[str, int]) -> None:
    one, _, result = judged(rows, caps)
    assert 0 <= result.total <= result.most
    assert result.most == sum(min(g.points, g.cap or g.points) for g in one.groups)
    for group in result.groups:
        mine = sum(each.points for each in result.criteria if each.group == group.code)
        assert group.points == min(group.most, mine)
    assert 0 <= result.judged <= 1
    assert result.grade in {band.code for band in GRADES}


@CALM
@given(ROWS, CAPS)
def test_all_points_stay_within_reach_where_anything_applies(
    rows: list[tuple], caps: dict[str, int]
) -> None:
    answered = [(*row[:3], "absent" if row[3] == "absent" else "judged", row[4]) for row in rows]
    result = judged(answered, caps, Fraction(1))[2]
    if any(row[3] == "judged" for row in answered):
        assert result.total == result.most
        assert sum(group.most for group in result.groups) == result.most


@CALM
@given(ROWS, CAPS, st.integers(0, 7), SHARES)
def test_one_better_answer_never_lowers_the_total(
    rows: list[tuple], caps: dict[str, int], place: int, share: Fraction
) -> None:
    at = place % len(rows)
    better = list(rows)
    better[at] = (*rows[at][:4], max(share, rows[at][4]))
    assert judged(rows, caps)[2].total <= judged(better, caps)[2].total


@CALM
@given(ROWS, CAPS, st.integers())
def test_the_order_of_answers_does_not_matter(
    rows: list[tuple], caps: dict[str, int], seed: int
) -> None:
    one, answers, result = judged(rows, caps)
    random.Random(seed).shuffle(answers)
    assert grade(one, [], answers, facts={}) == result


@CALM
@given(ROWS)
def test_what_passes_on_keeps_the_proportions_of_what_takes(rows: list[tuple]) -> None:
    _, _, result = judged(rows, {})
    applying = [
        (each.most / row[1])
        for each, row in zip(result.criteria, rows, strict=True)
        if row[0] == "G" and row[3] != "absent"
    ]
    assert len(set(applying)) <= 1
    assert all(grown >= 1 for grown in applying)
