"""What has happened to accounts. No personal data: the subject's key is enough to find it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from motcua.identity.values import Role
from motcua.journal.events import Event


def subject_of(account_key: UUID) -> str:
    """Give the subject under which the journal keeps an account's facts."""
    return f"account:{account_key}"


@dataclass(frozen=True)
class AccountRegistered(Event):
    """A person opened an account of their own."""

    kind: ClassVar[str] = "account.registered"


@dataclass(frozen=True)
class OfficerCreated(Event):
    """An administrator opened an account for an officer."""

    kind: ClassVar[str] = "account.officer_created"


@dataclass(frozen=True)
class RoleGranted(Event):
    """An account holds a role in an agency from now on."""

    kind: ClassVar[str] = "account.role_granted"
    role: Role
    agency_code: str


@dataclass(frozen=True)
class RoleRevoked(Event):
    """An account no longer holds a role in an agency."""

    kind: ClassVar[str] = "account.role_revoked"
    role: Role
    agency_code: str


@dataclass(frozen=True)
class ProfileChanged(Event):
    """A person changed what they told about themselves; the names of the fields, not the values."""

    kind: ClassVar[str] = "account.profile_changed"
    fields: tuple[str, ...]


@dataclass(frozen=True)
class PasswordChanged(Event):
    """An account has a new password."""

    kind: ClassVar[str] = "account.password_changed"


@dataclass(frozen=True)
class SignedIn(Event):
    """Somebody came in, by `password` or by an outside identity."""

    kind: ClassVar[str] = "account.signed_in"
    method: str


@dataclass(frozen=True)
class AssistanceBegan(Event):
    """A person let somebody help them (subject `account:` of the person)."""

    kind: ClassVar[str] = "assistance.began"
    session: UUID
    role: Role
    agency_code: str
    consent_version: str
    helper: UUID
    helper_name: str


@dataclass(frozen=True)
class AssistedDossierSubmitted(Event):
    """A dossier was submitted while its applicant was being helped."""

    kind: ClassVar[str] = "assistance.submitted"
    session: UUID
    code: str
    service_name: str
    helper_name: str


@dataclass(frozen=True)
class AssistanceEnded(Event):
    """A session is over, by the helper, by the person, or by time."""

    kind: ClassVar[str] = "assistance.ended"
    session: UUID
    ended_by: str


@dataclass(frozen=True)
class AbsenceEntered(Event):
    """An officer is away between two days, and another one stands in."""

    kind: ClassVar[str] = "account.absence_entered"
    cover: UUID
    begins_on: date
    ends_on: date


@dataclass(frozen=True)
class AbsenceEnded(Event):
    """An absence was taken back before its time."""

    kind: ClassVar[str] = "account.absence_ended"
    cover: UUID
