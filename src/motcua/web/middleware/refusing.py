"""A refusal that a page did not expect becomes a page that says why, never an error."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from motcua.kernel.words import Refused
from motcua.web import access, refusals
from motcua.web.http import Request
from motcua.web.middleware import Next


class Refusals:
    """Turns a Refused that leaves a view into a page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Draw the page; anything else than a refusal goes on to the page of errors."""
        if isinstance(exception, access.SecondFactorNeeded):
            return access.to_second_factor(cast("Request", request))
        return refusals.page(request, exception) if isinstance(exception, Refused) else None
