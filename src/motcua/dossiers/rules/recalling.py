"""What the history of a dossier says about going back."""

from collections.abc import Sequence

from motcua.journal.values import Entry
from motcua.workflow.values import Move, Position, State

RECALLABLE = frozenset({Move.HAND_OVER, Move.FORWARD, Move.PROPOSE, Move.APPROVE, Move.SEND_BACK})
"""Moves within the agency; none of them sends the applicant a paper."""


def recall_to(history: Sequence[Entry], *, key: str) -> Position | None:
    """Give where the last step came from, if `key` made it and nobody has acted since."""
    acts = [entry for entry in history if entry.kind.startswith("dossier.")]
    if not acts or acts[-1].by.key != key:
        return None
    told = acts[-1].payload
    if told.get("move") not in RECALLABLE:
        return None
    return Position(State(str(told["from_state"])), str(told["from_step"]) or None)


def withdrawn_from(history: Sequence[Entry]) -> State | None:
    """Give the state in which the applicant asked last to withdraw."""
    asked = [e for e in history if e.payload.get("move") == Move.WITHDRAW.value]
    return State(str(asked[-1].payload["from_state"])) if asked else None
