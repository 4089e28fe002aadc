"""A request sees one state of the library of agencies from its beginning to its end."""

from django.http import HttpRequest, HttpResponseBase

from motcua.agencies import queries as agencies
from motcua.web.middleware import Next


def steady_agencies(get_response: Next) -> Next:
    """Ask once a request, not at every question, whether the agencies have changed."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with agencies.steady():
            return get_response(request)

    return middleware
