"""Facts about documents that the journal keeps."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class DocumentIssued(Event):
    """A numbered document was issued for `subject`."""

    kind: ClassVar[str] = "document.issued"

    document: UUID
    layout: str
    number: str


@dataclass(frozen=True, kw_only=True)
class FileChecked(Event):
    """A file was checked and may be given out (subject `file:<uuid>`); `cleaned`: taken out."""

    kind: ClassVar[str] = "file.checked"

    state: str
    cleaned: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FileRejected(Event):
    """A file was checked and is shut away (subject `file:<uuid>`); `found` says why."""

    kind: ClassVar[str] = "file.rejected"

    state: str
    found: str


@dataclass(frozen=True, kw_only=True)
class FileRemoved(Event):
    """The bytes of a file were removed at its owner's wish (subject `file:<uuid>`)."""

    kind: ClassVar[str] = "file.removed"
