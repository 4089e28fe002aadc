"""Queue words to a person, in the transaction of what they tell about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from motcua.journal.actions import enqueue, record
from motcua.journal.values import Actor
from motcua.kernel.calendar import local_day
from motcua.notifications.events import MessageQueued
from motcua.notifications.models import Message
from motcua.notifications.queries.templates import template as template_in_force
from motcua.notifications.rules import addresses
from motcua.notifications.rules.quiet import release_at
from motcua.notifications.rules.templates import render
from motcua.notifications.values import Channel, MessageState, QuietHours, Way, Wording

DELIVER = "notifications.deliver"


@dataclass(frozen=True, slots=True)
class Letter:
    """Words to be filled in: template, facts, language, and what they are about.

    `about` is a subject such as `"dossier:<uuid>"`. `quiet` are the hours in which nothing may
    ring; None for what is urgent, such as one-time codes.
    """

    template: str
    context: Mapping[str, object]
    about: str
    language: str = "vi"
    quiet: QuietHours | None = None


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
    """Queue one urgent message by one way, as `dispatch` does; nothing holds it."""
    letter = Letter(template=template, context=context, about=subject, language=language)
    return dispatch(letter=letter, ways=(Way(channel, to),), key=key, by=by, at=at)


@transaction.atomic
def dispatch(*, letter: Letter, ways: tuple[Way, ...], key: str, by: Actor, at: datetime) -> bool:
    """Queue a message by the first of `ways`; the next is taken where it fails for good.

    False when `key` was queued before, or there is no way. The words are filled in now, from the
    template in force on the day in Hà Nội, so that they stay what they were. The worker hands it
    over, not in quiet hours. Raises AddressRefused, TemplateUnknown, jinja2.UndefinedError for a
    missing fact.
    """
    if not ways or Message.objects.filter(key=key).exists():
        return False
    template = template_in_force(letter.template, on=local_day(at))
    words = render(template, letter.context, language=letter.language)
    row = Message(
        key=key,
        template=letter.template,
        subject=words.subject[:300],
        facts={name: str(letter.context[name]) for name in template.uses if name in letter.context},
        about=letter.about,
        quiet=letter.quiet.text() if letter.quiet else "",
    )
    onward = [
        {"channel": way.channel.value, "to": way.to, "text": _text(way.channel, words)}
        for way in ways[1:]
    ]
    first = ways[0]
    row.channel, row.recipient = first.channel.value, addresses.checked(first.channel, first.to)
    row.text, row.onward = _text(first.channel, words), onward
    return _queue(row, by=by, at=at)


def go_on(row: Message, *, by: Actor, at: datetime) -> None:
    """Queue the next way of a message that failed for good; in the caller's transaction."""
    way = row.onward[0]
    following = Message(
        key=f"{row.key}>{way['channel']}"[:200],
        template=row.template,
        subject=row.subject,
        facts=row.facts,
        about=row.about,
        quiet=row.quiet,
        channel=way["channel"],
        recipient=way["to"],
        text=way["text"],
        onward=row.onward[1:],
    )
    _queue(following, by=by, at=at)


def _queue(row: Message, *, by: Actor, at: datetime) -> bool:
    channel = Channel(row.channel)
    quiet = QuietHours.parse(row.quiet) if row.quiet else None
    due_at = release_at(channel, quiet, at)
    held = due_at > at
    _, queued = Message.objects.get_or_create(
        key=row.key,
        defaults={
            "tracking": sha256(row.key.encode()).hexdigest()[:32],
            "channel": row.channel,
            "template": row.template,
            "recipient": row.recipient,
            "subject": row.subject,
            "text": row.text,
            "facts": row.facts,
            "about": row.about,
            "quiet": row.quiet,
            "onward": row.onward,
            "state": MessageState.HELD if held else MessageState.QUEUED,
            "held_until": due_at if held else None,
            "queued_at": at,
        },
    )
    if queued:
        event = MessageQueued(
            subject=row.about, message=row.key, channel=row.channel, template=row.template
        )
        record(event=event, by=by, at=at)
        enqueue(job=DELIVER, payload={"message": row.key}, due_at=due_at, key=row.key)
    return queued


def _text(channel: Channel, words: Wording) -> str:
    return words.text if channel is Channel.MAIL else words.short
