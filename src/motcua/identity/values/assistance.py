"""Somebody helps a person on the person's own identity, for one sitting."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from motcua.identity.values.roles import Role
from motcua.kernel.words import Sentence

SITTING = timedelta(minutes=60)
"""How long an assistance session lasts at most."""
CODE_LASTS = timedelta(minutes=10)
CODE_TRIES = 5
HELPERS = (Role.RECEPTIONIST, Role.HELPER)
"""Who may help, the officer's role first: whoever holds both helps as an officer."""


class EndedBy(StrEnum):
    """What ended a session."""

    HELPER = "helper"
    PERSON = "person"
    TIME = "time"

    @property
    def label(self) -> Sentence:
        """Say it to a reader."""
        return {
            EndedBy.HELPER: Sentence("người hỗ trợ kết thúc", "ended by the helper"),
            EndedBy.PERSON: Sentence("bạn thu hồi", "withdrawn by you"),
            EndedBy.TIME: Sentence("hết giờ", "time was over"),
        }[self]


@dataclass(frozen=True, slots=True)
class Help:
    """The session a Viewer is helped in: whose hands are at the keyboard, as what, until when."""

    key: UUID
    helper: UUID
    helper_name: str
    role: Role
    agency_code: str
    ends_at: datetime

    @property
    def by_officer(self) -> bool:
        """Whether an officer helps, not a volunteer."""
        return self.role.of_officers


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A one-time code for a person; `to_send` is empty where no account was found.

    Whoever asked learns `request` only, which looks the same in both cases.
    """

    request: UUID
    person: UUID | None = None
    name: str = ""
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    to_send: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Submission:
    """What was submitted in a session."""

    service_name: str
    dossier_code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """A line of a helper's own log: nothing of the person but a masked name."""

    opened_at: datetime
    person: str
    services: tuple[str, ...]
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class HelpReceived:
    """A line of a person's record of who helped them."""

    key: UUID
    helper_name: str
    role: Role
    agency_code: str
    opened_at: datetime
    ended_at: datetime | None
    ended_by: EndedBy | None
    consent_version: str
    submissions: tuple[Submission, ...]

    @property
    def open(self) -> bool:
        """Whether it is going on."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Whose account an officer found by a number, for comparing with the papers shown."""

    key: UUID
    name: str
    phone: str = field(repr=False)
