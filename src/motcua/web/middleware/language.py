"""The reader's language: Vietnamese unless they chose another one here."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from motcua.web.middleware import Next

COOKIE = "ngon-ngu"
YEAR = 365 * 24 * 60 * 60


def language(get_response: Next) -> Next:
    """Speak the language of `?ngon-ngu=`, else of the cookie, else Vietnamese.

    What the browser says it prefers is not asked: phones sold here often say English.
    """
    known = {code for code, _ in settings.LANGUAGES}

    def middleware(request: HttpRequest) -> HttpResponseBase:
        asked = request.GET.get(COOKIE)
        chosen = asked if asked in known else request.COOKIES.get(COOKIE)
        spoken = chosen if chosen in known else settings.LANGUAGE_CODE
        translation.activate(spoken)
        request.LANGUAGE_CODE = spoken
        response = get_response(request)
        response.headers.setdefault("Content-Language", spoken)
        if asked in known:
            remember(response, asked)
        return response

    return middleware


def remember(response: HttpResponseBase, chosen: str) -> None:
    """Remember a chosen language for a year."""
    response.set_cookie(
        COOKIE, chosen, max_age=YEAR, samesite="Lax", secure=settings.SECURE_COOKIES, httponly=True
    )
