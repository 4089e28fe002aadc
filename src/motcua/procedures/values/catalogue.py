"""A record of the national catalogue of procedures: what one source says of one procedure.

Fields are those of the public catalogue (mã thủ tục, tên, quyết định, cấp thực hiện …). Every part
that a source may leave out or garble is a `Read`: how far it was understood, what was understood,
and the words it was understood from.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class State(StrEnum):
    """How far a source's words were understood."""

    PARSED = "parsed"
    UNSTATED = "unstated"
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What was read from one field.

    `value` is what was understood (where `state` is unparsed: the part of it that was, if any);
    `text` is what the source has, word for word, and empty where the source was structured.
    """

    state: State = State.UNSTATED
    value: T | None = None
    text: str = ""

    @property
    def is_parsed(self) -> bool:
        """Say whether `value` is all that the source said."""
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
    """How far a procedure can be done online: the crawled catalogue never says how far."""

    FULL = "full"
    PARTIAL = "partial"
    UNSTATED = "unstated"
    NONE = "none"


class TimeUnit(StrEnum):
    """Unit of a time limit, as printed."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    MINUTE = "minute"
    MONTH = "month"
    YEAR = "year"


class FeeKind(StrEnum):
    """Phí (fee), lệ phí (charge), or money of which the source does not say which."""

    FEE = "phi"
    CHARGE = "le_phi"
    UNSTATED = "unstated"


class GroupKind(StrEnum):
    """Why some papers stand apart from the others."""

    SUBMIT = "submit"
    PRESENT = "present"
    CASE = "case"
    OTHER = "other"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit such as 7 working days; `unit` is None where the source states none."""

    amount: Decimal
    unit: TimeUnit | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """One amount, as printed, with the source's words about when it is due."""

    amount: int
    currency: str = "VND"
    kind: FeeKind = FeeKind.UNSTATED
    note: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Say whether the printed amount must not be shown without its note.

        Either it is under 1,000 đồng (the national page prints 20.000 đ as "20 VNĐ"), or it is
        printed as free while the note goes on to name amounts or who sets them.
        """
        if self.currency != "VND":
            return False
        if self.amount == 0:
            return self.note.strip(" .()-").lower() not in _NOTHING_ADDED
        return self.amount < 1000


_NOTHING_ADDED = frozenset(
    {"", "không", "không có", "không quy định", "không thu phí", "không thu", "miễn phí"}
)


@dataclass(frozen=True, slots=True)
class Channel:
    """One row of the table of channels: its own time limit, fees and description."""

    kind: ChannelKind
    time: Read[TimeLimit] = Read()
    fees: Read[tuple[Fee, ...]] = Read()
    description: Read[str] = Read()


@dataclass(frozen=True, slots=True)
class Component:
    """One paper of the dossier; counts are None where none could be told.

    `forms` are the names of the blank forms to fill in; while they cannot be told from the name of
    the paper they run into, they are unparsed and stand at the end of `name`.
    """

    name: str
    originals: int | None = None
    copies: int | None = None
    forms: Read[tuple[str, ...]] = Read()
    form_link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComponentGroup:
    """Papers that belong together, under the source's own caption."""

    kind: GroupKind = GroupKind.UNNAMED
    caption: str = ""
    items: tuple[Component, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalAct:
    """A law, decree or circular; `number` is None where it could not be told from the title."""

    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What the applicant gets; `code` is the catalogue's (KQ.G15.000031), None where unknown."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way through; `number` only where the source numbers it."""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another procedure, by name and, where known, by code."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One procedure as one source describes it."""

    name: str
    code: str | None = None
    code_text: str = ""
    """What the source has for a code, where that is no valid code."""
    decision: Read[str] = Read()
    levels: Read[tuple[Level, ...]] = Read()
    kind: Read[str] = Read()
    field_name: Read[str] = Read()
    audiences: Read[tuple[Audience, ...]] = Read()
    competent_agency: Read[str] = Read()
    implementing_agency: Read[str] = Read()
    authorised_agency: Read[str] = Read()
    coordinating_agency: Read[str] = Read()
    address: Read[str] = Read()
    steps: Read[tuple[Step, ...]] = Read()
    channels: Read[tuple[Channel, ...]] = Read()
    components: Read[tuple[ComponentGroup, ...]] = Read()
    conditions: Read[str] = Read()
    legal_basis: Read[tuple[LegalAct, ...]] = Read()
    results: Read[tuple[Result, ...]] = Read()
    related: Read[tuple[Related, ...]] = Read()
    keywords: Read[str] = Read()
    description: Read[str] = Read()
    online: Online = Online.UNSTATED
    page: str = ""
    """Address of the procedure's page on the national portal."""
    national_id: str = ""
    origin: str = ""
    """`unconfirmed` where a hand-written record still waits for its source."""
    extra: tuple[tuple[str, str], ...] = ()
    """Fields that this version of the model does not know, kept as JSON text."""

    @property
    def cases(self) -> tuple[str, ...]:
        """Give the cases (trường hợp) the papers are listed for, as the source calls them."""
        groups = self.components.value or ()
        return tuple(group.caption for group in groups if group.kind is GroupKind.CASE)

    @property
    def agency_name(self) -> str:
        """Name whoever carries it out, or else whoever is competent."""
        return self.implementing_agency.value or self.competent_agency.value or ""


def barred(values: tuple[StrEnum, ...] | None) -> str:
    """Write a list for a column: `|province|commune|`, empty for none."""
    return f"|{'|'.join(values)}|" if values else ""


def unbarred(text: str) -> tuple[str, ...]:
    """Read what `barred` wrote."""
    return tuple(part for part in text.split("|") if part)
