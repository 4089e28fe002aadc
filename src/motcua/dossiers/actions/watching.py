"""What time brings by itself: reminders, and the closing of dossiers nobody answered."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from motcua.agencies import queries as agencies
from motcua.dossiers import events
from motcua.dossiers.actions.moving import carry_out, facts_of
from motcua.dossiers.actions.turning import bench, standing
from motcua.dossiers.models import Alert, Dossier, InboxRow
from motcua.identity.values import SYSTEM
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI, Duration, Unit, WorkingCalendar
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Clock, Function, Move, State

BATCH = 500
UNANSWERED = "Đã hết thời hạn bổ sung mà cơ quan chưa nhận được phần bổ sung."


def remind_of_intake(*, at: datetime) -> int:
    """Remind the desk of what nobody has decided about in time; give how many are new.

    A dossier is told of once, by an event, and marked as news in the inbox.
    """
    found = InboxRow.objects.filter(~_given("intake"), state=State.SUBMITTED.value)
    waiting = found.select_related("dossier").order_by("urgent_at", "pk")[:BATCH]
    rows = [one.dossier for one in waiting]
    return sum(
        _give(row, "intake", events.IntakeWaiting, about=due_at, at=at)
        for row in rows
        if (due_at := _alert_at(row)) is not None and due_at <= at
    )


def remind_of_due(*, at: datetime) -> int:
    """Tell once of each dossier that is due by the end of the next working day; give how many.

    A new date is told of again.
    """
    calendar = WorkingCalendar(agencies.table())
    until = calendar.due(at, Duration(1, Unit.WORKING_DAY)).on
    found = InboxRow.objects.filter(
        ~_given("due_soon", about_at=OuterRef("due_at")),
        state__in=[State.ACCEPTED.value, State.IN_PROCESS.value],
        urgent_at__gt=at,
        urgent_at__lt=datetime.combine(until + timedelta(days=1), time(0), HANOI),
    )
    rows = [one.dossier for one in found.select_related("dossier").order_by("urgent_at", "pk")]
    return sum(
        _give(row, "due_soon", events.DossierDueSoon, about=row.due_at, at=at)
        for row in rows
        if row.due_at is not None
    )


def close_unanswered(*, at: datetime) -> int:
    """Close dossiers whose applicant did not supplement in time; give how many.

    Form 03 before acceptance, 05 after, as when an officer does it. What was answered meanwhile
    is left alone.
    """
    over = InboxRow.objects.filter(state=State.SUPPLEMENT.value, urgent_at__lt=at)
    keys = list(over.order_by("urgent_at", "pk").values_list("pk", flat=True)[:BATCH])
    return sum(_close(key, at) for key in keys)


def _alert_at(row: Dossier) -> datetime | None:
    clock = Clock.from_json(row.clock) if row.clock else None
    if clock is None:
        return None
    due = workflow_rules.alert_due(clock, agencies.calendar_of(row.agency_code))
    return due.at if due else None


def _given(sort: str, **about: OuterRef) -> Exists:
    return Exists(Alert.objects.filter(dossier=OuterRef("pk"), sort=sort, **about))


def _give(
    row: Dossier, sort: str, event: type[events.DossierEvent], *, about: datetime, at: datetime
) -> int:
    with transaction.atomic():
        _alert, new = Alert.objects.get_or_create(
            dossier=row, sort=sort, about_at=about, defaults={"given_at": at}
        )
        if new:
            InboxRow.objects.filter(dossier=row).update(unread=True)
            record(event=event(**standing(row)), by=SYSTEM.actor, at=at)
    return int(new)


def _close(key: int, at: datetime) -> int:
    with transaction.atomic():
        row = Dossier.objects.select_for_update(of=("self",)).get(pk=key)
        if row.state != State.SUPPLEMENT.value:
            return 0
        on = bench(row)
        facts = facts_of(on, at=at, reason=UNANSWERED)
        if not facts.reply_time_over:
            return 0
        decision = workflow_rules.decide(
            definition=on.service.workflow,
            position=on.position,
            move=Move.CLOSE_UNANSWERED,
            functions=frozenset({Function.RECEPTION}),
            facts=facts,
        )
        carry_out(on=on, decision=decision, by=SYSTEM, at=at, reason=UNANSWERED)
    return 1
