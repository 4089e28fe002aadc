"""The connection to a portal: TLS versions and ciphers that it still accepts, its certificate."""

import secrets
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address

from motcua.evaluation.rules.looking import certificates, handshakes
from motcua.evaluation.rules.looking.certificates import Certificate
from motcua.evaluation.rules.looking.handshakes import Reply

SECONDS = 6.0
"""How long one connection may take."""
VERSIONS = (handshakes.TLS10, handshakes.TLS11, handshakes.TLS12, handshakes.TLS13)
CIPHERS_NAMED = 6
"""Weak ciphers that are asked for one after the other; more tell nothing new."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where a portal listens."""

    host: str
    port: int

    @property
    def server_name(self) -> str:
        """What goes into Server Name Indication: nothing for an address of figures."""
        try:
            ip_address(self.host)
        except ValueError:
            return self.host
        return ""


Say = Callable[[Door, bytes], bytes]
"""Say something to a door and give the first record of the answer; raises OSError."""


def say(door: Door, words: bytes) -> bytes:
    """Open a connection, say `words`, and read one record, within the seconds allowed."""
    with socket.create_connection((door.host, door.port), timeout=SECONDS) as line:
        line.sendall(words)
        heard, end = b"", time.monotonic() + SECONDS
        while len(heard) < handshakes.wanted(heard):
            line.settimeout(max(0.01, end - time.monotonic()))  # who drips bytes has no longer
            piece = line.recv(4096)
            if not piece:
                break
            heard += piece
        return heard


def ask(door: Door, version: int, suites: tuple[int, ...], *, by: Say = say) -> Reply:
    """Offer one version with some suites, and give what the server said; raises OSError.

    A server that hangs up on what it does not know has refused it.
    """
    hello = handshakes.client_hello(
        version, suites, name=door.server_name, random=secrets.token_bytes(32)
    )
    try:
        return handshakes.reply(by(door, hello))
    except ConnectionResetError:
        return Reply(alert=40)


def versions(door: Door, *, by: Say = say) -> list[int]:
    """List the TLS versions that a server accepts, old ones first; raises OSError."""
    found = []
    for version in VERSIONS:
        suites = (
            handshakes.MODERN
            if version == handshakes.TLS13
            else (*handshakes.USUAL, *handshakes.WEAK)
        )
        if ask(door, version, suites, by=by).version == version:
            found.append(version)
    return found


def weak_ciphers(door: Door, *, by: Say = say) -> list[str]:
    """Name weak suites that a server accepts, as it picks them; raises OSError."""
    return list(_picked(door, by))


def _picked(door: Door, by: Say) -> Iterator[str]:
    left = dict(handshakes.WEAK)
    for _ in range(CIPHERS_NAMED):
        chosen = ask(door, handshakes.TLS12, tuple(left), by=by)
        if not chosen.version or chosen.suite not in left:
            return
        yield left.pop(chosen.suite)


@dataclass(frozen=True, slots=True)
class Shown:
    """The certificate a server showed, and why a browser would not trust it ("" where it would)."""

    certificate: Certificate | None
    refused: str


def certificate(door: Door, trusted: ssl.SSLContext | None = None) -> Shown:
    """Look at a server's certificate as a browser does; raises OSError where nothing answers."""
    context = trusted or ssl.create_default_context()
    refused = ""
    try:
        with _talk(door, context) as talk:
            return Shown(certificates.read(talk.getpeercert(binary_form=True) or b""), "")
    except ssl.SSLCertVerificationError as error:
        refused = error.verify_message or "certificate verify failed"
    except ssl.SSLError as error:
        refused = error.reason or "TLS"
    return Shown(_unverified(door), refused)


def _unverified(door: Door) -> Certificate | None:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # the very point: to read what should not be trusted
    # Old portals speak only what today's default refuses; their certificate is to be read too.
    context.set_ciphers("ALL:@SECLEVEL=0")
    try:
        with _talk(door, context) as talk:
            return certificates.read(talk.getpeercert(binary_form=True) or b"")
    except ssl.SSLError:
        return None


def _talk(door: Door, context: ssl.SSLContext) -> ssl.SSLSocket:
    line = socket.create_connection((door.host, door.port), timeout=SECONDS)
    try:
        return context.wrap_socket(line, server_hostname=door.host)
    except BaseException:
        line.close()
        raise
