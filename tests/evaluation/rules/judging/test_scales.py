from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import BINARY, CALM, GRADES, from_library, steps

from motcua.evaluation.rules.judging import band_of, share_of, shown
from motcua.evaluation.values.criteria import Scale, ScaleKind

pytestmark = pytest.mark.once

RATIO = ScaleKind.RATIO
POINTS = st.fractions(min_value=0, max_value=100)


def scale(kind: ScaleKind, target: str | None = None, *, less: bool = False) -> Scale:
    return Scale(kind=kind, target=None if target is None else Fraction(target), less=less)


@pytest.mark.parametrize(
    ("of", "value", "share"),
    [
        (BINARY, "1", "1"),
        (BINARY, "0", "0"),
        (BINARY, "0.99", "0"),
        (scale(ScaleKind.BINARY, "0.9"), "0.9", "1"),
        (scale(ScaleKind.BINARY, "0.9"), "0.8999", "0"),
        (scale(ScaleKind.BINARY, "3", less=True), "3", "1"),
        (scale(ScaleKind.BINARY, "3", less=True), "4", "0"),
        (scale(ScaleKind.BINARY, less=True), "0", "1"),
        (scale(RATIO, "0.5"), "0.25", "1/2"),
        (scale(RATIO, "0.5"), "0.9", "1"),
        (scale(RATIO, "0.5"), "0", "0"),
        (scale(RATIO, "0.5"), "-1", "0"),
        (scale(RATIO, "2500", less=True), "5000", "1/2"),
        (scale(RATIO, "2500", less=True), "2500", "1"),
        (scale(RATIO, "2500", less=True), "0", "1"),
        (steps(("1", "1/2"), ("2", "1")), "0", "0"),
        (steps(("1", "1/2"), ("2", "1")), "1", "1/2"),
        (steps(("1", "1/2"), ("2", "1")), "1.99", "1/2"),
        (steps(("1", "1/2"), ("2", "1")), "2", "1"),
        (steps(("4000", "1/2"), ("2500", "1"), less=True), "2500", "1"),
        (steps(("4000", "1/2"), ("2500", "1"), less=True), "2501", "1/2"),
        (steps(("4000", "1/2"), ("2500", "1"), less=True), "4001", "0"),
    ],
)
def test_a_scale_turns_a_value_into_a_share(of: Scale, value: str, share: str) -> None:
    assert share_of(of, Fraction(value)) == Fraction(share)


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        ("100", "A"),
        ("90", "A"),
        ("89.999999", "B"),
        ("89.99", "B"),
        ("80", "B"),
        ("79.99", "C"),
        ("65", "C"),
        ("64.99", "D"),
        ("50", "D"),
        ("49.99", "E"),
        ("0", "E"),
    ],
)
def test_the_unrounded_total_decides_the_grade_of_2024(points: str, grade: str) -> None:
    bands = from_library("qd-473/2024-placeholder").bands
    found = band_of(bands, Fraction(points) / 100)
    assert found is not None
    assert found.code == grade


@pytest.mark.parametrize(
    ("points", "bands", "text"),
    [
        ("89.996", GRADES, "89.99"),
        ("89.996", (), "90.00"),
        ("89.994", GRADES, "89.99"),
        ("49.999", GRADES, "49.99"),
        ("90", GRADES, "90.00"),
        ("12.345", GRADES, "12.34"),
        ("12.355", GRADES, "12.36"),
        ("200/3", GRADES, "66.67"),
        ("99.999", GRADES, "100.00"),
    ],
)
def test_two_decimals_for_the_eye_half_to_even(points: str, bands: tuple, text: str) -> None:
    assert str(shown(Fraction(points), Fraction(100), bands)) == text


@CALM
@given(POINTS)
def test_what_is_shown_never_reads_as_a_better_grade(points: Fraction) -> None:
    told = shown(points, Fraction(100), GRADES)
    assert abs(Fraction(told) - points) < Fraction(1, 100)
    assert band_of(GRADES, Fraction(told) / 100) == band_of(GRADES, points / 100)
    assert told == told.quantize(Decimal("0.01"))


@CALM
@given(POINTS, POINTS)
def test_more_points_are_never_a_worse_grade(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    order = [band.code for band in reversed(GRADES)]
    grades = [band_of(GRADES, points / 100) for points in (low, high)]
    places = [order.index(grade.code) for grade in grades if grade]
    assert places == sorted(places)
    assert len(places) == 2


@CALM
@given(
    st.sampled_from(
        [
            BINARY,
            scale(RATIO, "0.7"),
            scale(RATIO, "3", less=True),
            steps(("1", "1/2"), ("2", "1")),
            steps(("4", "1/2"), ("2", "1"), less=True),
        ]
    ),
    st.fractions(min_value=-5, max_value=5),
    st.fractions(min_value=-5, max_value=5),
)
def test_a_better_value_never_earns_less(of: Scale, one: Fraction, other: Fraction) -> None:
    worse, better = sorted((one, other), reverse=of.less)
    assert 0 <= share_of(of, worse) <= share_of(of, better) <= 1
