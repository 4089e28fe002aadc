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
