"""Authority time leaves clock stops out; percentiles are near the truth."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.dossiers import MORNING
from tests.kernel.calendars import official

from motcua.kernel.calendar import Duration, Unit
from motcua.statistics.rules import SMALLEST, STEP, added, authority_time, bucket, percentile
from motcua.statistics.values import Figures, Month
from motcua.workflow.values import Clock, ClockKind, Pause

pytestmark = pytest.mark.once

CLOCK = Clock(kind=ClockKind.SETTLEMENT, limit=Duration(3, Unit.WORKING_DAY), started_at=MORNING)


def after(**how):
    return MORNING + timedelta(**how)


def test_a_day_at_the_office_is_eight_hours():
    assert authority_time(CLOCK, after(days=1), official()) == timedelta(hours=8)


@pytest.mark.parametrize("restarts", [False, True])
def test_time_the_applicant_took_is_left_out(restarts):
    pause = Pause(after(hours=1), after(days=1, hours=1), restarts=restarts)
    clock = replace(CLOCK, pauses=(pause,))
    assert authority_time(clock, after(days=1, hours=2), official()) == timedelta(hours=2)


def test_a_pause_that_never_ended_stops_the_count():
    clock = replace(CLOCK, pauses=(Pause(after(hours=1)),))
    assert authority_time(clock, after(days=9), official()) == timedelta(hours=1)


@given(st.floats(SMALLEST, 5000), st.floats(1, 3))
def test_a_bucket_holds_its_hours_and_order(hours, factor):
    assert SMALLEST * STEP ** bucket(hours) >= hours * (1 - 1e-6)
    assert bucket(hours * factor) >= bucket(hours)


@given(st.lists(st.floats(SMALLEST, 5000), min_size=1, max_size=60), st.floats(0.01, 1))
def test_a_percentile_is_at_most_five_percent_off(durations, share):
    histogram: dict[int, int] = {}
    for hours in durations:
        histogram[bucket(hours)] = histogram.get(bucket(hours), 0) + 1
    exact = sorted(durations)[math.ceil(share * len(durations)) - 1]
    assert percentile(histogram, share) == pytest.approx(exact, rel=0.0501)


def test_nothing_has_no_percentile():
    assert percentile({}, 0.5) is None


@given(st.lists(st.builds(Figures, received=st.integers(0, 9), late=st.integers(0, 9))))
def test_figures_add_up(parts):
    total = added(parts)
    assert total.received == sum(part.received for part in parts)
    assert total.settled == total.late


def test_december_is_followed_by_january():
    assert Month(2026, 12).following == Month(2027, 1)
    assert Month(2026, 3).following == Month(2026, 4)
