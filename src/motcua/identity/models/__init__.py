"""Rows of identity: accounts, memberships and the counters that slow guessing down."""

from motcua.identity.models.accounts import Account, Membership
from motcua.identity.models.counters import Attempts

__all__ = ["Account", "Attempts", "Membership"]
