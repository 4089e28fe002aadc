"""The collector's doors on the portal itself, for who runs one port only.

They set no cookie, ask nobody who they are, and take what the collector's own processes take.
"""

from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from motcua.measurement.actions import Intake, SpoolFailed
from motcua.measurement.rules.wire import Heard
from motcua.observatory.collector import answers, scripts
from motcua.web import clock
from motcua.web.http import place_of

PATIENCE = 3.0
"""Seconds until a sender is told to try again: pages of people wait for the same threads."""
_turn = Lock()


@csrf_exempt
def door(request: HttpRequest) -> HttpResponse:
    """Take what was sent, and answer when it is safe."""
    method = "GET" if request.method == "HEAD" else str(request.method)
    try:
        body = request.body
    except RequestDataTooBig:
        return _response(answers.too_large())
    except RawPostDataException:
        if answers.takes(request.path_info, method):
            return _response(answers.refusal(400, "malformed", answers.NO_FORM))
        body = b""
    if len(body) > answers.LARGEST:
        return _response(answers.too_large())
    asked = answers.Asked(
        method,
        request.path_info,
        request.META.get("QUERY_STRING", ""),
        {name.lower(): value for name, value in request.headers.items()},
        Heard(
            clock.now(),
            place_of(request),
            request.headers.get("User-Agent", ""),
            request.headers.get("Accept-Language", ""),
        ),
        body,
    )
    try:
        with _turn:
            answer = answers.answer(_intake(Path(settings.MEASUREMENT)), asked)
        if answer.safe is not None:
            answer.safe.result(timeout=PATIENCE)
    except (SpoolFailed, OSError):  # out of time, too
        answer = answers.unsafe()
    return _response(answer)


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """Give the script that other portals load."""
    return _response(scripts.script(request.headers.get("If-None-Match", "")))


@lru_cache(maxsize=1)
def _intake(folder: Path) -> Intake:
    return Intake(folder)


def _response(answer: answers.Answer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status)
    del response.headers["Content-Type"]
    for name, value in answer.headers:
        response.headers[name] = value
    return response
