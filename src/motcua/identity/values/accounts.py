"""Accounts as other packages and pages see them."""

from dataclasses import dataclass, field
from uuid import UUID

from motcua.identity.values.roles import Role


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account without anything secret."""

    key: UUID
    username: str
    name: str
    active: bool
    simulated: bool


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    """A simulated person's way in, printed at the start of a demonstration."""

    role: Role
    name: str
    username: str
    password: str = field(repr=False)
    totp_secret: str = field(repr=False)
    agency_code: str
