"""What holds for every calendar, receipt and limit."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.calendars import official

from motcua.kernel.calendar import (
    HANOI,
    Due,
    Duration,
    Kind,
    Pause,
    SpecialDay,
    Unit,
    WorkingCalendar,
)
from motcua.kernel.words import Sentence

moments = st.datetimes(datetime(2023, 1, 1), datetime(2027, 6, 1)).map(  # noqa: DTZ001 -- zoned next
    lambda at: at.replace(tzinfo=HANOI)
)
durations = st.builds(Duration, st.integers(0, 250), st.sampled_from(Unit))
weekdays = st.dates(date(2023, 1, 1), date(2027, 6, 1)).filter(lambda on: on.weekday() < 5)


@given(moments, durations)
def test_a_due_date_is_never_on_a_day_off_nor_outside_hours(start, duration):
    due = official().due(start, duration)
    assert official().is_working_day(due.on)
    assert official().next_working_moment(due.at) == due.at
    assert due.at >= start or duration.amount == 0
    assert Due.from_json(due.to_json()) == due


@given(moments, durations, st.sets(weekdays, max_size=8))
def test_more_days_off_never_bring_a_date_forward(start, duration, extra):
    table = official().table
    for on in extra - set(table.days):
        table = table.with_day(SpecialDay(on, Sentence("nghỉ", "off"), Kind.SWAPPED_OFF))
    assert WorkingCalendar(table).due(start, duration).at >= official().due(start, duration).at


@given(moments, durations, st.integers(1, 40))
def test_more_time_never_ends_earlier(start, duration, more):
    longer = Duration(duration.amount + more, duration.unit)
    assert official().due(start, longer).at >= official().due(start, duration).at


@given(moments, st.timedeltas(timedelta(0), timedelta(days=20)), durations)
def test_a_later_receipt_never_ends_earlier(start, wait, duration):
    assert official().due(start + wait, duration).at >= official().due(start, duration).at


@given(
    moments,
    durations,
    st.lists(
        st.tuples(
            st.timedeltas(timedelta(0), timedelta(40)), st.timedeltas(timedelta(0), timedelta(9))
        ),
        max_size=4,
    ),
)
def test_pausing_never_shortens(start, duration, waits):
    pauses = [Pause(start + wait, start + wait + length) for wait, length in waits]
    paused = official().due(start, duration, pauses=pauses)
    assert paused.at >= official().due(start, duration).at


@given(moments, st.integers(0, 300), st.sampled_from([Unit.WORKING_DAY, Unit.WORKING_HOUR]))
def test_elapsed_undoes_due(start, amount, unit):
    due = official().due(start, Duration(amount, unit))
    assert official().elapsed(start, due.at, unit) == amount


@given(moments, moments, st.sampled_from(Unit))
def test_elapsed_backwards_is_negative(first, second, unit):
    there, back = official().elapsed(first, second, unit), official().elapsed(second, first, unit)
    assert there == -back
