"""What notifications hand out: channels, states, rendered words, a message as it stands."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """How words travel."""

    MAIL = "mail"
    SMS = "sms"
    ZALO = "zalo"


class MessageState(StrEnum):
    """How a message stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Wording:
    """A template filled in: a subject and a text for mail, one short text for SMS and Zalo."""

    subject: str
    text: str
    short: str


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message as its dossier's page shows it; the address it went to stays with the officer."""

    key: str
    channel: Channel
    template: str
    subject: str
    text: str
    recipient: str = field(repr=False)
    state: MessageState
    attempts: int
    queued_at: datetime
    sent_at: datetime | None
    problem: str
