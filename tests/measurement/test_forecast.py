"""Forecasts to the year's end, and lights."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.definitions import DefinitionRefused
from motcua.measurement.rules import forecast as rules
from motcua.measurement.rules.forecast import Counts, Elapsed
from motcua.measurement.values.cards import Better
from motcua.measurement.values.targets import Light, Method, MonthCount

pytestmark = pytest.mark.once

TEXT = (Path(__file__).parents[2] / "library" / "indicators" / "lights.yaml").read_text("utf-8")
(LIGHTS,) = rules.read_lights(TEXT, name="lights.yaml")
HALF = Elapsed(125, 250)


def month(number, numerator, denominator=None):
    return MonthCount(date(2026, number, 1), numerator, denominator)


def expected(months, elapsed=HALF, **last):
    return rules.forecast(Counts(tuple(months), **last), elapsed, earliest=LIGHTS.earliest)


def test_a_count_goes_on_at_its_pace():
    found = expected([month(1, 100), month(2, 150)])
    assert (found.value, found.method) == (500, Method.PACE)
    assert "Ước tính" in found.sentence.vi
    assert "estimate" in found.sentence.en


def test_the_rest_of_the_year_is_last_years_at_this_years_pace():
    last = {"last_until": month(1, 200), "last_rest": month(7, 600)}
    found = expected([month(1, 100)], **last)
    assert (found.value, found.method) == (400, Method.SEASON)


def test_a_share_goes_on_as_in_the_latest_three_months():
    months = [month(1, 0, 100), *(month(n, 50, 100) for n in (2, 3, 4))]
    found = expected(months)
    assert found.value == pytest.approx((150 + 0.5 * 400) / 800)


@pytest.mark.parametrize(
    ("months", "elapsed", "method", "value"),
    [
        ([], HALF, Method.NONE, None),
        ([month(1, 0, 0)], HALF, Method.NONE, None),
        ([month(1, 5)], Elapsed(19, 250), Method.NONE, None),
        ([month(1, 5)], Elapsed(20, 250), Method.PACE, 62.5),
        ([month(1, 5)], Elapsed(250, 250), Method.ENDED, 5),
    ],
)
def test_what_cannot_be_estimated_is_not(months, elapsed, method, value):
    found = expected(months, elapsed)
    assert (found.method, found.value) == (method, value)


def test_what_does_not_add_up_is_taken_as_it_stands():
    assert rules.as_it_stands(12.0, HALF).method is Method.SAME
    assert rules.as_it_stands(12.0, Elapsed(250, 250)).method is Method.ENDED
    assert rules.as_it_stands(None, HALF).value is None


@pytest.mark.parametrize(
    ("target", "better", "value", "light"),
    [
        ("0.5", Better.MORE, 0.5, Light.GREEN),
        ("0.5", Better.MORE, 0.475, Light.AMBER),
        ("0.5", Better.MORE, 0.474, Light.RED),
        ("8", Better.LESS, 8.0, Light.GREEN),
        ("8", Better.LESS, 0.0, Light.GREEN),
        ("8", Better.LESS, 8.4, Light.AMBER),
        ("8", Better.LESS, 9.0, Light.RED),
        ("8", Better.LESS, None, Light.UNKNOWN),
    ],
)
def test_a_light_is_how_much_of_the_target_is_reached(target, better, value, light):
    assert rules.light(Decimal(target), better, expected=value, lights=LIGHTS) is light


@pytest.mark.parametrize(
    ("right", "mistaken"), [("amber: 0.95", "amber: 1.95"), ("green: 1.00", "green: 0.90")]
)
def test_thresholds_are_checked(right, mistaken):
    assert right in TEXT
    with pytest.raises(DefinitionRefused):
        rules.read_lights(TEXT.replace(right, mistaken), name="lights.yaml")


def test_thresholds_hold_from_a_day_on():
    later = LIGHTS.model_copy(update={"valid_from": date(2027, 1, 1)})
    assert rules.lights_on([later, LIGHTS], date(2026, 12, 31)) is LIGHTS
    assert rules.lights_on([later, LIGHTS], date(2027, 1, 1)) is later
    assert rules.lights_on([later, LIGHTS], date(2001, 1, 1)) is LIGHTS


PARTS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))


@given(parts=st.lists(PARTS, min_size=1, max_size=12), days=st.integers(20, 250), rest=PARTS)
def test_the_forecast_of_a_share_is_a_share(parts, days, rest):
    months = [month(n, done, done + more) for n, (done, more) in enumerate(parts, start=1)]
    last = {"last_until": month(1, *sorted(rest)), "last_rest": month(7, *sorted(rest))}
    for found in (
        expected(months, Elapsed(days, 250)),
        expected(months, Elapsed(days, 250), **last),
    ):
        assert found.value is None or -1e-9 <= found.value <= 1 + 1e-9
