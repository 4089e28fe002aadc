"""Turning a refusal from below into what the reader sees: a page, or a line on the next page."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from motcua.identity.rules.limits import RateExceeded
from motcua.kernel.words import Refused
from motcua.web import clock, formats, measuring, pages
from motcua.web.http import way_back


def status_of(refused: Refused) -> int:
    """Give the HTTP status: 429 for too often, 404 for what is unknown, else 409 (RFC 9110)."""
    if isinstance(refused, RateExceeded):
        return 429
    return 404 if type(refused).__name__.endswith("Unknown") else 409


def page(
    request: HttpRequest, refused: Refused, *, back: str | None = None, status: int | None = None
) -> HttpResponse:
    """Draw a page that says why, with a way back (`back`, or where the reader came from).

    Who submitted something in vain is asked why they could not go on.
    """
    asked = () if isinstance(refused, RateExceeded) else measuring.asked_of(request)
    response = pages.render(
        request,
        "web/refused.html",
        {"sentence": refused.sentence, "back": back or way_back(request), "causes": asked},
        status=status or status_of(refused),
    )
    if isinstance(refused, RateExceeded):
        response.headers["Retry-After"] = str(_seconds_until(refused.retry_at))
    return response


def message(request: HttpRequest, refused: Refused) -> None:
    """Say why on the next page that is drawn."""
    messages.error(request, formats.say(refused.sentence))


def _seconds_until(at: datetime) -> int:
    return max(1, int((at.astimezone(UTC) - clock.now()).total_seconds()) + 1)
