"""Messages as values."""

from django.db.models import QuerySet

from motcua.notifications.models import Message
from motcua.notifications.values import Channel, MessageState, MessageView


def about(subject: str) -> tuple[MessageView, ...]:
    """Give the messages about a subject such as `dossier:<uuid>`, oldest first.

    Who may see the subject may see these; the caller has asked that already.
    """
    return _views(Message.objects.filter(about=subject).order_by("pk"))


def failed(*, limit: int = 100) -> tuple[MessageView, ...]:
    """Give messages that no gateway took, oldest first."""
    return _views(Message.objects.filter(state=MessageState.FAILED).order_by("pk")[:limit])


def _views(rows: QuerySet[Message]) -> tuple[MessageView, ...]:
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
            problem=row.problem,
        )
        for row in rows
    )
