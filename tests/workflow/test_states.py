"""The state table, as a table."""

import pytest

from motcua.workflow.rules.states import TRANSITIONS, Stage, rows_from, transition
from motcua.workflow.values import Form, Function, Guard, Move, State, Turn

pytestmark = pytest.mark.once


@pytest.mark.shows("CN04", "O7")
def test_ten_states_carry_the_national_codes_one_to_ten():
    codes = {state: state.national_code for state in State}
    assert codes.pop(State.DRAFT) is None
    assert sorted(codes.values()) == list(range(1, 11))
    assert codes[State.SUBMITTED] == 1
    assert codes[State.SUPPLEMENT] == 5
    assert codes[State.RETURNED] == 10


def test_every_word_is_told_in_both_languages():
    for word in (*State, *Move, *Function, *Form):
        assert word.label.vi
        assert word.label.en


def test_forms_carry_the_numbers_of_the_circular():
    assert {form: form.number for form in Form} == {
        Form.RECEIPT_APPOINTMENT: "01",
        Form.SUPPLEMENT_REQUEST: "02",
        Form.REFUSAL: "03",
        Form.APOLOGY_EXTENSION: "04",
        Form.STOP_NOTICE: "05",
        Form.CONTROL_SHEET: "06",
        Form.REGISTER: "07",
    }


@pytest.mark.parametrize(
    ("move", "source", "accepted", "targets", "form", "turn"),
    [
        ("submit", "draft", False, {"submitted"}, None, "start"),
        ("accept", "submitted", False, {"accepted"}, "receipt_appointment", "start"),
        ("request_supplement", "submitted", False, {"supplement"}, "supplement_request", "pause"),
        ("refuse", "submitted", False, {"refused"}, "refusal", "stop"),
        ("supplement", "supplement", False, {"submitted"}, None, "resume"),
        ("supplement", "supplement", True, {"in_process"}, None, "resume"),
        ("close_unanswered", "supplement", False, {"refused"}, "refusal", "stop"),
        ("close_unanswered", "supplement", True, {"stopped"}, "stop_notice", "stop"),
        ("hand_over", "accepted", True, {"in_process"}, None, "keep"),
        ("propose", "in_process", True, {"in_process"}, None, "keep"),
        ("send_back", "in_process", True, {"in_process", "accepted"}, None, "keep"),
        ("request_supplement", "in_process", True, {"supplement"}, "supplement_request", "pause"),
        ("extend", "in_process", True, {"in_process"}, "apology_extension", "extend"),
        ("resolve", "in_process", True, {"resolved"}, None, "stop"),
        ("stop", "in_process", True, {"stopped"}, "stop_notice", "stop"),
        ("return_result", "resolved", True, {"returned"}, None, "keep"),
        ("withdraw", "in_process", True, {"withdraw_requested"}, None, "keep"),
        ("allow_withdrawal", "withdraw_requested", True, {"stopped"}, "stop_notice", "stop"),
        (
            "reject_withdrawal",
            "withdraw_requested",
            False,
            {"submitted", "supplement", "payment_due"},
            None,
            "keep",
        ),
        ("recall", "in_process", True, {"accepted", "in_process"}, None, "keep"),
        ("stop", "payment_due", True, {"stopped"}, "stop_notice", "stop"),
        ("request_payment", "in_process", True, {"payment_due"}, None, "pause"),
        ("confirm_payment", "payment_due", True, {"in_process"}, None, "resume"),
    ],
)
def test_rows(move, source, accepted, targets, form, turn):
    row = transition(Move(move), State(source), accepted=accepted)
    assert row.targets == {State(state) for state in targets}
    assert row.form == (Form(form) if form else None)
    assert row.turn is Turn(turn)


@pytest.mark.parametrize(
    ("move", "source"),
    [
        (Move.RESOLVE, State.SUBMITTED),
        (Move.RETURN_RESULT, State.IN_PROCESS),
        (Move.ACCEPT, State.IN_PROCESS),
        (Move.ACCEPT, State.SUPPLEMENT),
        (Move.REFUSE, State.RESOLVED),
        (Move.WITHDRAW, State.RESOLVED),
        (Move.STOP, State.RESOLVED),
        (Move.RECALL, State.SUBMITTED),
        (Move.RECALL, State.RESOLVED),
        (Move.EXTEND, State.SUPPLEMENT),
        (Move.REQUEST_SUPPLEMENT, State.RESOLVED),
    ],
)
@pytest.mark.parametrize("accepted", [True, False])
def test_moves_that_do_not_exist(move, source, accepted):
    assert transition(move, source, accepted=accepted) is None


@pytest.mark.parametrize("state", [state for state in State if state.is_end])
def test_nothing_leads_out_of_an_end_but_words(state):
    for accepted in (True, False):
        assert [row.move for row in rows_from(state, accepted=accepted)] == [Move.MESSAGE]


def test_one_row_for_each_move_state_and_stage():
    for accepted in (True, False):
        rows = [(r.move, r.source) for r in TRANSITIONS if r.holds_at(accepted=accepted)]
        assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    "row", [row for row in TRANSITIONS if row.form], ids=lambda row: f"{row.source}-{row.move}"
)
def test_no_prescribed_form_goes_out_untold(row):
    assert Function.APPLICANT in row.notify


@pytest.mark.parametrize(
    "move", [Move.REFUSE, Move.REQUEST_SUPPLEMENT, Move.STOP, Move.SEND_BACK, Move.EXTEND]
)
def test_what_hurts_somebody_needs_a_reason(move):
    assert all(Guard.REASON in row.guards for row in TRANSITIONS if row.move is move)


def test_the_stage_of_a_row_says_when_it_holds():
    assert Stage.ANY in {row.stage for row in TRANSITIONS}
    row = transition(Move.SUPPLEMENT, State.SUPPLEMENT, accepted=True)
    assert row.stage is Stage.AFTER
    assert not row.holds_at(accepted=False)
