"""Facts about people's stores that the journal keeps. The subject is `store:<account>`."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class PaperKept(Event):
    """A paper came into somebody's store."""

    kind: ClassVar[str] = "store.paper_kept"

    paper: UUID
    origin: str
    sort: str


@dataclass(frozen=True, kw_only=True)
class PaperRemoved(Event):
    """The owner took a paper out of the store; dossiers keep theirs."""

    kind: ClassVar[str] = "store.paper_removed"

    paper: UUID


@dataclass(frozen=True, kw_only=True)
class PaperReused(Event):
    """The owner reused a paper in a form instead of handing it in again."""

    kind: ClassVar[str] = "store.paper_reused"

    paper: UUID
    draft: UUID
    component: str


@dataclass(frozen=True, kw_only=True)
class FillingInChosen(Event):
    """The owner chose whether earlier answers fill in new forms (`version` of what was read)."""

    kind: ClassVar[str] = "store.filling_in_chosen"

    agreed: bool
    version: str
