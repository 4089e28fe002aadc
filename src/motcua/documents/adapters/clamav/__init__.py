"""ClamAV's daemon, asked over its socket: the INSTREAM command of clamd(8), nothing written."""

import socket
import struct
from urllib.parse import urlsplit

from motcua.documents.ports import NotScannable, ScannerAway

PIECE = 64 * 1024
PATIENCE = 60.0
"""Seconds until an answer is no longer waited for; 10 MB take about 0.1 s."""


class Clamd:
    """A clamd at `unix:///run/clamav/clamd.ctl` or `tcp://host:3310`."""

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self, content: bytes) -> str | None:
        """Return the signature found; one connection a file, as clamd wants it."""
        answer = self._ask(content)
        if answer.endswith(" OK"):
            return None
        if answer.endswith(" FOUND"):
            return answer.removeprefix("stream: ").removesuffix(" FOUND")[:200]
        if answer.endswith(" ERROR"):
            raise NotScannable(answer)
        raise ScannerAway(f"clamd at {self.address} answered {answer!r}")

    def _ask(self, content: bytes) -> str:
        try:
            with self._connection() as wire:
                self._send(wire, content)
                return _answer(wire)
        except OSError as cause:
            raise ScannerAway(f"clamd at {self.address} cannot be reached: {cause}") from cause

    def _connection(self) -> socket.socket:
        parts = urlsplit(self.address)
        if parts.scheme == "unix":
            wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            wire.settimeout(PATIENCE)
            try:
                wire.connect(parts.path)
            except OSError:
                wire.close()
                raise
            return wire
        return socket.create_connection((parts.hostname, parts.port or 3310), timeout=PATIENCE)

    @staticmethod
    def _send(wire: socket.socket, content: bytes) -> None:
        """Send pieces, each after its length in four bytes; a length of 0 ends them.

        clamd hangs up on what is over its StreamMaxLength; its answer is then still to be read.
        """
        try:
            wire.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), PIECE):
                piece = content[start : start + PIECE]
                wire.sendall(struct.pack(">I", len(piece)) + piece)
            wire.sendall(struct.pack(">I", 0))
        except (BrokenPipeError, ConnectionResetError):
            return


def _answer(wire: socket.socket) -> str:
    came = b""
    while not came.endswith(b"\0"):
        piece = wire.recv(4096)
        if not piece:
            break
        came += piece
    return came.rstrip(b"\0\n").decode("utf-8", "replace")
