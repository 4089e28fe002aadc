"""What a portal asks of those who walk through it by machine: robots.txt (RFC 9309), sitemaps."""

import html
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

from motcua.evaluation.probes.visits import Answer

TOKEN = "motcua-audit"  # noqa: S105 -- a product token, no secret
SIZE = 512_000
"""Bytes of robots.txt that are read; RFC 9309 2.5 asks for 500 KiB at least."""
AGAIN = (2.0, 5.0)
"""Seconds before robots.txt is asked for again while the portal cannot give it."""
LISTED = 500
"""Addresses taken of a portal's sitemaps: a hint, not a catalogue."""

_PLACE = re.compile(
    r"<loc[^>]{0,200}>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]{1,2000})\s*(?:\]\]>)?\s*</loc>", re.IGNORECASE
)

Ask = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Robots:
    """What robots.txt of one host says. `refuses`: nothing may be looked at, for this reason."""

    rules: Protego | None = None
    refuses: str = ""

    def allows(self, url: str) -> bool:
        """Whether a page may be looked at."""
        if self.refuses:
            return False
        return self.rules is None or self.rules.can_fetch(url, TOKEN)

    @property
    def delay(self) -> float:
        """Seconds between two questions that the portal asks for."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(TOKEN)
        between = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(self.rules.crawl_delay(TOKEN) or 0.0, between)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of sitemaps that it names."""
        return tuple(self.rules.sitemaps) if self.rules else ()


def robots(home: str, ask: Ask, *, sleep: Callable[[float], None] = time.sleep) -> Robots:
    """Ask a portal for its robots.txt; none is leave to look, one that cannot be had is not.

    RFC 9309 2.3.1: 4xx (and more than five redirects) allow all; 5xx and no answer forbid all.
    """
    url = urljoin(home, "/robots.txt")
    for pause in (*AGAIN, None):
        answer = ask(url)
        if not answer.failed and answer.status < 500:
            return _read(answer)
        if answer.failed.startswith("redirects"):
            return Robots()
        if pause is None or (answer.failed and not answer.failed.startswith("connection")):
            break
        sleep(pause)
    return Robots(refuses=answer.failed or f"status {answer.status}")


def _read(answer: Answer) -> Robots:
    kind = answer.headers.get("content-type", "text/plain")
    if not 200 <= answer.status < 300 or "html" in kind:
        return Robots()
    return Robots(rules=Protego.parse(answer.body[:SIZE].decode("utf-8", "replace")))


def listed(home: str, known: tuple[str, ...], ask: Ask) -> tuple[str, ...]:
    """Give addresses of a portal's sitemaps, in their order; an index is followed one step."""
    found: list[str] = []
    for url in known[:2] or (urljoin(home, "/sitemap.xml"),):
        places = _places(ask(url))
        for place in places[:2] if places and _is_map(places[0]) else ():
            found += _places(ask(place))
        found += [place for place in places if not _is_map(place)]
    return tuple(dict.fromkeys(found))[:LISTED]


def _is_map(url: str) -> bool:
    return url.lower().split("?")[0].endswith((".xml", ".xml.gz"))


def _places(answer: Answer) -> list[str]:
    if answer.status != 200:
        return []
    return [html.unescape(one) for one in _PLACE.findall(answer.text)[: 4 * LISTED]]
