"""Hand a queued message to its gateway, and write down what became of it."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.notifications.events import MessageDelivered, MessageGivenUp
from motcua.notifications.models import Message
from motcua.notifications.ports import NotDelivered, hand_over
from motcua.notifications.values import Channel, MessageState

DELIVER = "notifications.deliver"
ATTEMPTS = 24
WORKER = Actor(kind="worker", key="notifications", name="motcua")


def deliver(*, key: str, at: datetime) -> None:
    """Deliver a queued message once; nothing happens when it was delivered before.

    The gateway is called outside any transaction. Raises NotDelivered after writing it down, so
    that the worker comes back later; after ATTEMPTS the message counts as failed.
    """
    message = Message.objects.get(key=key)
    if message.state == MessageState.SENT:
        return
    try:
        reference = hand_over(
            channel=Channel(message.channel),
            key=message.key,
            to=message.recipient,
            template=message.template,
            subject=message.subject,
            text=message.text,
        )
    except NotDelivered as refusal:
        _put_off(message, problem=str(refusal), at=at)
        raise
    _delivered(message, reference=reference, at=at)


@transaction.atomic
def _delivered(message: Message, *, reference: str, at: datetime) -> None:
    won = Message.objects.filter(pk=message.pk, sent_at=None).update(
        state=MessageState.SENT,
        sent_at=at,
        reference=reference[:200],
        problem="",
        attempts=F("attempts") + 1,
    )
    if won:
        _told(MessageDelivered, message, at=at)


@transaction.atomic
def _put_off(message: Message, *, problem: str, at: datetime) -> None:
    last = message.attempts + 1 >= ATTEMPTS
    changed = Message.objects.filter(pk=message.pk, sent_at=None, attempts=message.attempts).update(
        state=MessageState.FAILED if last else MessageState.QUEUED,
        problem=problem[:300],
        attempts=F("attempts") + 1,
    )
    if changed and last and message.state != MessageState.FAILED:
        _told(MessageGivenUp, message, at=at)


def _told(
    kind: type[MessageDelivered] | type[MessageGivenUp], message: Message, *, at: datetime
) -> None:
    event = kind(
        subject=message.about,
        message=message.key,
        channel=message.channel,
        template=message.template,
    )
    record(event=event, by=WORKER, at=at)
