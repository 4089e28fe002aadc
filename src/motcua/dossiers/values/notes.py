"""What officers write to each other about a dossier."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NoteView:
    """An internal note. `words` are empty once it is withdrawn; `may_change`: now, by the viewer.

    `mentioned` names the officers it is addressed to.
    """

    key: UUID
    author_name: str
    words: str
    mentioned: tuple[str, ...]
    written_at: datetime
    edited_at: datetime | None
    withdrawn_at: datetime | None
    may_change: bool


@dataclass(frozen=True, slots=True)
class InstructionView:
    """A head's instruction. `mine`: it is for the viewer; `given`: the viewer gave it."""

    key: UUID
    dossier_code: str
    service_name: str
    words: str
    by_name: str
    to_name: str
    given_at: datetime
    due_at: datetime
    confirmed_at: datetime | None
    answer: str
    answered_at: datetime | None
    closed_at: datetime | None
    mine: bool
    given: bool

    @property
    def open(self) -> bool:
        """Whether it still waits."""
        return self.closed_at is None

    def late(self, at: datetime) -> bool:
        """Whether it was not answered in time, or still is not."""
        return (self.closed_at or at) > self.due_at
