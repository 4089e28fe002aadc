"""What was promised, under every profile and calendar."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.kernel.calendars import local, moment, official
from tests.workflow.example import definition, profile

from motcua.kernel.calendar import HANOI, Duration, Kind, SpecialDay, Unit, WorkingCalendar
from motcua.kernel.words import Sentence
from motcua.workflow import rules
from motcua.workflow.rules.clocks import intake_change
from motcua.workflow.values import (
    ClockChange,
    Facts,
    Function,
    Move,
    Position,
    State,
    Turn,
)

pytestmark = pytest.mark.once

PROFILES = Path(__file__).parents[2] / "library" / "profiles"
OFFICE = frozenset(Function)
ANSWERED = Facts(reason="Lý do", alternative="verification", result_ready=True)
ROUND = (
    (Position(State.IN_PROCESS, "appraisal"), Move.REQUEST_SUPPLEMENT),
    (Position(State.SUPPLEMENT, "appraisal"), Move.SUPPLEMENT),
    (Position(State.IN_PROCESS, "appraisal"), Move.REQUEST_PAYMENT),
    (Position(State.PAYMENT_DUE, "appraisal"), Move.CONFIRM_PAYMENT),
    (Position(State.IN_PROCESS, "appraisal"), Move.EXTEND),
)


@cache
def under(code):
    """Give the example process under a profile of the library."""
    text = (PROFILES / f"{code}.yaml").read_text("utf-8")
    of = rules.load_profile(text, name=f"{code}.yaml")
    return definition(("      - move: stop\n", ""), of=of)


def started(start, *, amount=3, unit=Unit.WORKING_DAY, cutoff=None):
    change = ClockChange(Turn.START, "p:limit", limit=Duration(amount, unit), cutoff=cutoff)
    return rules.turn(None, change, start)


def decided(process, position, move):
    return rules.decide(
        definition=process, position=position, move=move, functions=OFFICE, facts=ANSWERED
    )


@pytest.mark.shows("CN07")
@pytest.mark.parametrize(
    ("accepted", "limit", "due"),
    [
        ("2024-04-26T10:00", "7 ngày làm việc", "2024-05-09T17:00"),
        ("2024-05-03T10:00", "1 ngày làm việc", "2024-05-04T17:00"),
        ("2025-01-24T10:00", "3 ngày làm việc", "2025-02-05T17:00"),
        ("2024-04-17T10:00", "3 ngày làm việc", "2024-04-23T17:00"),
        ("2025-12-01T08:15", "168 giờ làm việc", "2025-12-30T08:15"),
        ("2025-12-05T18:30", "8 giờ làm việc", "2025-12-08T17:00"),
        ("2025-12-01T11:00", "2 giờ làm việc", "2025-12-01T15:00"),
    ],
)
def test_golden_limits(accepted, limit, due):
    parsed = Duration.parse(limit)
    clock = started(moment(accepted), amount=parsed.amount, unit=parsed.unit)
    assert local(rules.due(clock, official()).at) == due


@pytest.mark.parametrize("code", ["vn-2022", "vn-2024", "vn-2025"])
def test_golden_rules_of_each_profile(code):
    rule = under(code).profile
    clock = rules.turn(None, intake_change(rule), moment("2025-12-05T18:30"))
    assert local(rules.alert_due(clock, official()).at) == "2025-12-08T09:00"
    assert local(rules.due(clock, official()).at) == "2025-12-08T17:00"
    assert (rule.supplements, rule.extensions, rule.reply.text()) == (1, 1, "15 ngày làm việc")
    late = started(moment("2025-12-01T17:30"), amount=1, cutoff=rule.after_hours)
    assert local(rules.due(late, official()).at) == "2025-12-03T17:00"


def test_golden_civil_status_after_15_counts_as_the_next_day():
    clock = started(moment("2025-12-01T15:01"), amount=0, cutoff=moment("2025-12-01T15:00").time())
    assert local(rules.due(clock, official()).at) == "2025-12-02T17:00"


@pytest.mark.parametrize(("rule", "due"), [("pause", "2025-12-10"), ("restart", "2025-12-11")])
def test_golden_supplement_pauses_or_counts_again(rule, due):
    process = definition(of=profile(rule=("rule: restart", f"rule: {rule}")))
    clock = started(moment("2025-12-01T09:00"))
    for when, (position, move) in zip(("02", "08"), ROUND, strict=False):
        change = decided(process, position, move).clock
        clock = rules.turn(clock, change, moment(f"2025-12-{when}T09:00"))
    assert rules.due(clock, official()).on == date.fromisoformat(due)
    assert clock.pauses[0].rule == f"vn-2025:supplement:{rule}"


def test_golden_fifteen_working_days_to_answer():
    change = decided(definition(), *ROUND[0]).clock
    clock = rules.turn(started(moment("2025-12-01T09:00")), change, moment("2025-12-02T09:00"))
    assert local(rules.reply_due(clock, official()).at) == "2025-12-23T17:00"


@pytest.mark.parametrize(
    ("due", "by"),
    [("2025-12-04", "2025-12-03T17:00"), ("2025-12-08", "2025-12-05T17:00")],
)
def test_golden_a_delay_is_announced_a_working_day_before(due, by):
    start = {"2025-12-04": "2025-12-01T09:00", "2025-12-08": "2025-12-03T09:00"}[due]
    found = rules.notice_by(started(moment(start)), Duration(1, Unit.WORKING_DAY), official())
    assert local(found) == by


def test_an_extension_leaves_the_first_promise_where_it_was():
    clock = started(moment("2025-12-01T09:00"))
    until = rules.limit_until(clock, date(2025, 12, 15), official())
    longer = rules.turn(
        clock, ClockChange(Turn.EXTEND, "x", limit=until), moment("2025-12-02T09:00")
    )
    assert rules.due(longer, official()).on == date(2025, 12, 15)
    assert rules.promised(longer, official()).on == date(2025, 12, 4)
    stopped = rules.turn(longer, ClockChange(Turn.STOP), moment("2025-12-10T09:00"))
    assert rules.late(stopped, official(), moment("2026-01-01T09:00"))
    assert not rules.overdue(stopped, official(), moment("2026-01-01T09:00"))


def test_a_supplement_moves_the_first_promise_too():
    clock = started(moment("2025-12-01T09:00"))
    for turn, when in ((Turn.PAUSE, "02"), (Turn.RESTART, "08")):
        clock = rules.turn(clock, ClockChange(turn), moment(f"2025-12-{when}T09:00"))
    assert rules.promised(clock, official()).on == date(2025, 12, 11)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2025, 12, 13), "là ngày nghỉ (cuối tuần)"),
        (date(2025, 12, 4), "phải sau ngày đã hẹn"),
        (date(2027, 12, 6), "phải sau ngày đã hẹn"),
    ],
)
def test_a_day_that_cannot_be_promised_is_refused(on, told):
    with pytest.raises(rules.DateRefused) as refused:
        rules.limit_until(started(moment("2025-12-01T09:00")), on, official())
    assert told in refused.value.sentence.vi


def test_a_late_notice_is_refused_where_the_profile_says_so():
    text = "extensions: 1\nextension: {notice: 1 ngày làm việc, late: refuse}"
    strict = definition(of=profile(late=("extensions: 1", text)))
    where = {"position": ROUND[4][0], "move": Move.EXTEND, "functions": OFFICE}
    with pytest.raises(rules.MoveRefused, match="1 ngày làm việc"):
        rules.decide(definition=strict, facts=replace(ANSWERED, notice_passed=True), **where)
    rules.decide(definition=definition(), facts=replace(ANSWERED, notice_passed=True), **where)


@pytest.mark.parametrize(("rule", "turn"), [("pause", Turn.PAUSE), ("run", Turn.KEEP)])
def test_the_profile_says_whether_waiting_for_money_stops_the_clock(rule, turn):
    text = f"extensions: 1\npayment: {{rule: {rule}, within: 5 ngày làm việc}}"
    process = definition(of=profile(paying=("extensions: 1", text)))
    change = decided(process, *ROUND[2]).clock
    assert (change.turn, change.rule) == (turn, f"vn-2025:request_payment:{rule}")


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 3, 1)).map(  # noqa: DTZ001 -- zoned next
    lambda at: at.replace(tzinfo=HANOI)
)
waits = st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=12)), min_size=5, max_size=5)
codes = st.sampled_from(["vn-2022", "vn-2024", "vn-2025"])
limits = st.integers(0, 40)
extra_days = st.sets(st.dates(date(2024, 1, 1), date(2027, 6, 1)), max_size=6)


def _calendar(extra):
    table = official().table
    for on in sorted(extra):
        if on.weekday() < 5 and on not in table.days:
            table = table.with_day(SpecialDay(on, Sentence("nghỉ", "off"), Kind.SWAPPED_OFF))
    return WorkingCalendar(table)


def _life(code, start, *, amount, gaps):
    """Give the clock after each move of a life that is asked, paid and extended."""
    process = under(code)
    clock, at = started(start, amount=amount, cutoff=process.profile.after_hours), start
    yield clock
    for (position, move), gap in zip(ROUND, gaps, strict=True):
        at += gap
        clock = rules.turn(clock, decided(process, position, move).clock, at)
        yield clock


@given(codes, moments, limits, waits, extra_days)
def test_no_date_is_ever_on_a_day_off(code, start, amount, gaps, extra):
    calendar = _calendar(extra)
    for clock in _life(code, start, amount=amount, gaps=gaps):
        owed = (
            rules.due(clock, calendar),
            rules.promised(clock, calendar),
            rules.reply_due(clock, calendar),
        )
        assert all(calendar.is_working_day(one.on) for one in owed if one)


@given(codes, moments, limits, waits)
def test_waiting_for_the_applicant_never_shortens(code, start, amount, gaps):
    first = None
    for clock in list(_life(code, start, amount=amount, gaps=gaps))[:5]:
        due = rules.due(clock, official())
        if due is not None:
            assert first is None or due.at >= first
            first = due.at


@given(codes, moments, limits, waits, extra_days)
def test_another_holiday_never_brings_a_date_forward(code, start, amount, gaps, extra):
    calendar = _calendar(extra)
    for clock in _life(code, start, amount=amount, gaps=gaps):
        before, after = rules.due(clock, official()), rules.due(clock, calendar)
        assert before is None or after.at >= before.at


@given(moments, limits, st.integers(1, 200))
def test_a_chosen_working_day_becomes_the_due_date(start, amount, ahead):
    clock = started(start, amount=amount)
    on = rules.due(clock, official()).on + timedelta(days=ahead)
    assume(official().is_working_day(on))
    limit = rules.limit_until(clock, on, official())
    longer = rules.turn(clock, ClockChange(Turn.EXTEND, limit=limit), start)
    assert rules.due(longer, official()).on == on
