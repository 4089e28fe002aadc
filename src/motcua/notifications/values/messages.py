"""Messages: channels, how they stand, rendered words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from motcua.kernel.words import Sentence


class Channel(StrEnum):
    """How words travel."""

    MAIL = "mail"
    SMS = "sms"
    ZALO = "zalo"

    @property
    def label(self) -> Sentence:
        """Name it to people."""
        return _CHANNELS[self]

    @property
    def disturbs(self) -> bool:
        """Whether it rings: then it waits while people sleep."""
        return self is not Channel.MAIL


_CHANNELS = {
    Channel.MAIL: Sentence("Thư điện tử", "Email"),
    Channel.SMS: Sentence("Tin nhắn SMS", "SMS"),
    Channel.ZALO: Sentence("Zalo", "Zalo"),
}


class MessageState(StrEnum):
    """How a message stands.

    `held`: waits until the quiet hours are over. `sent`: the gateway took it. `delivered`: the
    gateway says that it arrived. `failed`: it did not get there, and another channel was tried.
    `given_up`: it did not get there, and there was no other.
    """

    QUEUED = "queued"
    HELD = "held"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    GIVEN_UP = "given_up"

    @property
    def label(self) -> Sentence:
        """Say it to people."""
        return _STATES[self]


_STATES = {
    MessageState.QUEUED: Sentence("đang gửi", "being sent"),
    MessageState.HELD: Sentence("chờ đến sáng", "waits until the morning"),
    MessageState.SENT: Sentence("đã gửi", "sent"),
    MessageState.DELIVERED: Sentence("đã nhận", "received"),
    MessageState.FAILED: Sentence("không đến nơi, đã gửi cách khác", "failed, sent another way"),
    MessageState.GIVEN_UP: Sentence("không gửi được", "could not be sent"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A template filled in: a subject and a text for mail, one short text for SMS and Zalo."""

    subject: str
    text: str
    short: str


@dataclass(frozen=True, slots=True)
class Way:
    """A channel and the address there."""

    channel: Channel
    to: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a gateway is given. `data` are the facts that templates of Zalo are filled in from.

    `tracking` is what delivery reports name the message by; it tells nothing about it.
    """

    key: str
    tracking: str
    to: str = field(repr=False)
    template: str
    subject: str
    text: str = field(repr=False)
    data: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a gateway tells later about a message."""

    tracking: str
    delivered: bool
    at: datetime | None = None
    problem: str = ""


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
    delivered_at: datetime | None
    held_until: datetime | None
    problem: str


@dataclass(frozen=True, slots=True)
class MessageStatus:
    """How a message stands, without its words and without the address; for pages."""

    number: int
    channel: Channel
    template: str
    about: str
    state: MessageState
    attempts: int
    queued_at: datetime
    sent_at: datetime | None
    delivered_at: datetime | None
    held_until: datetime | None
    problem: str
