"""Facts that the procedures tell the journal."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True)
class CatalogueImported(Event):
    """One source of the catalogue was read; the counts are of its records."""

    kind: ClassVar[str] = "catalogue.imported"
    source: str
    records: int
    new: int
    changed: int
    unchanged: int
    refused: int


@dataclass(frozen=True)
class ProcedurePublished(Event):
    """A version of a service was frozen; dossiers may be filed under it from `valid_from` on."""

    kind: ClassVar[str] = "procedure.published"
    code: str
    version: int
    digest: str
    valid_from: date


@dataclass(frozen=True)
class EditionStarted(Event):
    """Somebody began the next version of a service in the editor."""

    kind: ClassVar[str] = "edition.started"
    code: str
    version: int
    origin: str


@dataclass(frozen=True)
class EditionChanged(Event):
    """A step was kept, undone or redone; what it says stands in the edition itself."""

    kind: ClassVar[str] = "edition.changed"
    code: str
    version: int
    revision: int
    place: str


@dataclass(frozen=True)
class EditionDecided(Event):
    """An edition was proposed, returned, approved or discarded."""

    kind: ClassVar[str] = "edition.decided"
    code: str
    version: int
    status: str
    revision: int


@dataclass(frozen=True)
class GuidePublished(Event):
    """The guide of a version says something new."""

    kind: ClassVar[str] = "procedure.guide_published"
    code: str
    version: int


@dataclass(frozen=True)
class ProposalMade(Event):
    """Somebody proposed to make a procedure simpler (subject `procedure:<code>`)."""

    kind: ClassVar[str] = "procedure.proposal_made"
    proposal: UUID
    what: str


@dataclass(frozen=True)
class ProposalDecided(Event):
    """A proposal was agreed to, declined or carried out (subject `procedure:<code>`)."""

    kind: ClassVar[str] = "procedure.proposal_decided"
    proposal: UUID
    status: str


@dataclass(frozen=True)
class ReviewPlanned(Event):
    """An agency planned how many procedures to make simpler (subject `agency:<path>`)."""

    kind: ClassVar[str] = "procedure.review_planned"
    planned: int
    until: date
