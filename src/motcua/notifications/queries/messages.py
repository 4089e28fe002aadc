"""Messages as values."""

from django.db.models import QuerySet

from motcua.notifications.models import Message
from motcua.notifications.values import Channel, MessageState, MessageStatus, MessageView


def about(subject: str) -> tuple[MessageView, ...]:
    """Give the messages about a subject such as `dossier:<uuid>`, oldest first.

    Who may see the subject may see these; the caller has asked that already.
    """
    return tuple(
        MessageView(
            key=row.key,
            channel=Channel(row.channel),
            template=row.template,
            subject=row.subject,
            text=row.text,
            recipient=row.recipient,
            state=MessageState(row.state),
            attempts=row.attempts,
            queued_at=row.queued_at,
            sent_at=row.sent_at,
            delivered_at=row.delivered_at,
            held_until=row.held_until,
            problem=row.problem,
        )
        for row in Message.objects.filter(about=subject).order_by("pk")
    )


def told(subject: str) -> tuple[MessageStatus, ...]:
    """Give how the messages about a subject stand, oldest first, without words and addresses."""
    return _statuses(Message.objects.filter(about=subject).order_by("pk"))


def failed(*, limit: int = 100) -> tuple[MessageStatus, ...]:
    """Give messages that did not get there by any way, the latest first."""
    return _statuses(Message.objects.filter(state=MessageState.GIVEN_UP).order_by("-pk")[:limit])


def _statuses(rows: QuerySet[Message]) -> tuple[MessageStatus, ...]:
    return tuple(
        MessageStatus(
            number=row.pk,
            channel=Channel(row.channel),
            template=row.template,
            about=row.about,
            state=MessageState(row.state),
            attempts=row.attempts,
            queued_at=row.queued_at,
            sent_at=row.sent_at,
            delivered_at=row.delivered_at,
            held_until=row.held_until,
            problem=row.problem,
        )
        for row in rows.defer("text", "recipient", "facts", "onward")
    )
