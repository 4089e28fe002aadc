"""Where things of a chart lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.design.charts import Line, Point, Spoke, classes, plot, radar, spark, ticks

pytestmark = pytest.mark.once
AMOUNTS = st.floats(min_value=0, max_value=1e9, allow_nan=False)


def drawn(*values, target=None):
    points = [Point(f"{n}", f"{n}", value, f"{value}") for n, value in enumerate(values)]
    return plot([Line("", points)], str, target=target)


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, (0.0, 1.0)),
        (1, (0, 0.25, 0.5, 0.75, 1.0)),
        (0.37, (0, 0.1, 0.2, 0.3, 0.4)),
        (1_234_567, (0, 500_000, 1_000_000, 1_500_000)),
        (7, (0, 2, 4, 6, 8)),
    ],
)
def test_axes_have_round_steps(most, expected):
    assert ticks(most) == pytest.approx(expected)


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_axes_reach_over_the_highest_value(most):
    found = ticks(most)
    assert found[0] == 0
    assert most <= found[-1] * 1.00001
    assert 2 <= len(found) <= 5


def test_a_line_stops_where_figures_are_missing():
    one = drawn(1.0, 2.0, None, None, 3.0, 4.0)
    assert len(one.lines[0].pieces) == 2
    assert len(one.lines[0].dots) == 4
    assert len(one.gaps) == 1
    start, width = one.gaps[0]
    assert 38 > start > 20
    assert 35 < width < 45


def test_a_figure_alone_between_gaps_is_a_dot_and_no_line():
    one = drawn(None, 2.0, None)
    assert one.lines[0].pieces == ()
    assert [dot.words for dot in one.lines[0].dots] == ["2.0"]
    assert len(one.gaps) == 2


def test_nothing_at_all_is_one_gap():
    assert len(drawn(None, None, None).gaps) == 1
    assert drawn().lines[0].dots == ()


def test_a_target_above_all_values_is_on_the_ground():
    target = drawn(0.1, 0.2, target=0.9).target
    assert target is not None
    assert 10 <= target.y <= 88


@given(st.lists(st.none() | AMOUNTS, max_size=60))
def test_everything_lies_on_the_ground(values):
    one = drawn(*values)
    for dot in one.lines[0].dots:
        assert 0 <= dot.x <= 100
        assert 0 <= dot.y <= 100
    assert all(x >= 0 and x + width <= 100.01 for x, width in one.gaps)
    small = spark(values)
    assert (small.last is None) == all(value is None for value in values)


@given(st.lists(st.none() | AMOUNTS, min_size=1, max_size=70))
def test_classes_keep_order_and_never_part_equals(values):
    found = classes(values, str)
    numbers = [found.of(value) for value in sorted(v for v in values if v is not None)]
    assert numbers == sorted(numbers)
    assert found.of(None) == 0
    assert set(numbers) <= set(range(1, 6))
    assert sum(step.members for step in found.steps) == len(numbers)
    assert [step.number for step in found.steps] == sorted(set(numbers))


@given(st.lists(st.floats(min_value=0, max_value=1), min_size=3, max_size=9))
def test_a_share_lies_as_far_out_as_it_is_large(shares):
    drawn = radar([Spoke(f"{share}", share, "") for share in shares])
    assert [(x**2 + y**2) ** 0.5 / 40 for x, y in drawn.dots] == pytest.approx(shares, abs=0.01)
    assert drawn.numbers[0].x == 0
    assert drawn.numbers[0].y < 0


def test_a_share_that_is_not_known_has_no_dot_and_lies_in_the_middle():
    drawn = radar([Spoke("a", 1.0, "", 0.5), Spoke("b", None, ""), Spoke("c", 2.0, "")])
    assert drawn.shape == "0,-40 0,0 -34.64,20"
    assert len(drawn.dots) == 2
    assert drawn.other == "0,-20 0,0 0,0"
