"""What happens to campaigns, their portals and evaluators."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class CampaignCreated(Event):
    """Somebody prepares a campaign."""

    kind: ClassVar[str] = "evaluation.campaign_created"
    criteria_set: str
    criteria_digest: str
    campaign_kind: str
    lead: str
    agency: str
    first_day: date
    last_day: date
    seats: int
    synthetic: bool


@dataclass(frozen=True, kw_only=True)
class CampaignChanged(Event):
    """The period, the criteria or the manner of a campaign changed before it opened."""

    kind: ClassVar[str] = "evaluation.campaign_changed"
    criteria_set: str
    criteria_digest: str
    first_day: date
    last_day: date
    seats: int


@dataclass(frozen=True, kw_only=True)
class CampaignMoved(Event):
    """A campaign went from one state to another."""

    kind: ClassVar[str] = "evaluation.campaign_moved"
    before: str
    after: str
    reason: str = ""
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SubjectsAdded(Event):
    """Portals joined a campaign."""

    kind: ClassVar[str] = "evaluation.subjects_added"
    agencies: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectChanged(Event):
    """What is known of a portal changed: its addresses, its contact."""

    kind: ClassVar[str] = "evaluation.subject_changed"
    agency: str
    address: str
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectRemoved(Event):
    """A portal left a campaign that had not opened."""

    kind: ClassVar[str] = "evaluation.subject_removed"
    agency: str


@dataclass(frozen=True, kw_only=True)
class EvaluatorAssigned(Event):
    """Somebody evaluates a portal from now on."""

    kind: ClassVar[str] = "evaluation.evaluator_assigned"
    agency: str
    seat: str
    evaluator: UUID
    before: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class EvaluatorsSpread(Event):
    """Portals were spread over evaluators, two to each where the campaign says so."""

    kind: ClassVar[str] = "evaluation.evaluators_spread"
    evaluators: tuple[UUID, ...]
    seats_filled: int
