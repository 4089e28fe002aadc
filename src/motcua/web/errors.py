"""Pages for when something is wrong, in plain words, each with a way back."""

import logging
import secrets
import sys

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE

from motcua.kernel.words import Sentence
from motcua.web import measuring, pages
from motcua.web.http import way_back

log = logging.getLogger("motcua.web.errors")
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

TOO_MANY = Sentence(
    "Việc này vừa được thử quá nhiều lần. Bạn hãy thử lại sau ít phút.",
    "This was tried too often just now. Please try again in a few minutes.",
)

LAST_RESORT = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Hệ thống đang gặp lỗi – Một cửa</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Hệ thống đang gặp lỗi</h1>
<p>Lỗi này là của chúng tôi, không phải của bạn. Bạn hãy thử lại sau ít phút.</p>
<p>Mã lỗi để báo cho chúng tôi: <strong>{reference}</strong></p>
<p lang="en">Something went wrong on our side. Please try again in a few minutes.
Reference: <strong>{reference}</strong></p>
<p><a href="/">Về trang chủ</a></p></main></body></html>"""


def new_reference() -> str:
    """Give a reference that can be read out over the telephone: `K7QM-2XFD`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer an unexpected error: log it with a reference, show the reference (handler500).

    The page is drawn without the request and the database, because either may be what is broken.
    """
    reference = new_reference()
    log.error("error %s at %s %s", reference, request.method, request.path, exc_info=sys.exc_info())
    measuring.failed(request)
    context = {"reference": reference, "causes": measuring.CAUSES}
    try:
        return pages.render_alone("web/500.html", context, status=500)
    except Exception:
        log.exception("error %s has no page", reference)
        return HttpResponse(LAST_RESORT.format(reference=reference), status=500)


def not_found(request: HttpRequest, **_why: Exception) -> HttpResponse:
    """Answer an address that leads nowhere (handler404)."""
    return pages.render(request, "web/404.html", {"back": way_back(request)}, status=404)


def forbidden(request: HttpRequest, **_why: Exception) -> HttpResponse:
    """Answer a page that is not for this reader (handler403)."""
    return pages.render(request, "web/403.html", {"back": way_back(request)}, status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer somebody whom allauth's own counters hold up (handler429, which allauth asks for)."""
    context = {"sentence": TOO_MANY, "back": way_back(request), "causes": ()}
    return pages.render(request, "web/refused.html", context, status=429)


def bad_request(_request: HttpRequest, **_why: Exception) -> HttpResponse:
    """Answer a request that cannot be read (handler400)."""
    return pages.render_alone("web/400.html", {}, status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from a page of ours, or from one opened too long ago."""
    context = {
        "back": way_back(request),
        "no_cookie": reason == REASON_NO_CSRF_COOKIE,
        "causes": measuring.asked_of(request),
    }
    return pages.render(request, "web/csrf.html", context, status=403)
