"""Facts about messages. The subject of each is what it is about: `dossier:<uuid>`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

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
    """It did not get there by this channel; the next is tried, where there is one."""

    kind: ClassVar[str] = "notification.failed"

    message: str
    channel: str
    template: str


@dataclass(frozen=True, kw_only=True)
class MessageArrived(Event):
    """The gateway tells that the message arrived."""

    kind: ClassVar[str] = "notification.arrived"

    message: str
    channel: str
    template: str


@dataclass(frozen=True, kw_only=True)
class MessageRetried(Event):
    """Somebody asked to send a message again that had been given up."""

    kind: ClassVar[str] = "notification.retried"

    message: str
    channel: str
    template: str


@dataclass(frozen=True, kw_only=True)
class PreferencesChanged(Event):
    """A person said how they want to be told (subject `account:<uuid>`)."""

    kind: ClassVar[str] = "notification.preferences_changed"

    channels: tuple[str, ...]
    off: tuple[str, ...]
    quiet: str


@dataclass(frozen=True, kw_only=True)
class WordsWritten(Event):
    """Somebody wrote a dated version of a template (subject `template:<code>`)."""

    kind: ClassVar[str] = "notification.words_written"

    edition: UUID
    valid_from: date


@dataclass(frozen=True, kw_only=True)
class WordsApproved(Event):
    """A second person approved it; it holds from its day on (subject `template:<code>`)."""

    kind: ClassVar[str] = "notification.words_approved"

    edition: UUID
    valid_from: date


@dataclass(frozen=True, kw_only=True)
class WordsReturned(Event):
    """A version went back to who wrote it, with a comment (subject `template:<code>`)."""

    kind: ClassVar[str] = "notification.words_returned"

    edition: UUID
