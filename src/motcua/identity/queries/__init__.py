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
from motcua.identity.queries.assistance import (
    code_asked,
    contact,
    first_password_token,
    help_given,
    help_received,
    helped_viewer,
    helping_grant,
)
from motcua.identity.queries.marks import mark_of_number
from motcua.identity.queries.viewers import viewer_for, viewer_of

__all__ = [
    "AccountUnknown",
    "account",
    "account_named",
    "account_of_login",
    "code_asked",
    "contact",
    "first_password_token",
    "has_second_factor",
    "help_given",
    "help_received",
    "helped_viewer",
    "helping_grant",
    "mark_of_number",
    "officers_at",
    "one_time_code",
    "viewer_for",
    "viewer_of",
]
