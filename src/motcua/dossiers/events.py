"""Facts about dossiers that the journal keeps. The subject of each is `dossier:<uuid>`."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class DraftStarted(Event):
    """Somebody began to fill in a form (subject `draft:<uuid>`)."""

    kind: ClassVar[str] = "dossier.draft_started"

    service: str
    channel: str


@dataclass(frozen=True, kw_only=True)
class DraftDiscarded(Event):
    """The owner threw a draft away (subject `draft:<uuid>`)."""

    kind: ClassVar[str] = "dossier.draft_discarded"


@dataclass(frozen=True, kw_only=True)
class DossierEvent(Event):
    """What every event of a submitted dossier tells."""

    code: str
    service: str
    agency: str
    state: str
    national: int | None
    step: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DossierSubmitted(DossierEvent):
    """A dossier was submitted and has its code."""

    kind: ClassVar[str] = "dossier.submitted"

    channel: str
    files: int


@dataclass(frozen=True, kw_only=True)
class DossierMoved(DossierEvent):
    """An officer or the applicant made a move that has no event of its own."""

    kind: ClassVar[str] = "dossier.moved"

    move: str
    from_state: str
    from_step: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DossierAccepted(DossierMoved):
    """The desk accepted the dossier; the settlement clock runs."""

    kind: ClassVar[str] = "dossier.accepted"


@dataclass(frozen=True, kw_only=True)
class SupplementRequested(DossierMoved):
    """The applicant was asked to supplement."""

    kind: ClassVar[str] = "dossier.supplement_requested"


@dataclass(frozen=True, kw_only=True)
class DossierSupplemented(DossierMoved):
    """The applicant supplemented."""

    kind: ClassVar[str] = "dossier.supplemented"


@dataclass(frozen=True, kw_only=True)
class DossierRefused(DossierMoved):
    """The desk did not accept the dossier."""

    kind: ClassVar[str] = "dossier.refused"


@dataclass(frozen=True, kw_only=True)
class DossierResolved(DossierMoved):
    """The result was signed."""

    kind: ClassVar[str] = "dossier.resolved"

    result: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class DossierReturned(DossierMoved):
    """The result was handed to the applicant."""

    kind: ClassVar[str] = "dossier.returned"


@dataclass(frozen=True, kw_only=True)
class ResultDrafted(DossierEvent):
    """The case officer put the draft of the result together."""

    kind: ClassVar[str] = "dossier.result_drafted"


@dataclass(frozen=True, kw_only=True)
class MessageSent(DossierEvent):
    """A message was written about the dossier; the words stay with the dossier."""

    kind: ClassVar[str] = "dossier.message_sent"

    from_applicant: bool


@dataclass(frozen=True, kw_only=True)
class DossierBroughtIn(DossierEvent):
    """A dossier came over from another system, with the moves (name, moment) made there."""

    kind: ClassVar[str] = "dossier.brought_in"

    origin: str
    channel: str
    submitted_at: datetime
    moves: tuple[tuple[str, datetime], ...] = ()
    owed: int = 0
    paid: bool = False
