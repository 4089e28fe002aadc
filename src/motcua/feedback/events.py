"""Facts that feedback tells the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class PetitionSent(Event):
    """Somebody sent a petition (subject `petition:<uuid>`)."""

    kind: ClassVar[str] = "petition.sent"
    code: str
    topic: str
    agency: str
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PetitionAssigned(Event):
    """A petition was given to an agency and perhaps to an officer."""

    kind: ClassVar[str] = "petition.assigned"
    code: str
    agency: str
    officer: str = ""


@dataclass(frozen=True, kw_only=True)
class PetitionAnswered(Event):
    """A petition was answered, or closed with a reason."""

    kind: ClassVar[str] = "petition.answered"
    code: str
    status: str
    published: bool


@dataclass(frozen=True, kw_only=True)
class DossierRated(Event):
    """The applicant said how they were served (subject `dossier:<uuid>`)."""

    kind: ClassVar[str] = "dossier.rated"
    code: str
    agency: str
    satisfaction: str
    cause: str = ""
