"""Who may open a page at all. What they may see and do on it, the rules below decide."""

from collections.abc import Callable
from functools import wraps
from typing import TypeAlias
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from motcua.identity import queries
from motcua.identity.values import Role
from motcua.web import kept, pages
from motcua.web.http import Request

View: TypeAlias = Callable[..., HttpResponseBase]


class SecondFactorNeeded(Exception):
    """An officer's page was asked for without the second factor; the reader is led to it."""


def citizen_required(view: View) -> View:
    """Ask a reader who is not logged in to log in first; what they typed is kept meanwhile."""

    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.viewer.anonymous:
            return to_log_in(request)
        return view(request, *args, **kwargs)

    return guarded


def officer_required(*roles: Role) -> Callable[[View], View]:
    """Let officers in who hold one of `roles` (any where none is named), with a second factor.

    Without the role: a page that says so, 403. Without the second factor in this session: to the
    page where it is asked for, or set up.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponseBase:
            viewer = request.viewer
            if viewer.anonymous:
                return to_log_in(request)
            if not viewer.is_officer or not viewer.paths(*roles):
                return _not_for_you(request, roles)
            if not viewer.second_factor:
                return to_second_factor(request)
            return view(request, *args, **kwargs)

        return guarded

    return decorator


def to_log_in(request: Request) -> HttpResponse:
    """Send the reader to the log-in page and on to this page afterwards, with what they typed."""
    kept.keep(request)
    return HttpResponseRedirect(_with_next(reverse("account_login"), request))


def to_second_factor(request: Request) -> HttpResponse:
    """Send an officer to where the second factor is asked for or set up, and on afterwards."""
    kept.keep(request)
    key = request.viewer.key
    known = key is not None and queries.has_second_factor(key)
    name = "mfa_reauthenticate" if known else "mfa_activate_totp"
    return HttpResponseRedirect(_with_next(reverse(name), request))


def _with_next(address: str, request: Request) -> str:
    return f"{address}?{urlencode({'next': kept.place(request)})}"


def _not_for_you(request: Request, roles: tuple[Role, ...]) -> HttpResponse:
    return pages.render(
        request, "web/not_for_you.html", {"roles": [role.title for role in roles]}, status=403
    )
