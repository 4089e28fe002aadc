"""Facts about how people share the work: who has it, who was asked, who has the papers."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from motcua.dossiers.events import DossierEvent


@dataclass(frozen=True, kw_only=True)
class DossierAssigned(DossierEvent):
    """A dossier was given to an officer, or an officer took it."""

    kind: ClassVar[str] = "dossier.assigned"

    function: str
    to: UUID
    to_name: str
    from_name: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class OpinionAsked(DossierEvent):
    """Another unit or agency was asked for its opinion; `opinion` is the question's key."""

    kind: ClassVar[str] = "dossier.opinion_asked"

    opinion: UUID
    asked: str
    answer_by: datetime
    pauses: bool = False


@dataclass(frozen=True, kw_only=True)
class OpinionAssigned(DossierEvent):
    """The asked agency gave a question to one of its officers."""

    kind: ClassVar[str] = "dossier.opinion_assigned"

    opinion: UUID
    asked: str
    to_name: str


@dataclass(frozen=True, kw_only=True)
class OpinionGiven(DossierEvent):
    """The asked agency answered (`verdict`), late or not; the words stay with the dossier."""

    kind: ClassVar[str] = "dossier.opinion_given"

    opinion: UUID
    asked: str
    verdict: str
    late: bool


@dataclass(frozen=True, kw_only=True)
class OpinionRecalled(DossierEvent):
    """The question was taken back unanswered."""

    kind: ClassVar[str] = "dossier.opinion_recalled"

    opinion: UUID
    asked: str


@dataclass(frozen=True, kw_only=True)
class DossierHandedOver(DossierEvent):
    """A desk put the dossier into a batch (`number`) for the agency that settles it."""

    kind: ClassVar[str] = "dossier.handed_over"

    number: str
    from_agency: str


@dataclass(frozen=True, kw_only=True)
class HandOverConfirmed(DossierEvent):
    """The agency that settles it confirmed that it has it."""

    kind: ClassVar[str] = "dossier.hand_over_confirmed"

    number: str
    from_agency: str
