"""Rows of identity: accounts, memberships, help given, counters that slow guessing down."""

from motcua.identity.models.absences import Absence
from motcua.identity.models.accounts import Account, Membership
from motcua.identity.models.assistance import (
    AssistanceCode,
    AssistanceSession,
    AssistedSubmission,
)
from motcua.identity.models.counters import Attempts

__all__ = [
    "Absence",
    "Account",
    "AssistanceCode",
    "AssistanceSession",
    "AssistedSubmission",
    "Attempts",
    "Membership",
]
