"""Queue words to a person, in the transaction of what they tell about."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.journal.actions import enqueue, record
from motcua.journal.values import Actor
from motcua.kernel.calendar import HANOI
from motcua.notifications.actions.delivering import DELIVER
from motcua.notifications.events import MessageQueued
from motcua.notifications.models import Message
from motcua.notifications.queries import template as template_in_force
from motcua.notifications.rules import addresses
from motcua.notifications.rules.templates import render
from motcua.notifications.values import Channel


@transaction.atomic
def send(  # noqa: PLR0913 -- who, what, how, about what, by whom, when: a message has that many
    *,
    channel: Channel,
    to: str,
    template: str,
    context: Mapping[str, object],
    subject: str,
    key: str,
    at: datetime,
    by: Actor,
    language: str = "vi",
) -> bool:
    """Queue one message and record it; give False when `key` was queued before.

    The words are filled in now, from the template in force on the day in Hà Nội, so that they stay
    what they were. `subject` is what the message is about (`"dossier:<uuid>"`). The worker hands it
    over. Raises AddressRefused, TemplateUnknown, jinja2.UndefinedError for a missing fact.
    """
    words = render(
        template_in_force(template, on=at.astimezone(HANOI).date()), context, language=language
    )
    _, queued = Message.objects.get_or_create(
        key=key,
        defaults={
            "channel": channel,
            "template": template,
            "recipient": addresses.checked(channel, to),
            "subject": words.subject[:300],
            "text": words.text if channel is Channel.MAIL else words.short,
            "about": subject,
            "queued_at": at,
        },
    )
    if queued:
        event = MessageQueued(subject=subject, message=key, channel=channel, template=template)
        record(event=event, by=by, at=at)
        enqueue(job=DELIVER, payload={"message": key}, due_at=at, key=key)
    return queued
