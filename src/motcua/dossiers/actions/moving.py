"""Moves of officers: the workflow decides, the row follows, forms are issued, the journal tells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import events
from motcua.dossiers.actions.paying import ask_to_pay, check_obligation, note_paid, pay_by
from motcua.dossiers.actions.printing import issue_form, issue_result
from motcua.dossiers.actions.turning import (
    Bench,
    Made,
    bench,
    hold,
    show_in_inbox,
    standing,
    turn,
)
from motcua.dossiers.models import Dossier, SupplementRequest
from motcua.dossiers.queries.holding import covered
from motcua.dossiers.queries.money import bill_of
from motcua.dossiers.queries.offers import facts_about
from motcua.dossiers.queries.scope import functions_at, visible_to
from motcua.dossiers.rules import recalling, waiting
from motcua.dossiers.rules.once_given import refuse_paper_demands
from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.asking import Extension, ItemKind, Obligation
from motcua.identity.values import Viewer
from motcua.journal import queries as journal
from motcua.journal.actions import record
from motcua.kernel.calendar import Duration
from motcua.kernel.words import Refused, Sentence
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
    Move.EXTEND: events.DossierExtended,
    Move.STOP: events.DossierStopped,
    Move.ALLOW_WITHDRAWAL: events.DossierStopped,
    Move.WITHDRAW: events.WithdrawalAsked,
    Move.REJECT_WITHDRAWAL: events.WithdrawalRejected,
    Move.REQUEST_PAYMENT: events.PaymentRequested,
    Move.CONFIRM_PAYMENT: events.PaymentConfirmed,
}
_NEWS = frozenset({Move.SUPPLEMENT, Move.WITHDRAW, Move.CONFIRM_PAYMENT})
"""Moves after which the dossier is marked as news in the inbox."""


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


class ItemRefused(Refused):
    """What is wrong with a paper or an answer was not said in one of the known ways."""

    def __init__(self) -> None:
        known = [kind.label for kind in ItemKind]
        super().__init__(
            Sentence(
                "Với mỗi mục cần bổ sung, bạn hãy chọn: " + ", ".join(k.vi.lower() for k in known),
                "Choose for each thing asked: " + ", ".join(k.en.lower() for k in known),
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


def perform(
    *,
    code: str,
    move: Move,
    by: Viewer,
    at: datetime,
    reason: str = "",
    items: Sequence[SupplementItem] = (),
    revision: int | None = None,
    terms: Extension | Obligation | None = None,
) -> State:
    """Make one move on a dossier; gives the state it is in afterwards.

    Refuses with `DossierUnknown` (not theirs to see), `MoveRefused` (not theirs to do, or not now)
    and, when `revision` is given, `DossierChanged` (somebody was quicker). `items` go with a
    request for a supplement; as `terms` an `Extension` with an apology (`DateRefused` for a day
    that cannot be promised), an `Obligation` with a request to pay (`ObligationRefused`).
    """
    _check_words(reason, items)
    longer = terms if isinstance(terms, Extension) else Extension()
    obligation = terms if isinstance(terms, Obligation) else None
    check_obligation(obligation)
    with transaction.atomic():
        on = bench(locked(code, by))
        by = on_behalf(by, on.row)
        if revision is not None and revision != on.row.revision:
            raise DossierChanged(on.row)
        why = reason.strip()
        decision = _decided(
            on,
            move,
            by=by,
            facts=replace(
                facts_of(on, at=at, reason=why, alternative=longer.ground),
                extended=_new_limit(on, move, longer.on),
            ),
        )
        carry_out(
            on=on,
            decision=decision,
            by=by,
            at=at,
            reason=why,
            items=tuple(items),
            obligation=obligation,
        )
    return State(on.row.state)


def _decided(on: Bench, move: Move, *, by: Viewer, facts: Facts) -> Decision:
    return workflow_rules.decide(
        definition=on.service.workflow,
        position=on.position,
        move=move,
        functions=functions_at(by, on.row),
        facts=replace(facts, **_from_history(on, move, by)),
    )


def on_behalf(by: Viewer, row: Dossier) -> Viewer:
    """Give the viewer as the journal names them: for whoever has the dossier and is away."""
    absent = covered(by, row)
    return replace(by, on_behalf_of=absent.name) if absent else by


def locked(code: str, by: Viewer) -> Dossier:
    """Fetch a dossier the viewer may see and hold it until the transaction ends."""
    row = Dossier.objects.select_for_update(of=("self",)).filter(visible_to(by), code=code).first()
    if row is None:
        raise DossierUnknown
    return row


def _check_words(reason: str, items: Sequence[SupplementItem]) -> None:
    if max(len(reason), *(len(item.note) for item in items), 0) > LONGEST_REASON:
        raise ReasonRefused
    if any(item.kind not in set(ItemKind) for item in items):
        raise ItemRefused


def _new_limit(on: Bench, move: Move, until: date | None) -> Duration | None:
    if move is not Move.EXTEND or until is None or on.clock is None:
        return None
    return workflow_rules.limit_until(on.clock, until, on.calendar)


def _from_history(on: Bench, move: Move, by: Viewer) -> dict[str, Any]:
    """Read out of the history where a move may lead back to; only two moves need it."""
    if move is Move.RECALL:
        history = journal.history(on.subject)
        return {"recall_to": recalling.recall_to(history, key=by.actor.key)}
    if move is Move.REJECT_WITHDRAWAL:
        return {"before": recalling.withdrawn_from(journal.history(on.subject))}
    return {}


def facts_of(on: Bench, *, at: datetime, reason: str = "", alternative: str | None = None) -> Facts:
    """Gather what the guards look at, the money included."""
    unpaid = bill_of(on.row).outstanding
    return facts_about(on.row, unpaid=unpaid, at=at, reason=reason, alternative=alternative)


def carry_out(
    *,
    on: Bench,
    decision: Decision,
    by: Viewer,
    at: datetime,
    reason: str = "",
    items: tuple[SupplementItem, ...] = (),
    obligation: Obligation | None = None,
) -> None:
    """Write a decision down: row, inbox, papers, trace. In the caller's transaction."""
    made = Made(by, at, reason, items, obligation)
    row, before, promised = on.row, on.position, on.row.due_at
    _take_up(on, decision, made)
    if decision.move is Move.REQUEST_SUPPLEMENT:
        row.supplements += 1
    if decision.move is Move.EXTEND:
        row.extensions += 1
    turn(on, decision, at=made.at)
    if write := _WRITES.get(decision.move):
        write(on, made)
    _issue_papers(on, decision, made, promised=promised)
    row.save()
    show_in_inbox(on, at=made.at, unread=decision.move in _NEWS)
    record(event=_event(on, decision, made, before=before), by=made.by.actor, at=made.at)


def _take_up(on: Bench, decision: Decision, made: Made) -> None:
    acted = {Move.PROPOSE, Move.FORWARD, Move.ACCEPT, Move.HAND_OVER}
    row, by = on.row, made.by
    if decision.move not in acted or not by.is_officer or by.key is None:
        return
    row.officer_key, row.officer_name = by.key, by.name
    if not by.on_behalf_of:
        function = waiting.awaited(on.position, on.service.workflow)
        hold(row.pk, function.value, key=by.key, name=by.name)


def _ask_for_supplement(on: Bench, made: Made) -> None:
    refuse_paper_demands(on.service, (item.target for item in made.items))
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
        told["favourable"] = "refusal" not in (on.row.result or {})
    if kind is events.PaymentRequested:
        told["amount"] = bill_of(on.row).outstanding
        told["pay_by"] = pay_by(on, made.at, on.calendar)
    return kind(
        move=decision.move.value,
        from_state=before.state.value,
        from_step=before.step or "",
        reason=made.reason,
        clock=decision.clock.turn.value,
        rule=decision.clock.rule,
        **told,
    )


_WRITES: dict[Move, Callable[[Bench, Made], None]] = {
    Move.REQUEST_SUPPLEMENT: _ask_for_supplement,
    Move.REQUEST_PAYMENT: ask_to_pay,
    Move.CONFIRM_PAYMENT: note_paid,
}


def is_applicant(by: Viewer, row: Dossier) -> bool:
    """Tell whether the viewer is who asked."""
    return by.key is not None and row.applicant_id == by.key
