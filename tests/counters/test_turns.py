"""Whose turn it is: as they came, with a head start for some, and nobody passed over for long."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.dossiers import MORNING

from motcua.counters.rules.turns import HEAD_START, guess, reckoned, turn_of_arrival
from motcua.counters.rules.waits import percentile
from motcua.counters.values import Turn

pytestmark = [pytest.mark.shows("O2", "CN12"), pytest.mark.once]
MINUTES = st.integers(0, 600).map(lambda number: MORNING + timedelta(minutes=number))
COMING = st.lists(st.tuples(st.sampled_from([Turn.ORDINARY, Turn.PRIORITY]), MINUTES), max_size=40)


@given(COMING, MINUTES)
def test_nobody_is_overtaken_by_who_came_half_an_hour_later(others, mine):
    my_turn = reckoned(Turn.ORDINARY, taken_at=mine, appointed_at=mine)
    before = [at for how, at in others if reckoned(how, taken_at=at, appointed_at=at) < my_turn]
    assert all(at < mine + HEAD_START for at in before)


@pytest.mark.parametrize(
    ("late", "turn"),
    [(-40, Turn.APPOINTMENT), (0, Turn.APPOINTMENT), (15, Turn.APPOINTMENT), (16, Turn.ORDINARY)],
)
def test_who_comes_too_late_for_an_appointment_waits_like_anybody(late, turn):
    arrived = MORNING + timedelta(minutes=late)
    assert turn_of_arrival(arrived_at=arrived, starts_at=MORNING) is turn


@pytest.mark.parametrize(
    ("before", "counters", "lately", "said"),
    [
        (4, 2, [10, 10, 12], 20),
        (1, 2, [10, 10, 12], 5),
        (0, 1, [10, 10, 12], 0),
        (4, 2, [10, 10], None),
        (4, 0, [10, 10, 12], None),
        (7, 3, [4, 6, 60], 15),
    ],
)
def test_a_wait_is_guessed_from_those_served_last_or_not_at_all(before, counters, lately, said):
    times = [timedelta(minutes=one) for one in lately]
    found = guess(before, counters, times)
    assert found == (None if said is None else timedelta(minutes=said))


@pytest.mark.parametrize(("share", "minutes"), [(0.5, 5), (0.9, 9), (1, 10), (0.01, 1)])
def test_percentiles_are_times_that_somebody_waited(share, minutes):
    waits = [timedelta(minutes=one) for one in range(10, 0, -1)]
    assert percentile(waits, share) == timedelta(minutes=minutes)


def test_nobody_served_has_no_percentile():
    assert percentile([], 0.5) is None
