"""Facts about sentences that agencies keep (subject `reasons:<agency code>`)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ReasonKept(Event):
    """A head keeps a sentence for use in reasons, or words it anew."""

    kind: ClassVar[str] = "dossier.reason_kept"

    template: UUID
    service: str
    use: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ReasonDropped(Event):
    """A head dropped a sentence."""

    kind: ClassVar[str] = "dossier.reason_dropped"

    template: UUID
