"""Giving a reader a session once it is proved who they are, and ending it."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from motcua.web.http import safe_path


def enter(
    request: HttpRequest, account: AbstractBaseUser, *, method: str, to: str | None
) -> HttpResponse:
    """Let the holder of an account in, through the second factor where there is one, then `to`.

    `account` is what Django's `authenticate` gave; `method` is how it was proved: `password`, or
    the name of an outside issuer.
    """
    record_authentication(request, account, method=method)
    redirect = safe_path(to, "") or None
    response: HttpResponse = perform_login(request, Login(user=account, redirect_url=redirect))
    return response


def leave(request: HttpRequest) -> None:
    """End the session; nothing of it stays."""
    logout(request, show_message=False)
    request.session.flush()
