"""What happens to automatic runs."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class RunsAsked(Event):
    """Portals are to be looked at."""

    kind: ClassVar[str] = "evaluation.runs_asked"
    agencies: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RunRecorded(Event):
    """A portal was looked at; the whole is kept under its digest."""

    kind: ClassVar[str] = "evaluation.run_recorded"
    run: UUID
    url: str
    pages: int
    audit: str
    attempts: int


@dataclass(frozen=True, kw_only=True)
class RunFailed(Event):
    """A portal could not be looked at, for good."""

    kind: ClassVar[str] = "evaluation.run_failed"
    run: UUID
    url: str
    attempts: int
    problem: str


@dataclass(frozen=True, kw_only=True)
class RetestAsked(Event):
    """An agency asks for its portal to be looked at again."""

    kind: ClassVar[str] = "evaluation.retest_asked"
    agency: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RetestDecided(Event):
    """The request was granted or not."""

    kind: ClassVar[str] = "evaluation.retest_decided"
    agency: str
    granted: bool
    decision: str
