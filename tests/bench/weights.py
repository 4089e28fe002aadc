"""What a page weighs over the wire: compressed bodies, first visit and next, fonts apart."""

import re
from dataclasses import dataclass
from posixpath import dirname, normpath
from urllib.parse import urlsplit

from django.test import Client
from tests.bench import world as worlds
from tests.bench.operations import AS_A_BROWSER
from tests.bench.world import World, address

from motcua.simulation.answers import BIRTH

FIRST, NEXT = 60, 15
"""Kilobytes (1,024 bytes) that a page may weigh on the first visit, and on the next."""

_TAGS = re.compile(
    r'<(?:link[^>]+rel="(?:stylesheet|icon|modulepreload|preload)"[^>]+href|'
    r'link[^>]+href="([^"]+)"[^>]+rel="(?:stylesheet|icon|modulepreload|preload)"|'
    r'script[^>]+src|img[^>]+src)(?:="([^"]+)")?'
)
_IMPORTS = re.compile(r'(?:import|from)\s*\(?\s*["\']([^"\']+\.js)["\']')
_URLS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_FONTS = (".woff2", ".woff", ".ttf")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a page: its own, all of a first visit, a next visit; fonts of a first visit."""

    name: str
    page: int
    first: int
    next: int
    fonts: int


def all_of(world: World) -> list[Weight]:
    """Weigh the pages of citizens."""
    anybody, citizen = Client(), world.browser(world.citizen)
    kept = worlds.draft(world)
    code = worlds.full_life(world)
    pages = (
        ("home", anybody, address("portal:home")),
        ("search results", anybody, address("portal:procedures") + "?q=khai+sinh"),
        ("procedure", anybody, address("portal:procedure", BIRTH)),
        ("before applying", citizen, address("portal:apply", BIRTH)),
        ("page of a form", citizen, address("portal:fill", kept, "child")),
        ("page of a form with an address", citizen, address("portal:fill", kept, "contact")),
        ("check your answers", citizen, address("portal:check", kept)),
        ("my dossiers", citizen, address("portal:dossiers")),
        ("dossier", citizen, address("portal:dossier", code)),
        ("look-up", anybody, address("portal:look_up")),
    )
    return [_weigh(name, browser, page) for name, browser, page in pages]


def _weigh(name: str, browser: Client, page: str) -> Weight:
    text, size, _ = _fetch(browser, page)
    waiting = [_joined(page, one) for one in _referred(text)]
    seen, first, later, fonts = set[str](), size, size, 0
    while waiting:
        one = waiting.pop()
        if one in seen or not one.startswith("/"):
            continue
        seen.add(one)
        inner, weight, kept = _fetch(browser, one)
        if one.endswith(_FONTS):
            fonts += weight
            continue
        first += weight
        later += 0 if kept else weight
        waiting += [_joined(one, two) for two in _inner(one, inner)]
    return Weight(name, size, first, later, fonts)


def _fetch(browser: Client, page: str) -> tuple[str, int, bool]:
    """Give a body decompressed, its size as sent, and whether a browser may keep it for a day."""
    plain = browser.get(page)
    sent = browser.get(page, headers=AS_A_BROWSER)
    assert sent.status_code == 200, (page, sent.status_code)
    size = len(_body(sent))
    age = re.search(r"max-age=(\d+)", sent.headers.get("Cache-Control", ""))
    kept = "private, no-cache" not in sent.headers.get("Cache-Control", "")
    text = _body(plain).decode("utf-8", "replace")
    return text, size, bool(kept and age and int(age.group(1)) >= 86400)


def _body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _referred(text: str) -> list[str]:
    return [one for found in _TAGS.findall(text) for one in found if one]


def _inner(address: str, text: str) -> list[str]:
    if address.endswith(".js"):
        return _IMPORTS.findall(text)
    if address.endswith(".css"):
        return [one for one in _URLS.findall(text) if not one.startswith("data:")]
    return []


def _joined(base: str, relative: str) -> str:
    parts = urlsplit(relative)
    if parts.scheme or parts.netloc:
        return relative
    path = parts.path
    return path if path.startswith("/") else normpath(f"{dirname(base)}/{path}")
