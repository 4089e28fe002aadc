"""Dossiers settled for tests, by whoever may make the next move."""

from tests.factories import people
from tests.factories.dossiers import later, submitted

from motcua.dossiers import actions, queries
from motcua.identity.values import Role
from motcua.workflow.values import Move, State

ONWARD = (
    Move.ACCEPT,
    Move.HAND_OVER,
    Move.PROPOSE,
    Move.FORWARD,
    Move.APPROVE,
    Move.RESOLVE,
)


def resolved(applicant, *officers) -> str:
    """Submit a birth registration and walk it on until its result is signed; gives its code."""
    code = submitted(applicant)
    for _ in range(20):
        if _seen(officers[0], code).state is State.RESOLVED:
            return code
        _step(code, officers)
    raise AssertionError(f"{code} came to no result")


def _seen(by, code):
    return queries.dossier(viewer=by, code=code, at=later(hours=2))


def _step(code, officers):
    for by in officers:
        view = _seen(by, code)
        offered = {offer.move for offer in view.offers}
        if Move.PROPOSE in offered and not view.result:
            actions.draft_result(code=code, by=by, at=later(hours=2))
            view = _seen(by, code)
        able = {offer.move for offer in view.offers if not offer.refusal}
        move = next((one for one in ONWARD if one in able), None)
        if move is not None:
            actions.perform(code=code, move=move, by=by, at=later(hours=2))
            return


def settled(mother, *, hours) -> str:
    """Register a birth: accepted after an hour, its result signed `hours` after MORNING."""
    reception, clerk, leader = (
        people.officer(role) for role in (Role.RECEPTIONIST, Role.CASE_OFFICER, Role.APPROVER)
    )
    code = submitted(mother)
    actions.perform(code=code, move=Move.ACCEPT, by=reception, at=later(hours=1))
    actions.draft_result(code=code, by=clerk, at=later(hours=1))
    actions.perform(code=code, move=Move.PROPOSE, by=clerk, at=later(hours=1))
    done = actions.perform(code=code, move=Move.RESOLVE, by=leader, at=later(hours=hours))
    assert done is State.RESOLVED
    return code


def refused(mother) -> str:
    """Refuse a birth registration an hour after it came in."""
    code = submitted(mother)
    reception = people.officer(Role.RECEPTIONIST)
    actions.perform(
        code=code, move=Move.REFUSE, by=reception, at=later(hours=1), reason="Nộp sai nơi."
    )
    return code
