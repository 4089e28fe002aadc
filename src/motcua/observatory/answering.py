"""Answers that cost little: a page that has not changed is neither made, drawn nor sent again."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
)
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from motcua.measurement import queries
from motcua.observatory import words
from motcua.web import clock, pages
from motcua.web.formats import language
from motcua.web.middleware.language import COOKIE

FRESH = 60
"""Seconds for which anybody's cache may answer for us."""
EDITION = "1"
"""Changed when pages look different though their figures do not."""


def page(
    request: HttpRequest, template: str, make: Callable[[], Mapping[str, Any]]
) -> HttpResponseBase:
    """Draw a public page from what `make` gives; 304 where the reader has it already.

    Who is logged in or changes the language gets a page of their own, which nobody keeps.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES or COOKIE in request.GET:
        return _drawn(request, template, make)
    return _fresh(request, lambda: _drawn(request, template, make))


def file(
    request: HttpRequest, make: Callable[[], bytes], *, name: str, kind: str
) -> HttpResponseBase:
    """Answer a file of figures, the same for everybody and free for other sites to read."""

    def answer() -> HttpResponseBase:
        made = HttpResponse(make(), content_type=kind)
        made["Content-Disposition"] = f'attachment; filename="{name}"'
        made["Access-Control-Allow-Origin"] = "*"
        made["Cross-Origin-Resource-Policy"] = "cross-origin"
        return made

    return _fresh(request, answer)


def whole(
    request: HttpRequest, write: Callable[[Path], None], *, name: str, kind: str
) -> HttpResponseBase:
    """Answer a file that may be large: `write` fills it on disk, from where it is sent."""

    def answer() -> HttpResponseBase:
        with NamedTemporaryFile(prefix="motcua-", delete=False) as made:
            path = Path(made.name)
        try:
            write(path)
            sent = path.open("rb")
        finally:
            path.unlink(missing_ok=True)
        given = FileResponse(sent, as_attachment=True, filename=name, content_type=kind)
        given["Access-Control-Allow-Origin"] = "*"
        given["Cross-Origin-Resource-Policy"] = "cross-origin"
        return given

    return _fresh(request, answer)


def json(request: HttpRequest, make: Callable[[], Mapping[str, Any]]) -> HttpResponseBase:
    """Answer JSON that other sites may read."""

    def answer() -> HttpResponseBase:
        given = JsonResponse(make(), json_dumps_params={"ensure_ascii": False, "indent": 1})
        given["Access-Control-Allow-Origin"] = "*"
        given["Cross-Origin-Resource-Policy"] = "cross-origin"
        return given

    return _fresh(request, answer)


def _drawn(
    request: HttpRequest, template: str, make: Callable[[], Mapping[str, Any]]
) -> HttpResponse:
    told = {
        "counted_at": queries.counted_at(),
        "provenance": queries.provenance(),
        "period_words": words.period,
    }
    return pages.render(request, template, {**told, **make()})


def _fresh(request: HttpRequest, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    counted_at = queries.counted_at()
    etag = _etag(request, counted_at)
    known = get_conditional_response(request, etag=etag) if counted_at else None
    given = known if known is not None and known.status_code == 304 else answer()
    given.headers["Cache-Control"] = f"public, max-age={FRESH}"
    patch_vary_headers(given, ["Cookie"])
    if counted_at:
        given.headers["ETag"] = etag
        given.headers["Last-Modified"] = http_date(counted_at.timestamp())
    return given


def _etag(request: HttpRequest, counted_at: datetime | None) -> str:
    told = (
        EDITION,
        language(),
        request.get_full_path(),
        str(counted_at),
        str(settings.DEMONSTRATION),
        str(clock.today()),  # which period is shown where none was asked, and which are offered
    )
    return f'W/"{blake2b(chr(10).join(told).encode(), digest_size=12).hexdigest()}"'
