"""While somebody is helped here, only pages about their request open; over is over at once."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.web import assistance, pages
from motcua.web.http import Request
from motcua.web.middleware import Next

NEVER = frozenset({"desk", "web", ""})
"""Namespaces of officers' work and of accounts, the helper's as the person's."""
STILL = frozenset({"web:language", "web:end_help", "account_logout"})


class Assistance:
    """Shuts the pages that help is not about, and every page once the session is over.

    A form that is sent just after the end goes nowhere: it would end up with the helper.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Look where the request goes; a browser without a session is not looked at."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        asked = cast("Request", request)
        if assistance.session_of(asked) is None:
            return None
        if asked.viewer.helped is None:
            return _over(asked)
        match = request.resolver_match
        if match is None or match.view_name in STILL or match.namespace not in NEVER:
            return None
        return pages.render(request, "web/helping.html", status=403)


def _over(request: Request) -> HttpResponse:
    assistance.forget(request)
    messages.warning(
        request,
        _("Buổi hỗ trợ đã kết thúc. Bạn không còn xem được thông tin của người được hỗ trợ."),
    )
    back = "desk:assistance" if not request.viewer.anonymous else "account_login"
    return HttpResponseRedirect(reverse(back))
