"""What holds whatever is done, in whatever order."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workflow.example import definition, profile

from motcua.kernel.calendar import Duration, Unit
from motcua.workflow.rules import MoveRefused, decide, offered
from motcua.workflow.rules.states import TRANSITIONS
from motcua.workflow.values import Decision, Facts, Function, HandOver, Move, Position, State

pytestmark = pytest.mark.once

EVERYBODY = frozenset(Function)
WILLING = Facts(reason="Lý do", result_ready=True, reply_time_over=True, alternative="verification")

facts = st.builds(
    Facts,
    supplements=st.integers(0, 3),
    extensions=st.integers(0, 2),
    reason=st.sampled_from([None, "", "Ảnh mờ"]),
    unpaid=st.sampled_from([0, 8000]),
    result_ready=st.booleans(),
    components_reviewed=st.booleans(),
    reply_time_over=st.booleans(),
    decided=st.booleans(),
    alternative=st.sampled_from([None, "verification", "unknown"]),
    extended=st.sampled_from([None, Duration(12, Unit.WORKING_DAY)]),
    overdue=st.booleans(),
    notice_passed=st.booleans(),
    recall_to=st.sampled_from([None, Position(State.IN_PROCESS, "appraisal")]),
    before=st.sampled_from([None, *State]),
)
hands = st.frozensets(st.sampled_from(list(Function)))
positions = st.sampled_from(
    [Position(state) for state in State]
    + [
        Position(state, step)
        for state in State
        for step in ("reception", "appraisal", "approval", "sealing", "counter")
    ]
)


@cache
def process(*, hand_over=HandOver.AUTOMATIC, supplement="restart"):
    return definition(
        ("hand_over: automatic", f"hand_over: {hand_over}"),
        of=profile(rule=("rule: restart", f"rule: {supplement}")),
    )


@cache
def _ends_from(position):
    """Whether an end can be reached when everybody is willing."""
    seen, waiting = set(), [position]
    while waiting:
        here = waiting.pop()
        if here.state.is_end:
            return True
        if here in seen:
            continue
        seen.add(here)
        waiting += [
            _go(here, move, given_facts=WILLING).position for move in _open_moves(here, WILLING)
        ]
    return False


def _open_moves(position, given_facts, of=None):
    offers = offered(
        definition=of or process(), position=position, functions=EVERYBODY, facts=given_facts
    )
    return [offer.move for offer in offers if offer.refusal is None]


def _go(position, move, *, given_facts, of=None):
    return decide(
        definition=of or process(),
        position=position,
        move=move,
        functions=EVERYBODY,
        facts=given_facts,
    )


@given(st.data(), st.sampled_from(list(HandOver)), st.sampled_from(["pause", "restart"]))
def test_no_sequence_of_offered_moves_leads_where_nothing_ends(data, hand_over, supplement):
    under = process(hand_over=hand_over, supplement=supplement)
    position = Position(State.DRAFT)
    for _ in range(12):
        given_facts = data.draw(facts)
        moves = _open_moves(position, given_facts, under)
        if not moves:
            break
        spoken = Facts(**{**_fields(given_facts), "reason": "Lý do"})
        position = _go(
            position, data.draw(st.sampled_from(moves)), given_facts=spoken, of=under
        ).position
        assert position.state.is_end or _ends_from(position)


@given(positions, hands, facts)
def test_the_button_and_the_post_agree(position, functions, given_facts):
    offers = {
        offer.move: offer
        for offer in offered(
            definition=process(), position=position, functions=functions, facts=given_facts
        )
    }
    for move in Move:
        offer = offers.get(move)
        spoken = bool(given_facts.reason)
        may = offer and offer.refusal is None and (spoken or not offer.needs_reason)
        answer = _answer(
            {
                "definition": process(),
                "position": position,
                "move": move,
                "functions": functions,
                "facts": given_facts,
            }
        )
        assert isinstance(answer, Decision) == bool(may)
        assert may or all(answer[-1].in_(language).strip() for language in ("vi", "en"))


@given(positions, st.sampled_from(list(Move)), hands, facts)
def test_the_same_question_gets_the_same_answer(position, move, functions, given_facts):
    asked = {
        "definition": process(),
        "position": position,
        "move": move,
        "functions": functions,
        "facts": given_facts,
    }
    assert _answer(asked) == _answer(asked)
    assert position == asked["position"]


@given(positions, st.sampled_from(list(Move)), facts)
def test_a_decision_keeps_to_the_table(position, move, given_facts):
    try:
        decision = _go(position, move, given_facts=given_facts)
    except MoveRefused:
        return
    legal = {
        state
        for row in TRANSITIONS
        if row.move is move and row.source is position.state
        for state in row.targets
    }
    first = (*decision.passed, decision.position)[0]
    assert first.state in legal


def _answer(asked):
    try:
        return decide(**asked)
    except MoveRefused as refusal:
        return refusal.move, refusal.guard, refusal.forbidden, refusal.sentence


def _fields(given_facts):
    return {name: getattr(given_facts, name) for name in Facts.__dataclass_fields__}
