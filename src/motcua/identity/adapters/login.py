"""How Django asks for an account: by phone number, e-mail address or login name."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from motcua.identity.models import Account
from motcua.identity.queries import AccountUnknown, account_of_login

_OF_SESSION = "SELECT * FROM identity_account WHERE id = %s AND is_active"
"""Asked for every page, so without the ORM's builder."""


class LoginBackend(BaseBackend):
    """Checks a password. A closed account passes here; it is refused further in, in words."""

    def authenticate(
        self, request: Any, username: str = "", password: str = "", **_others: Any
    ) -> Account | None:
        """Give the account whose holder typed `username` and `password`, else nothing."""
        try:
            found = account_of_login(username)
        except AccountUnknown:
            # An unknown name costs as much time as a wrong password, so time tells nothing.
            Account().set_password(password)
            return None
        row = Account.objects.get(key=found.key)
        return row if row.check_password(password) else None

    def get_user(self, user_id: Any) -> Account | None:
        """Give the account of a session."""
        found = Account.objects.raw(_OF_SESSION, [user_id])
        return next(iter(found), None)
