"""Moves of officers: the workflow decides, the row follows, forms are issued, the journal tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.dossiers import events
from motcua.dossiers.actions.printing import issue_form, issue_result
from motcua.dossiers.actions.turning import Bench, bench, show_in_inbox, standing, turn
from motcua.dossiers.models import Dossier, SupplementRequest
from motcua.dossiers.queries.offers import facts_about
from motcua.dossiers.queries.scope import functions_at, visible_to
from motcua.dossiers.values import SupplementItem
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence
from motcua.payments import queries as payments
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Decision, Facts, Form, Move, Position, State

_EVENTS: dict[Move, type[events.DossierMoved]] = {
    Move.ACCEPT: events.DossierAccepted,
    Move.REQUEST_SUPPLEMENT: events.SupplementRequested,
    Move.REFUSE: events.DossierRefused,
    Move.CLOSE_UNANSWERED: events.DossierRefused,
    Move.SUPPLEMENT: events.DossierSupplemented,
    Move.RESOLVE: events.DossierResolved,
    Move.RETURN_RESULT: events.DossierReturned,
}


LONGEST_REASON = 4000


class ReasonRefused(Refused):
    """A reason, or a note on what is asked for, is too long for the paper it is printed on."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi=f"Lý do và ghi chú dài nhất {LONGEST_REASON} ký tự. Bạn hãy viết gọn lại.",
                en=f"Reasons and notes have at most {LONGEST_REASON} characters. Please shorten.",
            )
        )


class DossierUnknown(Refused):
    """There is no such dossier, or it is not this viewer's business: both look the same."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi="Không tìm thấy hồ sơ này, hoặc bạn không có quyền xem.",
                en="This application was not found, or you may not see it.",
            )
        )


class DossierChanged(Refused):
    """Somebody else changed the dossier since the page was opened."""

    def __init__(self, row: Dossier) -> None:
        state = State(row.state).label
        super().__init__(
            Sentence(
                vi=(
                    f"Hồ sơ {row.code} vừa được người khác xử lý, nay ở trạng thái “{state.vi}”. "
                    "Bạn hãy xem lại hồ sơ rồi quyết định."
                ),
                en=(
                    f"Application {row.code} was just changed by somebody else; it is now "
                    f"“{state.en}”. Please look at it again before you decide."
                ),
            )
        )


@dataclass(frozen=True, slots=True)
class Made:
    """What the move was made with: who, when, why, and what was asked for."""

    by: Viewer
    at: datetime
    reason: str = ""
    items: tuple[SupplementItem, ...] = ()


def perform(
    *,
    code: str,
    move: Move,
    by: Viewer,
    at: datetime,
    reason: str = "",
    items: Sequence[SupplementItem] = (),
    revision: int | None = None,
    alternative: str | None = None,
) -> State:
    """Make one move on a dossier; gives the state it is in afterwards.

    Refuses with `DossierUnknown` (not theirs to see), `MoveRefused` (not theirs to do, or not now)
    and, when `revision` is given, `DossierChanged` (somebody was quicker). `items` go with a
    request for a supplement, `alternative` with an extension.
    """
    if max(len(reason), *(len(item.note) for item in items), 0) > LONGEST_REASON:
        raise ReasonRefused
    with transaction.atomic():
        on = bench(locked(code, by))
        if revision is not None and revision != on.row.revision:
            raise DossierChanged(on.row)
        why = reason.strip()
        decision = workflow_rules.decide(
            definition=on.service.workflow,
            position=on.position,
            move=move,
            functions=functions_at(by, on.row),
            facts=facts_of(on, at=at, reason=why, alternative=alternative),
        )
        carry_out(on=on, decision=decision, by=by, at=at, reason=why, items=tuple(items))
    return State(on.row.state)


def locked(code: str, by: Viewer) -> Dossier:
    """Fetch a dossier the viewer may see and hold it until the transaction ends."""
    row = Dossier.objects.select_for_update(of=("self",)).filter(visible_to(by), code=code).first()
    if row is None:
        raise DossierUnknown
    return row


def facts_of(on: Bench, *, at: datetime, reason: str = "", alternative: str | None = None) -> Facts:
    """Gather what the guards look at, the money included."""
    unpaid = payments.bill(on.subject).outstanding
    return facts_about(on.row, unpaid=unpaid, at=at, reason=reason, alternative=alternative)


def carry_out(
    *,
    on: Bench,
    decision: Decision,
    by: Viewer,
    at: datetime,
    reason: str = "",
    items: tuple[SupplementItem, ...] = (),
) -> None:
    """Write a decision down: row, inbox, papers, trace. In the caller's transaction."""
    row, before, promised = on.row, on.position, on.row.due_at
    made = Made(by, at, reason, items)
    _take_up(row, decision, made)
    if decision.move is Move.REQUEST_SUPPLEMENT:
        row.supplements += 1
    if decision.move is Move.EXTEND:
        row.extensions += 1
    turn(on, decision, at=at)
    _ask_for_supplement(on, decision, made)
    _issue_papers(on, decision, made, promised=promised)
    row.save()
    show_in_inbox(on, at=at, unread=decision.move is Move.SUPPLEMENT)
    record(event=_event(on, decision, made, before=before), by=by.actor, at=at)


def _take_up(row: Dossier, decision: Decision, made: Made) -> None:
    acted = {Move.PROPOSE, Move.FORWARD, Move.ACCEPT, Move.HAND_OVER}
    if decision.move in acted and made.by.is_officer:
        row.officer_key, row.officer_name = made.by.key, made.by.name


def _ask_for_supplement(on: Bench, decision: Decision, made: Made) -> None:
    if decision.move is not Move.REQUEST_SUPPLEMENT:
        return
    reply = workflow_rules.reply_due(on.clock, on.calendar) if on.clock else None
    SupplementRequest.objects.create(
        dossier=on.row,
        items=[
            {"target": item.target, "name": item.name, "kind": item.kind, "note": item.note}
            for item in made.items
        ],
        reason=made.reason,
        asked_at=made.at,
        asked_by_name=made.by.name,
        answer_by=reply.at if reply else None,
    )


def _issue_papers(on: Bench, decision: Decision, made: Made, *, promised: datetime | None) -> None:
    for form in decision.forms:
        issue_form(
            Form(form),
            on,
            made_by=made.by,
            at=made.at,
            reason=made.reason,
            items=made.items,
            promised=promised,
        )
    if decision.position.state is State.RESOLVED and on.row.result_key is None:
        on.row.result_key = issue_result(on, made_by=made.by, at=made.at)


def _event(on: Bench, decision: Decision, made: Made, *, before: Position) -> events.DossierMoved:
    kind = _EVENTS.get(decision.move, events.DossierMoved)
    told = standing(on.row)
    if kind is events.DossierResolved:
        told["result"] = on.row.result_key
    return kind(
        move=decision.move.value,
        from_state=before.state.value,
        from_step=before.step or "",
        reason=made.reason,
        **told,
    )


def is_applicant(by: Viewer, row: Dossier) -> bool:
    """Tell whether the viewer is who asked."""
    return by.key is not None and row.applicant_id == by.key
