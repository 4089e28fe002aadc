"""What evaluators type, and what is read of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import words

from motcua.evaluation.rules.reading_answers import kept, read_answer, written
from motcua.evaluation.values.criteria import Criterion, Method, Scale, ScaleKind, Step
from motcua.evaluation.values.worksheets import Typed


def criterion(kind=ScaleKind.RATIO, **more):
    return Criterion(
        code="M.1",
        group="M",
        text=words("Tiêu chí"),
        points=Fraction(2),
        scale=Scale(kind=kind, **more),
        method=Method.MANUAL,
        evidence=words("Ảnh"),
    )


YES_NO, RATIO = criterion(ScaleKind.BINARY), criterion(target=Fraction(1))
SHARES = criterion(
    ScaleKind.LEVEL,
    steps=(
        Step(least=Fraction(3, 5), share=Fraction(1, 2), title=words("trung bình")),
        Step(least=Fraction(9, 10), share=Fraction(1), title=words("tốt")),
    ),
)
GRADED, AT_LEAST = criterion(ScaleKind.GRADED), criterion(ScaleKind.BINARY, target=Fraction(3))


@pytest.mark.parametrize(
    ("of", "text", "value"),
    [
        (YES_NO, "Có", 1),
        (YES_NO, " co ", 1),
        (YES_NO, "ĐẠT", 1),
        (YES_NO, "không", 0),
        (YES_NO, "Chưa", 0),
        (YES_NO, "0", 0),
        (AT_LEAST, "4", 4),
        (GRADED, "2", 2),
        (RATIO, "85 %", Fraction(17, 20)),
        (RATIO, "85%", Fraction(17, 20)),
        (RATIO, "0,85", Fraction(17, 20)),
        (RATIO, "0.85", Fraction(17, 20)),
        (RATIO, "13/15", Fraction(13, 15)),
        (RATIO, "12,5 %", Fraction(1, 8)),
    ],
)
def test_this_is_read(of, text, value):
    assert read_answer(of, Typed(value=text)) == (value, None)


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (YES_NO, "có lẽ"),
        (YES_NO, "2"),
        (RATIO, "nhiều"),
        (RATIO, "-1"),
        (RATIO, "1/0"),
        (RATIO, "1e9"),
        (RATIO, "1.000.000"),
        (RATIO, "9" * 40),
        (RATIO, "٣"),
    ],
)
def test_this_is_kept_and_said_not_to_be_clear(of, text):
    value, problem = read_answer(of, Typed(value=text))
    assert value is None
    assert problem is not None


@pytest.mark.parametrize("typed", [Typed(), Typed(value="  "), Typed(value="2", applies=False)])
def test_nothing_typed_is_no_mistake(typed):
    assert read_answer(RATIO, typed) == (None, None)


@given(st.text(max_size=30), st.sampled_from([YES_NO, RATIO, GRADED]))
def test_nothing_that_can_be_typed_breaks_it(text, of):
    value, problem = read_answer(of, Typed(value=text))
    assert value is None or (problem is None and value >= 0)


@given(st.fractions(min_value=0))
def test_what_is_kept_is_read_again(value):
    assert kept(written(value)) == value


def test_no_value_is_kept_as_nothing():
    assert (written(None), kept("")) == ("", None)


@pytest.mark.parametrize("of", [RATIO, SHARES])
@pytest.mark.parametrize("text", ["50", "2", "1,01", "3/2"])
def test_a_share_without_its_sign_is_not_taken_for_more_than_all(of, text):
    value, problem = read_answer(of, Typed(value=text))
    assert value is None
    assert "%" in problem.vi
    assert read_answer(of, Typed(value="100 %")) == (1, None)
    assert read_answer(of, Typed(value="120 %")) == (Fraction(6, 5), None)


def test_where_less_is_better_a_number_is_a_number():
    few = criterion(target=Fraction(1), less=True)
    assert read_answer(few, Typed(value="3")) == (3, None)
