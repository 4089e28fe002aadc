"""Who is looking, found out only when something asks."""

from typing import cast

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from motcua.identity.queries import viewer_for
from motcua.identity.values import ANONYMOUS, Viewer
from motcua.web import assistance, clock
from motcua.web.http import Request
from motcua.web.middleware import Next


def viewer(get_response: Next) -> Next:
    """Put the Viewer on the request: no query before it is asked for, three at most then.

    While somebody is being helped here, it is that person.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        asked = cast("Request", request)
        asked.viewer = cast("Viewer", SimpleLazyObject(lambda: viewer_of_request(asked)))
        return get_response(request)

    return middleware


def viewer_of_request(request: Request) -> Viewer:
    """Find out who is looking."""
    account = request.user
    if not account.is_authenticated:
        return ANONYMOUS
    records = get_authentication_records(request, account)
    second_factor = any(record.get("method") == "mfa" for record in records)
    at = clock.now()
    own = viewer_for(account, at=at, second_factor=second_factor)
    return assistance.helped(request, own, at=at) or own
