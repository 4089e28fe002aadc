"""Facts about messages. The subject of each is what the message is about: `dossier:<uuid>`."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class MessageQueued(Event):
    """Words are on their way; neither they nor the address stand in the journal."""

    kind: ClassVar[str] = "notification.queued"

    message: str
    channel: str
    template: str


@dataclass(frozen=True, kw_only=True)
class MessageDelivered(Event):
    """A gateway took the message."""

    kind: ClassVar[str] = "notification.sent"

    message: str
    channel: str
    template: str


@dataclass(frozen=True, kw_only=True)
class MessageGivenUp(Event):
    """No gateway took the message in all its attempts."""

    kind: ClassVar[str] = "notification.failed"

    message: str
    channel: str
    template: str
