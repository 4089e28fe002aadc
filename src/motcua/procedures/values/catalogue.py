"""A record of the national catalogue of procedures (domain: "What a procedure record contains").

Every part that a source may leave out or garble is a `Read`: its state, what was understood, and
the words it was understood from, which are always kept.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

FORMAT = 1
"""Version of the JSON form that `to_json` writes."""

T = TypeVar("T")


class State(StrEnum):
    """How much of a source's words was understood."""

    PARSED = "parsed"
    UNSTATED = "unstated"
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What was read from one field: `value` where understood, `text` as the source has it."""

    state: State = State.UNSTATED
    value: T | None = None
    text: str = ""

    @property
    def is_parsed(self) -> bool:
        """Say whether `value` can be relied on."""
        return self.state is State.PARSED


class Level(StrEnum):
    """Who settles it (cấp thực hiện)."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"


class Audience(StrEnum):
    """Whom it is for (đối tượng thực hiện)."""

    CITIZEN = "citizen"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese"
    FOREIGNER = "foreigner"
    FOREIGN_RESIDENT = "foreign_resident"
    OFFICIAL = "official"
    PARTY_MEMBER = "party_member"
    ENTERPRISE = "enterprise"
    VIETNAMESE_ENTERPRISE = "vietnamese_enterprise"
    FOREIGN_INVESTED_ENTERPRISE = "foreign_invested_enterprise"
    COOPERATIVE = "cooperative"
    ORGANISATION = "organisation"
    PARTY_ORGANISATION = "party_organisation"
    FOREIGN_ORGANISATION = "foreign_organisation"


class ChannelKind(StrEnum):
    """How a dossier is handed in (hình thức nộp)."""

    ONLINE = "online"
    POST = "post"
    IN_PERSON = "in_person"
    UNKNOWN = "unknown"


class Online(StrEnum):
    """How far a procedure can be done online; the crawled catalogue does not say how far."""

    FULL = "full"
    PARTIAL = "partial"
    UNSTATED = "unstated"
    NONE = "none"


class TimeUnit(StrEnum):
    """Unit of a time limit as printed."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    WORKING_HOUR = "working_hour"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


class FeeKind(StrEnum):
    """Phí, lệ phí, or money of which the source does not say which."""

    FEE = "phi"
    CHARGE = "le_phi"
    UNSTATED = "unstated"


class GroupKind(StrEnum):
    """Why a list of papers stands apart from the others."""

    SUBMIT = "submit"
    PRESENT = "present"
    OTHER = "other"
    CASE = "case"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit such as 7 working days; `unit` None where the source does not state one."""

    amount: int
    unit: TimeUnit | None


@dataclass(frozen=True, slots=True)
class Fee:
    """One amount in đồng, with the source's words about when it is due."""

    amount: int
    kind: FeeKind = FeeKind.UNSTATED
    note: str = ""
