"""Plain HTTP: one question, one answer, no cookies; what goes wrong is told and never raised."""

import socket
import ssl
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from motcua.evaluation.probes.browser import signed
from motcua.evaluation.probes.visits import Answer
from motcua.evaluation.probes.walking.addresses import canonical, site
from motcua.evaluation.probes.walking.networks import is_inner
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.probes.walking.robots import Robots

SIZE = 2_000_000
"""Bytes of a body that are kept; the rest is not read."""
REDIRECTS = 5
PATIENCE = 15.0
"""Seconds for a whole answer, however slowly its bytes drip."""
SILENT = 3
"""Questions in a row that a host leaves without an answer before it is given less time."""
HASTY = 2.0
"""Seconds that such a host has for each answer, until it gives one."""
_CHUNK = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_WORDS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "vi,en;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(slots=True)
class PlainWeb:
    """Plain HTTP on one portal: paced, on its own hosts only, robots.txt obeyed.

    sites   hosts that belong to the portal (`addresses.site`)
    robots  what robots.txt of each host says; a host that is not named is free
    beat    told before each question, so that nobody takes a long series of them for a hang
    outer   whether the portal is on the open network: then no closed one is asked for its sake,
            whatever its names come to mean
    """

    pace: Pace
    sites: set[str]
    robots: Mapping[str, Robots] = field(default_factory=dict)
    patience: float = PATIENCE
    beat: Callable[[], None] = lambda: None
    outer: bool = False
    _silent: Counter[str] = field(default_factory=Counter)

    def get(self, url: str, *, follow: bool = True, method: str = "GET") -> Answer:
        """Ask for an address; see `visits.Web`."""
        here, first = url, url
        for _ in range(REDIRECTS + 1):
            if why := self._forbidden(here):
                return Answer(url=here, failed=why)
            self.beat()
            self.pace.wait(here, light=True)
            answer = self._once(here, method)
            target = answer.headers.get("location", "")
            if not (follow and answer.status in _MOVED and target):
                return answer
            here = canonical(target, here) or target
        return Answer(url=first, failed=f"redirects: more than {REDIRECTS}")

    def _once(self, url: str, method: str) -> Answer:
        """Ask once; a portal that hangs must not take as long as it has questions to hang at."""
        host = site(url)
        patience = self.patience if self._silent[host] < SILENT else min(HASTY, self.patience)
        answer = once(url, method=method, patience=patience, outer=self.outer)
        self._silent[host] = self._silent[host] + 1 if answer.failed.startswith("timeout") else 0
        return answer

    def _forbidden(self, url: str) -> str:
        host = site(canonical(url) or "")
        if host not in self.sites:
            return f"other site: {host or url[:200]}"
        said = self.robots.get(host)
        return "robots.txt" if said and not said.allows(url) else ""


def once(
    url: str, *, method: str = "GET", patience: float = PATIENCE, outer: bool = False
) -> Answer:
    """Ask one address once. A certificate that is not valid is named in `tls`, and the question put
    again without checking it: no secret is ever sent. `outer`: only on the open network."""
    if urlsplit(url).scheme != "https":
        return _ask(url, method, patience, outer=outer)
    answer = _ask(url, method, patience, outer=outer, context=_context("checked"))
    for lenient in ("unchecked", "old"):
        if not answer.failed.startswith("tls"):
            break
        again = _ask(url, method, patience, outer=outer, context=_context(lenient))
        if not again.failed:
            answer = replace(again, tls=answer.failed.removeprefix("tls: "))
    return answer


@cache
def _context(kind: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if kind != "checked":
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if kind == "old":
        # Old servers are judged, not trusted: nothing secret passes here.
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    return context


def _ask(
    url: str,
    method: str,
    patience: float,
    *,
    outer: bool,
    context: ssl.SSLContext | None = None,
) -> Answer:
    begun, late = time.monotonic(), threading.Event()
    connection = _connection(url, patience, context)
    watch: threading.Timer | None = None
    try:
        connection.connect()
        if outer and is_inner(str(connection.sock.getpeername()[0])):
            # A name may mean another machine from one question to the next.
            return Answer(url=url, failed="other site: a closed network", took_ms=_since(begun))
        # The connection forgets its socket once the answer has begun.
        watch = threading.Timer(patience, _close, (connection.sock, late))
        watch.daemon = True
        watch.start()
        parts = urlsplit(url)
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request(method, target, headers={**_WORDS, "User-Agent": signed("Mozilla/5.0")})
        response = connection.getresponse()
        body = b"" if method == "HEAD" else _body(response)
    except (OSError, HTTPException, UnicodeError, ValueError) as error:
        failed = "timeout" if late.is_set() else _why(error)
        return Answer(url=url, failed=failed, took_ms=_since(begun))
    finally:
        if watch is not None:
            watch.cancel()
        connection.close()
    return Answer(
        url=url,
        status=response.status,
        headers=_headers(response),
        cookies=tuple(response.headers.get_all("set-cookie") or ()),
        body=body,
        failed="timeout" if late.is_set() else "",
        took_ms=_since(begun),
    )


def _connection(url: str, patience: float, context: ssl.SSLContext | None) -> HTTPConnection:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    if context is None:
        return HTTPConnection(host, port, timeout=patience)
    return HTTPSConnection(host, port, timeout=patience, context=context)


def _close(held: socket.socket, late: threading.Event) -> None:
    """End a connection that takes too long in all, though each of its bytes came in time."""
    late.set()
    with suppress(OSError):
        socket.socket.shutdown(held, socket.SHUT_RDWR)


def _since(begun: float) -> float:
    return round((time.monotonic() - begun) * 1000, 1)


def _headers(response: HTTPResponse) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        if name.lower() != "set-cookie":
            before = found.get(name.lower())
            found[name.lower()] = value if before is None else f"{before}\n{value}"
    return found


def _body(response: HTTPResponse) -> bytes:
    """Read no more than the limit, neither packed nor unpacked."""
    packed = response.headers.get("content-encoding", "").lower() in {"gzip", "x-gzip"}
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    found = bytearray()
    read = 0
    while len(found) < SIZE and read < SIZE and (piece := response.read1(_CHUNK)):
        read += len(piece)
        try:
            found += unpack.decompress(piece, SIZE - len(found)) if unpack else piece
        except zlib.error:
            break
    return bytes(found[:SIZE])


def _why(error: Exception) -> str:
    """Say in a word, which begins what is told, why nothing came."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"tls: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"tls: {error.reason or error}"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, socket.gaierror):
        return "dns: no such host"
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if isinstance(error, OSError):
        return f"connection: {error.strerror or type(error).__name__}"
    return f"answer: {type(error).__name__}"
