"""What can be read about accounts: the Viewer, officers of an agency, demonstration codes."""

from motcua.identity.queries.accounts import (
    AccountUnknown,
    account,
    account_named,
    account_of_login,
    has_second_factor,
    officers_at,
    one_time_code,
)
from motcua.identity.queries.marks import mark_of_number
from motcua.identity.queries.viewers import viewer_for, viewer_of

__all__ = [
    "AccountUnknown",
    "account",
    "account_named",
    "account_of_login",
    "has_second_factor",
    "mark_of_number",
    "officers_at",
    "one_time_code",
    "viewer_for",
    "viewer_of",
]
