"""Portals on ports of 127.0.0.1, each with a record of what it was asked.

    with serve("clean") as portal:            # portal is the address, and more: portal.asked
        browser.goto(portal + "/")
    with served(["clean", "a11y-alt-none"]) as portals: ...
    with serve("security-hsts-none") as portal: ...      # https where its fault needs it

https portals use certificates of an authority made for the run: give Python's clients
`SSL_CERT_FILE=<portal.authority>`, give Chromium `browser_arguments()`.
"""

import http.server
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache

from tests.portals import nation, thirds
from tests.portals.certificates import certificates
from tests.portals.clean import clean
from tests.portals.faults import faults
from tests.portals.portal import Asked, Portal, compressed

TLS = {"1.0": ssl.TLSVersion.TLSv1, "1.2": ssl.TLSVersion.TLSv1_2}
QUIET = 30
"""Seconds after which a connection on which nothing comes is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as a portal received it; `at` is a monotonic moment in seconds."""

    method: str
    target: str
    at: float
    agent: str
    secure: bool
    sent: int = 0
    """Bytes of a body that came with it."""
    document: bool = False
    """Whether a browser asked for it as a page to show."""


class Address(str):
    """The address of a portal (`http://127.0.0.1:18123`), and what it was asked."""

    __slots__ = ("asked", "broken", "portal")
    asked: list[Request]
    broken: list[str]
    portal: Portal

    @property
    def submissions(self) -> list[Request]:
        """Everything that was not GET or HEAD."""
        return [one for one in self.asked if one.method not in {"GET", "HEAD"}]

    @property
    def authority(self) -> str:
        """The file of the authority that signed the certificates of https portals."""
        return str(certificates().authority)


def built(name: str, *, secure: bool | None = None) -> Portal:
    """Build a portal by its name: `clean`, the code of a fault, `nation-07`."""
    if name.startswith("nation-"):
        return nation.member(name)
    known = faults().get(name)
    portal = clean(secure=bool(known and known.secure) if secure is None else secure)
    if known:
        known.spoil(portal)
    elif name != "clean":
        raise LookupError(name)
    return portal


@contextmanager
def serve(name: str, *, secure: bool | None = None, port: int = 0) -> Iterator[Address]:
    """Serve a portal for the length of the block; give its address."""
    with put_up(built(name, secure=secure), port=port) as address:
        yield address


@contextmanager
def served(names: Iterable[str], *, secure: bool | None = None) -> Iterator[Mapping[str, Address]]:
    """Serve several portals, each on a port of its own."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(serve(name, secure=secure)) for name in names}


@contextmanager
def serve_nation(members: Iterable[nation.Member]) -> Iterator[Mapping[str, Address]]:
    """Serve portals of a nation (`nation.nation()`, `nation.ten()`), by their names."""
    among = tuple(members)
    with ExitStack() as stack:
        yield {
            one.name: stack.enter_context(put_up(nation.member(one.name, among=among)))
            for one in among
        }


@contextmanager
def others() -> Iterator[Address]:
    """Serve the hosts of others; start the browser with `browser_arguments(of their address)`."""
    with put_up(thirds.others()) as address:
        yield address


def browser_arguments(others_at: str = "") -> list[str]:
    """Give Chromium's arguments: trust the portals' certificates, find the hosts of others here."""
    spki = certificates().fingerprint
    port = int(others_at.rpartition(":")[2]) if others_at else 9
    return [
        f"--ignore-certificate-errors-spki-list={spki}",
        f"--host-resolver-rules={thirds.resolver_rules(port)}",
    ]


@contextmanager
def put_up(portal: Portal, *, port: int = 0) -> Iterator[Address]:
    """Serve any portal for the length of the block."""
    door = socket.create_server(("127.0.0.1", port), backlog=128)
    scheme = "https" if portal.secure else "http"
    address = Address(f"{scheme}://127.0.0.1:{door.getsockname()[1]}")
    address.asked, address.broken, address.portal = [], [], portal
    context = _context(portal.certificate, portal.oldest_tls) if portal.secure else None
    thread = threading.Thread(target=_welcome, args=(door, _Server(address, context)), daemon=True)
    thread.start()
    try:
        yield address
    finally:
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for a client
        door.close()
        thread.join()


@cache
def _context(certificate: str, oldest: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if oldest == "1.0":
        context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version = TLS[oldest]
    context.load_cert_chain(getattr(certificates(), certificate))
    return context


@dataclass(frozen=True, slots=True)
class _Server:
    address: Address
    context: ssl.SSLContext | None


def _welcome(door: socket.socket, server: _Server) -> None:
    while True:
        try:
            client, address = door.accept()
        except OSError:
            return
        threading.Thread(target=_talk, args=(client, address, server), daemon=True).start()


def _talk(client: socket.socket, address: tuple[str, int], server: _Server) -> None:
    with client, suppress(OSError, ValueError):  # a client that went away is no fault of ours
        _Handler(client, address, server)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = QUIET
    wbufsize = -1
    plain = False

    def setup(self) -> None:
        """Speak TLS where the portal does and the client begins so; else plain http."""
        self.request.settimeout(QUIET)
        if self.server.context:
            if self.request.recv(1, socket.MSG_PEEK) == b"\x16":
                self.request = self.server.context.wrap_socket(self.request, server_side=True)
            else:
                self.plain = True
        super().setup()

    def answer(self) -> None:
        """Answer one request, whatever its method."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        self.server.address.asked.append(
            Request(
                method=self.command,
                target=self.path,
                at=time.monotonic(),
                agent=self.headers.get("User-Agent", ""),
                secure=not self.plain and self.server.context is not None,
                sent=length,
                document=self.headers.get("Sec-Fetch-Dest") == "document",
            )
        )
        portal = self.server.address.portal
        host = self.headers.get("Host", "127.0.0.1")
        if self.plain and portal.redirecting:
            self._send(301, {"Location": f"https://{host}{self.path}"}, b"")
            return
        scheme = "https" if self.server.context and not self.plain else "http"
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked.of(
            self.path,
            origin=f"{scheme}://{host}",
            body=body[:4096],
            method=self.command,
            headers=headers,
        )
        try:
            reply = portal.answer(asked)
        except LookupError as error:  # a fault that no longer fits the clean portal
            self.server.address.broken.append(str(error))
            self._send(500, {"Content-Type": "text/plain"}, str(error).encode())
            return
        if reply.wait:
            time.sleep(reply.wait)
        body = compressed(reply, asked) if portal.compressing else reply.body
        headers = {"Content-Type": reply.media_type, **reply.headers}
        self._send(reply.status, headers, body, cookies=reply.cookies)

    def _send(
        self, status: int, headers: dict, body: bytes, *, cookies: Iterable[str] = ()
    ) -> None:
        self.send_response_only(status)
        for name, value in [*headers.items(), *(("Set-Cookie", one) for one in cookies)]:
            self.send_header(name, value)
        self.send_header("Date", self.date_time_string())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_arguments) -> None:
        """Keep the terminal quiet; `asked` has it all."""


for _method in ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
    setattr(_Handler, f"do_{_method}", _Handler.answer)
