"""A light load, where the owner of the portal allows it by a token on the portal itself."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from itertools import cycle
from urllib.parse import urljoin, urlsplit

from motcua.evaluation.probes.browser import signed
from motcua.evaluation.probes.visits import Site
from motcua.evaluation.rules.looking import telling
from motcua.evaluation.rules.looking.hosts import host_of
from motcua.evaluation.rules.looking.timing import median, percentile
from motcua.evaluation.values.observations import Observation
from motcua.kernel.words import Sentence

WHERE = "/.well-known/motcua-audit.txt"
FACTS = ("performance.load", "performance.load_errors")
PARALLEL, SECONDS, MOST = 5, 20.0, 400
"""Questions at the same time, seconds in all, questions in all: never more."""
ERRORS = 5
"""Errors after which nothing more is asked."""
HOW = Sentence(
    f"Chủ cổng chưa cho phép thử tải. Muốn thử: đặt một mã bí mật vào {WHERE} trên cổng, đưa mã đó "
    "cho công cụ (--load-token).",
    f"The owner has not allowed a load. To allow it: put a secret code into {WHERE} on the portal "
    "and give the same code to the tool (--load-token).",
)


@dataclass(slots=True)
class Load:
    """What came of it: milliseconds of every answer, and errors."""

    times: list[float] = field(default_factory=list)
    errors: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def asked(self) -> int:
        """How many questions were put."""
        return len(self.times) + self.errors

    def told(self, took: float | None) -> None:
        """Note an answer, or an error."""
        with self.lock:
            if took is None:
                self.errors += 1
            else:
                self.times.append(took)


def allowed(site: Site) -> bool:
    """Say whether the owner allows a load: the portal shows the very code that we were given."""
    if not site.manner.load_token:
        return False
    shown = site.web.get(urljoin(site.home, WHERE), follow=False)
    return shown.status == 200 and shown.text.strip() == site.manner.load_token.strip()


def load(site: Site) -> Iterator[Observation]:
    """Tell how fast the portal answers under a light load."""
    if not allowed(site):
        yield from (telling.not_here(fact, site.home, HOW) for fact in FACTS)
        return
    urls = _addresses(site)
    found = put(urls, seconds=SECONDS, most=MOST)
    if not found.times:
        why = Sentence("Không câu trả lời nào đến nơi.", "No answer came.")
        yield from (telling.unseen(fact, site.home, why) for fact in FACTS)
        return
    half, most = round(median(found.times)), round(percentile(found.times, 0.95))
    note = Sentence(
        f"{found.asked} yêu cầu, {PARALLEL} cùng lúc; một nửa xong trong {half} ms.",
        f"{found.asked} requests, {PARALLEL} at a time; half of them in {half} ms.",
    )
    yield telling.value("performance.load", site.home, most, note=note)
    share = round(found.errors / found.asked, 4)
    yield telling.value("performance.load_errors", site.home, share, note=note)


def _addresses(site: Site) -> list[str]:
    host = host_of(site.home)
    seen = [one.url for one in site.pages if one.status == 200 and host_of(one.url) == host]
    return list(dict.fromkeys([site.home, *seen]))[:10]


def put(urls: Sequence[str], *, seconds: float, most: int, parallel: int = PARALLEL) -> Load:
    """Ask for the addresses in turn, until the time or the number is used up or errors come."""
    found, end = Load(), time.monotonic() + seconds
    turn, lock = cycle(urls), threading.Lock()
    left = [most]

    def following() -> str | None:
        with lock:
            if left[0] <= 0 or found.errors >= ERRORS or time.monotonic() >= end:
                return None
            left[0] -= 1
            return next(turn)

    threads = [
        threading.Thread(target=_keep_asking, args=(urls[0], following, found), daemon=True)
        for _ in range(min(parallel, PARALLEL))
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(seconds + 10)
    return found


def _keep_asking(first: str, following: Callable[[], str | None], found: Load) -> None:
    line = _line(first)
    words = {"User-Agent": signed("Mozilla/5.0"), "Accept-Language": "vi"}
    while (url := following()) is not None:
        begun = time.monotonic()
        try:
            parts = urlsplit(url)
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            line.request("GET", target, headers=words)
            answer = line.getresponse()
            answer.read(5_000_000)
            failed = answer.status >= 500 or answer.status == 429
            if not answer.isclosed():
                line.close()
        except (OSError, HTTPException):
            failed = True
            line.close()
        found.told(None if failed else (time.monotonic() - begun) * 1000)
    line.close()


def _line(url: str) -> HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        trusted = ssl.create_default_context()
        return HTTPSConnection(host, parts.port, timeout=10, context=trusted)
    return HTTPConnection(host, parts.port, timeout=10)
