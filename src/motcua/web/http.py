"""The request as pages see it, and what can be read from it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.identity.values import Viewer


class Request(HttpRequest):
    """A request that has passed our middleware; pages name it in their signatures."""

    viewer: Viewer


def safe_path(address: str | None, default: str = "/") -> str:
    """Give an address to go on to if it lies on this site, else `default`.

    Only paths are taken (`/ho-so/`), never another host, however it is written.
    """
    text = (address or "").strip()
    if text.startswith("/") and url_has_allowed_host_and_scheme(text, allowed_hosts=None):
        return text
    return default


def way_back(request: HttpRequest) -> str | None:
    """Give the path of the page the reader came from, if it is one of ours and another one."""
    try:
        referer = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return None
    if referer.netloc != request.META.get("HTTP_HOST") or not referer.path:
        return None
    path = referer.path + (f"?{referer.query}" if referer.query else "")
    return safe_path(path) if path != request.get_full_path() else None


def number_of(text: str | None) -> int | None:
    """Read a whole number of at most 18 digits that a form or an address carries, else nothing."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def place_of(request: HttpRequest) -> str:
    """Give the network address a request comes from, as attempts are counted by it.

    Behind a proxy of ours (MOTCUA_BEHIND_PROXY=yes) it is what that proxy wrote last.
    """
    if settings.BEHIND_PROXY:
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if told:
            return str(told)
    return str(request.META.get("REMOTE_ADDR") or "local")
