"""One answer for each criterion, out of everything that was said."""

from datetime import UTC, date, datetime
from fractions import Fraction

from tests.evaluation.judged import words

from motcua.evaluation.rules.gathering import Material, Said, gather
from motcua.evaluation.values.campaigns import Seat
from motcua.evaluation.values.criteria import (
    Band,
    CriteriaSet,
    Criterion,
    Group,
    Method,
    Scale,
    ScaleKind,
)
from motcua.evaluation.values.published import DrawnFigure

METHODS = {
    "A": Method.AUTOMATIC,
    "M": Method.MANUAL,
    "D": Method.DECLARED,
    "I": Method.INDICATOR,
}
SET = CriteriaSet(
    code="thu",
    version="1",
    title=words("Thử"),
    source=words("Thử"),
    official=False,
    valid_from=date(2026, 1, 1),
    valid_to=None,
    groups=(Group(code="G", text=words("Nhóm"), points=Fraction(4)),),
    criteria=tuple(
        Criterion(
            code=code,
            group="G",
            text=words(code),
            points=Fraction(1),
            scale=Scale(kind=ScaleKind.RATIO, target=Fraction(1)),
            method=method,
            evidence=words("Bằng chứng"),
        )
        for code, method in METHODS.items()
    ),
    bands=(Band(code="A", least=Fraction(0), text=words("A")),),
)


def said(value, reason="", **more):
    return Said(value=None if value is None else Fraction(value), reason=reason, **more)


def sheets(first, second):
    return {Seat.FIRST: {"M": first}, Seat.SECOND: {"M": second}}


def values(**told):
    answers, published = gather(SET, Material(wanted=2, **told))
    assert [(a.criterion, a.override) for a in answers] == [
        (p.criterion, p.source == "override") for p in published
    ]
    return {(one.criterion, one.source): (one.value, one.reason) for one in published}


def test_two_who_agree_make_one_answer_with_both_reasons_and_all_evidence():
    first = said(1, "rõ", evidence=("a", "b"))
    second = said(1, "dễ đọc", evidence=("b", "c"))
    answers, published = gather(SET, Material(wanted=2, seats=sheets(first, second)))
    assert [one.value for one in answers] == [1]
    assert published[0].reason == "rõ · dễ đọc"
    assert published[0].evidence == ("a", "b", "c")


def test_two_who_differ_leave_it_open_until_they_agree():
    both = sheets(said(1), said(0))
    assert values(seats=both) == {}
    assert values(seats=both, agreed={"M": said("1/2", "xem lại cùng nhau")}) == {
        ("M", "manual"): (Fraction(1, 2), "xem lại cùng nhau")
    }


def test_what_they_agreed_on_before_means_nothing_once_they_say_the_same():
    both = sheets(said(1, "rõ"), said(1))
    assert values(seats=both, agreed={"M": said(0, "cũ")}) == {("M", "manual"): (1, "rõ")}


def test_one_sheet_of_two_is_no_answer_yet():
    assert values(seats={Seat.FIRST: {"M": said(1)}}) == {}


def test_one_sheet_is_enough_where_one_judges():
    answers, _ = gather(SET, Material(wanted=1, seats={Seat.FIRST: {"M": said(1)}}))
    assert [one.criterion for one in answers] == ["M"]


def test_not_applicable_is_an_answer_and_an_empty_one_is_none():
    no = said(None, "không có", applies=False)
    assert values(seats=sheets(no, no)) == {("M", "manual"): (None, "không có")}
    assert values(declared={"D": said(None)}) == {}


def test_declarations_and_figures_answer_their_own_criteria_only():
    figure = DrawnFigure(
        criterion="I",
        indicator="use2",
        value=Fraction(1, 3),
        first_day=date(2026, 1, 1),
        last_day=date(2026, 6, 30),
        counted_at=None,
        drawn_at=datetime(2026, 7, 1, tzinfo=UTC),
        says=words("Một phần ba"),
    )
    told = values(declared={"D": said(1, "có"), "M": said(1)}, figures=(figure,))
    assert told == {
        ("D", "declared"): (1, "có"),
        ("I", "indicator"): (Fraction(1, 3), "Một phần ba"),
    }


def test_an_override_stands_beside_whatever_was_said():
    told = values(declared={"D": said(1)}, overrides={"D": said(0, "sai"), "A": said(1, "đã xem")})
    assert told == {
        ("A", "override"): (1, "đã xem"),
        ("D", "declared"): (1, ""),
        ("D", "override"): (0, "sai"),
    }
