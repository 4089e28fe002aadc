"""May they, and can it be done now."""

from dataclasses import replace

import pytest
from tests.workflow.example import definition, profile

from motcua.workflow.rules import MoveRefused, decide, offered
from motcua.workflow.values import (
    ClockKind,
    Effect,
    EffectKind,
    Facts,
    Function,
    Guard,
    Move,
    Position,
    State,
    SupplementRule,
    Turn,
)

pytestmark = pytest.mark.once

AT_DESK = Position(State.SUBMITTED)
APPRAISED = Position(State.IN_PROCESS, "appraisal")
FINE = Facts(reason="Vì lý do này", result_ready=True)


def _decide(position, move, *, by, facts=FINE, of=None):
    return decide(
        definition=of or definition(),
        position=position,
        move=move,
        functions=frozenset({by}),
        facts=facts,
    )


def _refused(position, move, *, by, facts=FINE, of=None):
    with pytest.raises(MoveRefused) as refusal:
        _decide(position, move, by=by, facts=facts, of=of)
    return refusal.value


def test_accepting_hands_over_by_itself():
    decision = _decide(AT_DESK, Move.ACCEPT, by=Function.RECEPTION)
    assert decision.passed == (Position(State.ACCEPTED, "reception"),)
    assert decision.position == APPRAISED
    assert decision.forms == ("receipt_appointment",)
    assert Effect(EffectKind.NOTIFY, "applicant") in decision.effects
    assert decision.clock.turn is Turn.START
    assert decision.clock.kind is ClockKind.SETTLEMENT


def test_accepting_stops_at_the_desk_where_an_officer_hands_over():
    by_hand = definition(("hand_over: automatic", "hand_over: by_officer"))
    decision = _decide(AT_DESK, Move.ACCEPT, by=Function.RECEPTION, of=by_hand)
    assert decision.passed == ()
    assert decision.position == Position(State.ACCEPTED, "reception")
    handed = _decide(decision.position, Move.HAND_OVER, by=Function.RECEPTION, of=by_hand)
    assert handed.position == APPRAISED


@pytest.mark.parametrize(
    ("position", "move", "by", "expected"),
    [
        (Position(State.DRAFT), Move.SUBMIT, Function.APPLICANT, AT_DESK),
        (AT_DESK, Move.REQUEST_SUPPLEMENT, Function.RECEPTION, Position(State.SUPPLEMENT)),
        (AT_DESK, Move.REFUSE, Function.RECEPTION, Position(State.REFUSED)),
        (Position(State.SUPPLEMENT), Move.SUPPLEMENT, Function.APPLICANT, AT_DESK),
        (Position(State.SUPPLEMENT, "appraisal"), Move.SUPPLEMENT, Function.APPLICANT, APPRAISED),
        (APPRAISED, Move.PROPOSE, Function.CASE_OFFICER, Position(State.IN_PROCESS, "approval")),
        (
            Position(State.IN_PROCESS, "approval"),
            Move.APPROVE,
            Function.LEADER,
            Position(State.IN_PROCESS, "sealing"),
        ),
        (Position(State.IN_PROCESS, "approval"), Move.SEND_BACK, Function.LEADER, APPRAISED),
        (
            Position(State.IN_PROCESS, "sealing"),
            Move.RESOLVE,
            Function.CLERK,
            Position(State.RESOLVED, "counter"),
        ),
        (
            Position(State.RESOLVED, "counter"),
            Move.RETURN_RESULT,
            Function.RECEPTION,
            Position(State.RETURNED, "counter"),
        ),
        (
            APPRAISED,
            Move.WITHDRAW,
            Function.APPLICANT,
            Position(State.WITHDRAW_REQUESTED, "appraisal"),
        ),
        (
            Position(State.WITHDRAW_REQUESTED, "appraisal"),
            Move.REJECT_WITHDRAWAL,
            Function.LEADER,
            APPRAISED,
        ),
        (APPRAISED, Move.MESSAGE, Function.APPLICANT, APPRAISED),
    ],
)
def test_where_moves_lead(position, move, by, expected):
    assert _decide(position, move, by=by).position == expected


@pytest.mark.parametrize(
    ("position", "move", "by"),
    [
        (AT_DESK, Move.ACCEPT, Function.CASE_OFFICER),
        (AT_DESK, Move.ACCEPT, Function.APPLICANT),
        (APPRAISED, Move.PROPOSE, Function.LEADER),
        (Position(State.IN_PROCESS, "approval"), Move.APPROVE, Function.CASE_OFFICER),
        (Position(State.SUPPLEMENT), Move.SUPPLEMENT, Function.LEADER),
        (Position(State.RESOLVED, "counter"), Move.RETURN_RESULT, Function.CLERK),
    ],
)
def test_somebody_elses_work_is_forbidden_whatever_the_facts(position, move, by):
    refusal = _refused(position, move, by=by, facts=Facts())
    assert refusal.forbidden
    assert "Việc này thuộc về" in refusal.sentence.vi
    assert refusal.guard is None


@pytest.mark.parametrize(
    ("position", "move", "by"),
    [
        (AT_DESK, Move.RESOLVE, Function.RECEPTION),
        (APPRAISED, Move.APPROVE, Function.CASE_OFFICER),
        (Position(State.REFUSED), Move.ACCEPT, Function.RECEPTION),
        (Position(State.IN_PROCESS, "approval"), Move.STOP, Function.LEADER),
    ],
)
def test_what_is_no_move_here_is_told_with_what_is(position, move, by):
    refusal = _refused(position, move, by=by)
    assert not refusal.forbidden
    assert position.state.label.vi in refusal.sentence.vi
    assert "bạn" in refusal.sentence.vi


@pytest.mark.parametrize(
    ("position", "move", "by", "facts", "guard", "word"),
    [
        (AT_DESK, Move.REFUSE, Function.RECEPTION, Facts(), Guard.REASON, "lý do"),
        (AT_DESK, Move.REFUSE, Function.RECEPTION, Facts(reason="  "), Guard.REASON, "lý do"),
        (
            AT_DESK,
            Move.ACCEPT,
            Function.RECEPTION,
            Facts(components_reviewed=False),
            Guard.COMPONENTS_REVIEWED,
            "giấy tờ",
        ),
        (
            AT_DESK,
            Move.REQUEST_SUPPLEMENT,
            Function.RECEPTION,
            Facts(reason="x", supplements=1),
            Guard.SUPPLEMENT_ALLOWED,
            "1 lần",
        ),
        (
            Position(State.SUPPLEMENT),
            Move.CLOSE_UNANSWERED,
            Function.RECEPTION,
            Facts(),
            Guard.REPLY_TIME_OVER,
            "thời hạn",
        ),
        (
            Position(State.IN_PROCESS, "approval"),
            Move.APPROVE,
            Function.LEADER,
            Facts(),
            Guard.RESULT_READY,
            "dự thảo kết quả",
        ),
        (
            Position(State.RESOLVED, "counter"),
            Move.RETURN_RESULT,
            Function.RECEPTION,
            Facts(unpaid=7000),
            Guard.FEE_PAID,
            "7.000 đ",
        ),
        (
            APPRAISED,
            Move.STOP,
            Function.CASE_OFFICER,
            Facts(reason="x", decided=True),
            Guard.NO_DECISION,
            "đã có kết quả",
        ),
        (
            APPRAISED,
            Move.EXTEND,
            Function.LEADER,
            Facts(reason="x", extensions=1, alternative="verification"),
            Guard.EXTENSION_ALLOWED,
            "gia hạn",
        ),
        (
            APPRAISED,
            Move.EXTEND,
            Function.LEADER,
            Facts(reason="x", alternative="nothing"),
            Guard.EXTENSION_ALLOWED,
            "verification",
        ),
    ],
)
def test_guards_refuse_with_a_sentence(position, move, by, facts, guard, word):
    refusal = _refused(position, move, by=by, facts=facts)
    assert refusal.guard is guard
    assert word in refusal.sentence.vi
    assert refusal.sentence.en
    assert move.label.vi in refusal.sentence.vi


def test_a_second_supplement_where_the_profile_sets_no_limit():
    free = profile(most=("at_most: 1", "at_most: null"))
    decision = _decide(
        AT_DESK,
        Move.REQUEST_SUPPLEMENT,
        by=Function.RECEPTION,
        facts=Facts(reason="Ảnh mờ", supplements=7),
        of=definition(of=free),
    )
    assert decision.position == Position(State.SUPPLEMENT)


@pytest.mark.parametrize(
    ("written", "rule", "turn"),
    [
        ("restart", SupplementRule.RESTART, Turn.RESTART),
        ("pause", SupplementRule.PAUSE, Turn.RESUME),
    ],
)
def test_the_profile_says_what_a_supplement_does_to_the_clock(written, rule, turn):
    under = profile(rule=("rule: restart", f"rule: {written}"))
    asked = definition(of=under)
    assert under.supplement is rule
    pausing = _decide(AT_DESK, Move.REQUEST_SUPPLEMENT, by=Function.RECEPTION, of=asked).clock
    assert (pausing.turn, pausing.reply.text()) == (Turn.PAUSE, "15 ngày làm việc")
    back = _decide(
        Position(State.SUPPLEMENT), Move.SUPPLEMENT, by=Function.APPLICANT, of=asked
    ).clock
    assert back.turn is turn
    assert back.rule == f"vn-2025:supplement:{written}"


def test_an_extension_takes_the_limit_it_names():
    facts = replace(FINE, alternative="verification")
    decision = _decide(APPRAISED, Move.EXTEND, by=Function.LEADER, facts=facts)
    assert decision.clock.turn is Turn.EXTEND
    assert decision.clock.limit.text() == "10 ngày làm việc"
    assert decision.forms == ("apology_extension",)


def test_a_form_the_profile_does_not_know_is_not_issued():
    older = profile(forms=(", stop_notice]", "]"))
    without = definition(("      - move: stop\n", ""), of=older)
    waiting = Position(State.SUPPLEMENT, "appraisal")
    facts = Facts(reply_time_over=True)
    decision = _decide(
        waiting, Move.CLOSE_UNANSWERED, by=Function.RECEPTION, facts=facts, of=without
    )
    assert decision.position.state is State.STOPPED
    assert decision.forms == ()


def test_offers_are_the_moves_of_these_hands_with_what_holds_them_up():
    facts = Facts(supplements=1)
    offers = offered(
        definition=definition(),
        position=AT_DESK,
        functions=frozenset({Function.RECEPTION}),
        facts=facts,
    )
    told = {offer.move: (offer.needs_reason, offer.refusal is not None) for offer in offers}
    assert told == {
        Move.ACCEPT: (False, False),
        Move.REQUEST_SUPPLEMENT: (True, True),
        Move.REFUSE: (True, False),
        Move.REQUEST_PAYMENT: (True, False),
        Move.WITHDRAW: (True, False),
        Move.MESSAGE: (True, False),
    }


def test_what_is_not_offered_yet_is_neither_offered_nor_done():
    without = definition(
        ("steps:\n", "not_offered: [withdraw]\nsteps:\n"),
    )
    offers = offered(
        definition=without,
        position=APPRAISED,
        functions=frozenset({Function.APPLICANT}),
        facts=Facts(),
    )
    assert [offer.move for offer in offers] == [Move.MESSAGE]
    assert _refused(APPRAISED, Move.WITHDRAW, by=Function.APPLICANT, of=without).guard is None


def test_a_step_may_call_its_move_by_another_name():
    signing = definition(
        ("        to: counter\n", "        to: counter\n        label: Đóng dấu, phát hành\n")
    )
    offers = offered(
        definition=signing,
        position=Position(State.IN_PROCESS, "sealing"),
        functions=frozenset({Function.CLERK}),
        facts=FINE,
    )
    assert "Đóng dấu, phát hành" in [offer.label.vi for offer in offers]
