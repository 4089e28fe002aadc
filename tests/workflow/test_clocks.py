"""Clocks: what they promise, what stops them, and that being late stops nothing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workflow.example import definition, profile

from motcua.kernel.calendar import HANOI, DayTable, Duration, Unit, WorkingCalendar
from motcua.workflow.rules import alert_due, decide, due, overdue, reply_due, step_due, turn
from motcua.workflow.rules.clocks import intake_change
from motcua.workflow.values import (
    Clock,
    ClockChange,
    ClockKind,
    Facts,
    Function,
    Move,
    Position,
    State,
    Turn,
)

pytestmark = pytest.mark.once

WEEKENDS = WorkingCalendar(DayTable.of([], [2025, 2026]))


def at(day, hour, minute=0):
    """Give a moment of December 2025 in Hà Nội."""
    return datetime(2025, 12, day, hour, minute, tzinfo=HANOI).astimezone(UTC)


def started(moment, *, amount=3, unit=Unit.WORKING_DAY, cutoff=None):
    change = ClockChange(Turn.START, "vn-2025:limit", limit=Duration(amount, unit), cutoff=cutoff)
    return turn(None, change, moment)


def _on(clock):
    return due(clock, WEEKENDS).on


def test_a_limit_runs_from_acceptance():
    clock = started(at(1, 9))
    assert due(clock, WEEKENDS).at == at(4, 17)
    assert (clock.kind, clock.rule) == (ClockKind.SETTLEMENT, "vn-2025:limit")


def test_the_same_day_until_the_cutoff_then_the_next_working_day():
    on_time = started(at(5, 15), amount=0, cutoff=time(15))
    late = started(at(5, 15, 1), amount=0, cutoff=time(15))
    assert due(on_time, WEEKENDS).at == at(5, 17)
    assert due(late, WEEKENDS).at == at(8, 17)


def test_while_it_waits_for_the_applicant_nothing_is_due_but_their_answer():
    pause = ClockChange(Turn.PAUSE, "r", reply=Duration(15, Unit.WORKING_DAY))
    clock = turn(started(at(1, 9)), pause, at(2, 9))
    assert due(clock, WEEKENDS) is None
    assert reply_due(clock, WEEKENDS).at == at(23, 17)
    assert not overdue(clock, WEEKENDS, at(31, 9))


def test_a_pause_takes_out_the_days_of_waiting():
    clock = turn(started(at(1, 9)), ClockChange(Turn.PAUSE), at(2, 9))
    clock = turn(clock, ClockChange(Turn.RESUME), at(8, 9))
    assert _on(clock) == date(2025, 12, 10)


def test_a_restart_counts_the_whole_limit_again():
    clock = turn(started(at(1, 9)), ClockChange(Turn.PAUSE), at(2, 9))
    clock = turn(clock, ClockChange(Turn.RESTART, "vn-2025:supplement:restart"), at(8, 9))
    assert _on(clock) == date(2025, 12, 11)
    assert (clock.pauses[0].restarts, clock.pauses[0].rule) == (True, "vn-2025:supplement:restart")


def test_an_extension_counts_from_the_same_start():
    change = ClockChange(Turn.EXTEND, "x", limit=Duration(5, Unit.WORKING_DAY))
    clock = turn(started(at(1, 9)), change, at(3, 9))
    assert _on(clock) == date(2025, 12, 8)


def test_the_desk_is_alerted_after_two_working_hours_and_decides_within_eight():
    clock = turn(None, intake_change(profile()), at(1, 11))
    assert alert_due(clock, WEEKENDS).at == at(1, 15)
    assert due(clock, WEEKENDS).at == at(2, 11)
    assert clock.kind is ClockKind.INTAKE


def test_a_stopped_clock_alerts_nobody_and_stays_as_it_was():
    clock = turn(
        turn(None, intake_change(profile()), at(1, 11)), ClockChange(Turn.STOP), at(1, 13, 30)
    )
    assert alert_due(clock, WEEKENDS) is None
    for change in (Turn.PAUSE, Turn.RESUME, Turn.EXTEND, Turn.STOP, Turn.KEEP):
        assert turn(clock, ClockChange(change), at(9, 9)) == clock


def test_lateness_is_read_off_the_clock_at_the_time_it_stopped():
    clock = started(at(1, 9))
    assert not overdue(clock, WEEKENDS, at(4, 17))
    assert overdue(clock, WEEKENDS, at(4, 17, 1))
    assert not overdue(turn(clock, ClockChange(Turn.STOP), at(4, 16)), WEEKENDS, at(31, 9))
    assert overdue(turn(clock, ClockChange(Turn.STOP), at(5, 8)), WEEKENDS, at(5, 8))


def test_a_step_is_due_when_its_budget_is_used_up():
    appraisal, counter = definition().step("appraisal"), definition().step("counter")
    assert step_due(appraisal, at(1, 7), WEEKENDS).at == at(2, 11)
    assert step_due(counter, at(1, 7), WEEKENDS) is None


def test_a_clock_must_start_with_a_limit():
    with pytest.raises(ValueError, match="limit"):
        turn(None, ClockChange(Turn.START), at(1, 9))


def test_a_late_dossier_goes_its_way_to_the_end():
    process, position, clock = definition(), Position(State.SUBMITTED), None
    facts = Facts(result_ready=True, reason="x")
    moves = (Move.ACCEPT, Move.PROPOSE, Move.APPROVE, Move.RESOLVE, Move.RETURN_RESULT)
    for number, move in enumerate(moves):
        decision = decide(
            definition=process,
            position=position,
            move=move,
            functions=frozenset(Function),
            facts=facts,
        )
        moment = at(1, 9) + timedelta(days=100 * number)
        position, clock = decision.position, turn(clock, decision.clock, moment)
        assert number == 0 or overdue(clock, WEEKENDS, moment)
    assert position.state is State.RETURNED


minutes = st.integers(0, 170 * 24 * 60)
moments = minutes.map(lambda m: datetime(2025, 7, 1, tzinfo=UTC) + timedelta(minutes=m))
limits = st.builds(
    Duration,
    st.integers(0, 30),
    st.sampled_from([Unit.WORKING_DAY, Unit.WORKING_HOUR, Unit.HALF_DAY, Unit.CALENDAR_DAY]),
)
waits = st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), max_size=6)
cutoffs = st.sampled_from([None, time(15), time(17)])


@given(moments, limits, waits, cutoffs, st.sampled_from([Turn.RESUME, Turn.RESTART]))
def test_waiting_never_brings_the_date_forward(start, limit, gaps, cutoff, back):
    clock = turn(None, ClockChange(Turn.START, limit=limit, cutoff=cutoff), start)
    promised, moment = due(clock, WEEKENDS).at, start
    for number, gap in enumerate(gaps):
        moment += gap
        change = ClockChange(back if number % 2 else Turn.PAUSE)
        clock = turn(clock, change, moment)
        now_due = due(clock, WEEKENDS)
        if now_due is not None:
            assert now_due.at >= promised
            promised = now_due.at


@given(moments, limits, waits, cutoffs, st.booleans())
def test_a_clock_survives_its_json(start, limit, gaps, cutoff, stopped):
    change = ClockChange(Turn.START, "r", limit=limit, cutoff=cutoff, alert=limit)
    clock, moment = turn(None, change, start), start
    for number, gap in enumerate(gaps):
        moment += gap
        again = Turn.RESTART if number % 3 else Turn.RESUME
        which = again if number % 2 else Turn.PAUSE
        clock = turn(clock, ClockChange(which, "p", reply=limit), moment)
    if stopped:
        clock = turn(clock, ClockChange(Turn.STOP), moment)
    assert Clock.from_json(clock.to_json()) == clock


@given(moments, st.lists(st.sampled_from(list(Turn)), max_size=8))
def test_at_most_one_pause_is_open_and_a_stop_is_final(start, turns):
    clock = started(start)
    for number, which in enumerate(turns):
        moment = start + timedelta(hours=number)
        clock = turn(clock, ClockChange(which, limit=Duration(3, Unit.WORKING_DAY)), moment)
    assert sum(pause.ended_at is None for pause in clock.pauses) <= 1
    assert not (clock.paused and clock.stopped_at)
