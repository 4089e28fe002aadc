"""Hand a queued message to its gateway, and write down what became of it."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from motcua.identity.values import Viewer
from motcua.journal.actions import enqueue, record
from motcua.journal.values import Actor
from motcua.notifications.actions.sending import DELIVER, go_on
from motcua.notifications.events import (
    MessageArrived,
    MessageDelivered,
    MessageGivenUp,
    MessageRetried,
)
from motcua.notifications.models import Message
from motcua.notifications.ports import NotDelivered, RefusedForGood, hand_over
from motcua.notifications.rules.quiet import release_at
from motcua.notifications.rules.standing import after_report
from motcua.notifications.values import (
    Channel,
    DeliveryReport,
    MessageState,
    Parcel,
    QuietHours,
)

ATTEMPTS = 24
OPEN = ("queued", "held", "given_up")
"""What may still go out; given up, only when a person has it tried again."""
ATTEMPTS_BEFORE_NEXT = 5
"""Where there is another way to try, so many attempts are enough."""
WORKER = Actor(kind="worker", key="notifications", name="motcua")
GATEWAY = Actor(kind="system", key="gateway", name="motcua")


def deliver(*, key: str, at: datetime) -> None:
    """Deliver a queued message once; nothing happens when it was delivered before.

    In the quiet hours it is put off until they end. The gateway is called outside any transaction.
    Raises NotDelivered after writing it down, so that the worker comes back later; after the last
    attempt, or where the gateway refuses for good, the next way is taken or it is given up.
    """
    message = Message.objects.get(key=key)
    if message.state not in OPEN or _put_off(message, at=at):
        return
    try:
        reference = hand_over(Channel(message.channel), _parcel(message))
    except RefusedForGood as refusal:
        _failed(message, problem=str(refusal), at=at)
        return
    except NotDelivered as refusal:
        enough = ATTEMPTS_BEFORE_NEXT if message.onward else ATTEMPTS
        if message.attempts + 1 >= enough:
            _failed(message, problem=str(refusal), at=at)
            if message.onward:
                return
        else:
            _try_later(message, problem=str(refusal))
        raise
    _sent(message, reference=reference, at=at)


@transaction.atomic
def take_report(*, report: DeliveryReport, at: datetime) -> bool:
    """Write down what a gateway tells about a message later; False where it is not known.

    Told twice, the second changes nothing. A message that did not get there goes the next way.
    """
    row = Message.objects.select_for_update().filter(tracking=report.tracking).first()
    if row is None or not report.tracking:
        return False
    old = MessageState(row.state)
    new = after_report(old, delivered=report.delivered, onward=bool(row.onward))
    if new is old:
        return True
    row.state = new
    row.sent_at = row.sent_at or at
    row.problem = "" if report.delivered else report.problem[:300]
    row.delivered_at = _not_after(report.at, at) if new is MessageState.DELIVERED else None
    row.save(update_fields=["state", "sent_at", "problem", "delivered_at"])
    _told(MessageArrived if report.delivered else MessageGivenUp, row, at=at, by=GATEWAY)
    if new is MessageState.FAILED:
        go_on(row, by=GATEWAY, at=at)
    return True


@transaction.atomic
def retry(*, number: int, by: Viewer, at: datetime) -> bool:
    """Send a message again that was given up; False where there is none such."""
    row = Message.objects.select_for_update().filter(pk=number).first()
    if row is None or row.state != MessageState.GIVEN_UP:
        return False
    row.state, row.attempts, row.retries = MessageState.QUEUED, 0, row.retries + 1
    row.sent_at, row.problem = None, ""
    row.save(update_fields=["state", "attempts", "retries", "sent_at", "problem"])
    _told(MessageRetried, row, at=at, by=by.actor)
    _ask_again(row, due_at=at)
    return True


def _parcel(row: Message) -> Parcel:
    return Parcel(
        key=row.key,
        tracking=row.tracking,
        to=row.recipient,
        template=row.template,
        subject=row.subject,
        text=row.text,
        data=row.facts,
    )


@transaction.atomic
def _put_off(row: Message, *, at: datetime) -> bool:
    quiet = QuietHours.parse(row.quiet) if row.quiet else None
    due_at = release_at(Channel(row.channel), quiet, at)
    if due_at <= at:
        return False
    waiting = Message.objects.filter(pk=row.pk, state__in=OPEN)
    if waiting.update(state=MessageState.HELD, held_until=due_at):
        _ask_again(row, due_at=due_at)
    return True


def _ask_again(row: Message, *, due_at: datetime) -> None:
    key = f"{row.key}@{row.retries}.{due_at:%Y%m%d%H%M}"
    enqueue(job=DELIVER, payload={"message": row.key}, due_at=due_at, key=key)


@transaction.atomic
def _sent(row: Message, *, reference: str, at: datetime) -> None:
    won = Message.objects.filter(pk=row.pk, state__in=OPEN).update(
        state=MessageState.SENT,
        sent_at=at,
        reference=reference[:200],
        problem="",
        attempts=F("attempts") + 1,
    )
    if won:
        _told(MessageDelivered, row, at=at)


def _try_later(row: Message, *, problem: str) -> None:
    Message.objects.filter(pk=row.pk, state__in=OPEN, attempts=row.attempts).update(
        state=MessageState.QUEUED, problem=problem[:300], attempts=F("attempts") + 1
    )


@transaction.atomic
def _failed(row: Message, *, problem: str, at: datetime) -> None:
    changed = Message.objects.filter(pk=row.pk, state__in=OPEN, attempts=row.attempts).update(
        state=MessageState.FAILED if row.onward else MessageState.GIVEN_UP,
        problem=problem[:300],
        attempts=F("attempts") + 1,
    )
    if not changed or row.state == MessageState.GIVEN_UP:
        return
    _told(MessageGivenUp, row, at=at)
    if row.onward:
        go_on(row, by=WORKER, at=at)


def _not_after(told: datetime | None, at: datetime) -> datetime:
    return min(told, at) if told else at


def _told(
    kind: type[MessageDelivered | MessageGivenUp | MessageArrived | MessageRetried],
    row: Message,
    *,
    at: datetime,
    by: Actor = WORKER,
) -> None:
    event = kind(subject=row.about, message=row.key, channel=row.channel, template=row.template)
    record(event=event, by=by, at=at)
