"""The state table: every legal move, who makes it, what it issues, what it does to the clock.

One row a move and stage; the drawing under docs/reference/workflows/ is made from it. The codes of
the states are the national ones; the edges follow Nghị định 118/2025/NĐ-CP and Thông tư
03/2025/TT-VPCP. Overdue is nowhere in it: lateness is a property of the clock.
"""

from dataclasses import dataclass
from enum import StrEnum

from motcua.workflow.values import Form, Function, Guard, Move, State, Turn


class Stage(StrEnum):
    """Whether a row holds before acceptance (no step yet), after it, or both."""

    ANY = "any"
    BEFORE = "before_acceptance"
    AFTER = "after_acceptance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One row. Empty `by` means: whoever has the step, and only if the step lists the move."""

    move: Move
    source: State
    targets: frozenset[State]
    by: frozenset[Function] = frozenset()
    guards: tuple[Guard, ...] = ()
    form: Form | None = None
    turn: Turn = Turn.KEEP
    notify: tuple[Function, ...] = ()
    stage: Stage = Stage.ANY

    @property
    def bound_to_step(self) -> bool:
        """Whether the procedure must list the move for it to exist."""
        return not self.by

    def holds_at(self, *, accepted: bool) -> bool:
        """Whether the row is about dossiers at this stage."""
        return self.stage is Stage.ANY or (self.stage is Stage.AFTER) == accepted


_DESK = frozenset({Function.RECEPTION})
_APPLICANT_OR_DESK = _DESK | {Function.APPLICANT}
_HEADS = frozenset({Function.UNIT_HEAD, Function.LEADER})
_CASHIERS = frozenset({Function.FINANCE, Function.RECEPTION})
_ALL = frozenset(Function)
_OFFICERS = _ALL - {Function.APPLICANT}
_TELL_APPLICANT = (Function.APPLICANT,)
_TELL_DESK = (Function.RECEPTION,)
_TELL_CASE_OFFICER = (Function.CASE_OFFICER,)
_REASON = (Guard.REASON,)
WITHDRAWN_FROM = frozenset(
    {State.SUBMITTED, State.SUPPLEMENT, State.ACCEPTED, State.IN_PROCESS, State.PAYMENT_DUE}
)
"""States in which the applicant may ask to withdraw: nothing has been decided yet."""

TRANSITIONS: tuple[Transition, ...] = (
    # Before acceptance.
    Transition(
        move=Move.SUBMIT,
        source=State.DRAFT,
        targets=frozenset({State.SUBMITTED}),
        by=_APPLICANT_OR_DESK,
        turn=Turn.START,
        notify=(Function.APPLICANT, Function.RECEPTION),
    ),
    Transition(
        move=Move.ACCEPT,
        source=State.SUBMITTED,
        targets=frozenset({State.ACCEPTED}),
        guards=(Guard.COMPONENTS_REVIEWED,),
        form=Form.RECEIPT_APPOINTMENT,
        turn=Turn.START,
        notify=_TELL_APPLICANT,
    ),
    Transition(
        move=Move.REQUEST_SUPPLEMENT,
        source=State.SUBMITTED,
        targets=frozenset({State.SUPPLEMENT}),
        guards=(Guard.SUPPLEMENT_ALLOWED, Guard.REASON),
        form=Form.SUPPLEMENT_REQUEST,
        turn=Turn.PAUSE,
        notify=_TELL_APPLICANT,
    ),
    Transition(
        move=Move.REFUSE,
        source=State.SUBMITTED,
        targets=frozenset({State.REFUSED}),
        guards=_REASON,
        form=Form.REFUSAL,
        turn=Turn.STOP,
        notify=_TELL_APPLICANT,
    ),
    # The applicant is asked for papers; `RESTART` is what a profile may make of `RESUME`.
    Transition(
        move=Move.SUPPLEMENT,
        source=State.SUPPLEMENT,
        targets=frozenset({State.SUBMITTED}),
        by=_APPLICANT_OR_DESK,
        turn=Turn.RESUME,
        notify=_TELL_DESK,
        stage=Stage.BEFORE,
    ),
    Transition(
        move=Move.SUPPLEMENT,
        source=State.SUPPLEMENT,
        targets=frozenset({State.IN_PROCESS}),
        by=_APPLICANT_OR_DESK,
        turn=Turn.RESUME,
        notify=_TELL_CASE_OFFICER,
        stage=Stage.AFTER,
    ),
    Transition(
        move=Move.CLOSE_UNANSWERED,
        source=State.SUPPLEMENT,
        targets=frozenset({State.REFUSED}),
        by=_DESK,
        guards=(Guard.REPLY_TIME_OVER,),
        form=Form.REFUSAL,
        turn=Turn.STOP,
        notify=_TELL_APPLICANT,
        stage=Stage.BEFORE,
    ),
    Transition(
        move=Move.CLOSE_UNANSWERED,
        source=State.SUPPLEMENT,
        targets=frozenset({State.STOPPED}),
        by=_DESK,
        guards=(Guard.REPLY_TIME_OVER,),
        form=Form.STOP_NOTICE,
        turn=Turn.STOP,
        notify=_TELL_APPLICANT,
        stage=Stage.AFTER,
    ),
    # From the desk to the people who settle it.
    Transition(
        move=Move.HAND_OVER,
        source=State.ACCEPTED,
        targets=frozenset({State.IN_PROCESS}),
    ),
    Transition(
        move=Move.FORWARD,
        source=State.IN_PROCESS,
        targets=frozenset({State.IN_PROCESS}),
    ),
    Transition(
        move=Move.PROPOSE,
        source=State.IN_PROCESS,
        targets=frozenset({State.IN_PROCESS}),
    ),
    Transition(
        move=Move.APPROVE,
        source=State.IN_PROCESS,
        targets=frozenset({State.IN_PROCESS}),
    ),
    Transition(
        move=Move.SEND_BACK,
        source=State.IN_PROCESS,
        targets=frozenset({State.IN_PROCESS, State.ACCEPTED}),
        guards=_REASON,
    ),
    Transition(
        move=Move.REQUEST_SUPPLEMENT,
        source=State.IN_PROCESS,
        targets=frozenset({State.SUPPLEMENT}),
        guards=(Guard.SUPPLEMENT_ALLOWED, Guard.NO_DECISION, Guard.REASON),
        form=Form.SUPPLEMENT_REQUEST,
        turn=Turn.PAUSE,
        notify=_TELL_APPLICANT,
    ),
    # The head apologises; being late already, there is nothing left to extend.
    *(
        Transition(
            move=Move.EXTEND,
            source=state,
            targets=frozenset({state}),
            by=_HEADS,
            guards=(Guard.EXTENSION_ALLOWED, Guard.REASON),
            form=Form.APOLOGY_EXTENSION,
            turn=Turn.EXTEND,
            notify=_TELL_APPLICANT,
        )
        for state in (State.ACCEPTED, State.IN_PROCESS)
    ),
    # Whoever handed it on by mistake takes it back; where to, the facts say.
    *(
        Transition(
            move=Move.RECALL,
            source=state,
            targets=frozenset({State.ACCEPTED, State.IN_PROCESS}),
            by=_OFFICERS,
            guards=(Guard.RECALL_ALLOWED, Guard.REASON),
        )
        for state in (State.ACCEPTED, State.IN_PROCESS)
    ),
    Transition(
        move=Move.RESOLVE,
        source=State.IN_PROCESS,
        targets=frozenset({State.RESOLVED}),
        guards=(Guard.RESULT_READY,),
        turn=Turn.STOP,
        notify=(Function.APPLICANT, Function.RECEPTION),
    ),
    Transition(
        move=Move.STOP,
        source=State.IN_PROCESS,
        targets=frozenset({State.STOPPED}),
        guards=(Guard.NO_DECISION, Guard.REASON),
        form=Form.STOP_NOTICE,
        turn=Turn.STOP,
        notify=_TELL_APPLICANT,
    ),
    Transition(
        move=Move.RETURN_RESULT,
        source=State.RESOLVED,
        targets=frozenset({State.RETURNED}),
        notify=_TELL_APPLICANT,
    ),
    # Money.
    Transition(
        move=Move.REQUEST_PAYMENT,
        source=State.SUBMITTED,
        targets=frozenset({State.PAYMENT_DUE}),
        by=_CASHIERS,
        guards=_REASON,
        turn=Turn.PAUSE,
        notify=_TELL_APPLICANT,
    ),
    Transition(
        move=Move.REQUEST_PAYMENT,
        source=State.IN_PROCESS,
        targets=frozenset({State.PAYMENT_DUE}),
        guards=_REASON,
        turn=Turn.PAUSE,
        notify=_TELL_APPLICANT,
    ),
    Transition(
        move=Move.CONFIRM_PAYMENT,
        source=State.PAYMENT_DUE,
        targets=frozenset({State.SUBMITTED}),
        by=_CASHIERS,
        guards=(Guard.FEE_PAID,),
        turn=Turn.RESUME,
        notify=_TELL_DESK,
        stage=Stage.BEFORE,
    ),
    Transition(
        move=Move.CONFIRM_PAYMENT,
        source=State.PAYMENT_DUE,
        targets=frozenset({State.IN_PROCESS}),
        by=_CASHIERS,
        guards=(Guard.FEE_PAID,),
        turn=Turn.RESUME,
        notify=_TELL_CASE_OFFICER,
        stage=Stage.AFTER,
    ),
    Transition(
        move=Move.STOP,
        source=State.PAYMENT_DUE,
        targets=frozenset({State.STOPPED}),
        by=_DESK | _HEADS,
        guards=(Guard.REPLY_TIME_OVER, Guard.REASON),
        form=Form.STOP_NOTICE,
        turn=Turn.STOP,
        notify=_TELL_APPLICANT,
    ),
    # Withdrawal, while nothing has been decided; a rejected one goes back to where it was.
    *(
        Transition(
            move=Move.WITHDRAW,
            source=state,
            targets=frozenset({State.WITHDRAW_REQUESTED}),
            by=_APPLICANT_OR_DESK,
            guards=(Guard.NO_DECISION, Guard.REASON),
            notify=(Function.RECEPTION, Function.CASE_OFFICER),
        )
        for state in State
        if state in WITHDRAWN_FROM
    ),
    Transition(
        move=Move.ALLOW_WITHDRAWAL,
        source=State.WITHDRAW_REQUESTED,
        targets=frozenset({State.STOPPED}),
        by=_DESK | _HEADS,
        form=Form.STOP_NOTICE,
        turn=Turn.STOP,
        notify=_TELL_APPLICANT,
    ),
    Transition(
        move=Move.REJECT_WITHDRAWAL,
        source=State.WITHDRAW_REQUESTED,
        targets=frozenset({State.SUBMITTED, State.SUPPLEMENT, State.PAYMENT_DUE}),
        by=_DESK | _HEADS,
        guards=_REASON,
        notify=_TELL_APPLICANT,
        stage=Stage.BEFORE,
    ),
    Transition(
        move=Move.REJECT_WITHDRAWAL,
        source=State.WITHDRAW_REQUESTED,
        targets=WITHDRAWN_FROM - {State.SUBMITTED},
        by=_DESK | _HEADS,
        guards=_REASON,
        notify=_TELL_APPLICANT,
        stage=Stage.AFTER,
    ),
    *(
        Transition(
            move=Move.MESSAGE, source=state, targets=frozenset({state}), by=_ALL, guards=_REASON
        )
        for state in State
        if state is not State.DRAFT
    ),
)


_FROM = {
    (state, accepted): tuple(
        row for row in TRANSITIONS if row.source is state and row.holds_at(accepted=accepted)
    )
    for state in State
    for accepted in (False, True)
}
_ROWS = {
    (row.move, state, accepted): row for (state, accepted), rows in _FROM.items() for row in rows
}


def transition(move: Move, source: State, *, accepted: bool) -> Transition | None:
    """Give the row for `move` from `source`, before acceptance or after it."""
    return _ROWS.get((move, source, accepted))


def rows_from(source: State, *, accepted: bool) -> tuple[Transition, ...]:
    """Every row that starts from `source` at this stage, in the table's order."""
    return _FROM[source, accepted]
