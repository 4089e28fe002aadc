"""What documents need from outside: places for bytes, a press for PDF, a scanner for malware.

Adapters are put in place by apps.ready(); tests may put others.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol


class ByteStore(Protocol):
    """Content-addressed bytes: written once, read many times, never changed."""

    def put(self, content: bytes) -> str:
        """Keep `content` durably and return its SHA-256 in hex; the same content is kept once."""

    def get(self, sha256: str) -> bytes:
        """Return the content, having checked it against its address; raises `BytesDamaged`."""

    def put_file(self, path: Path) -> str:
        """Keep the content of a file, read piece by piece, and return its SHA-256 in hex."""

    def stream(self, sha256: str) -> BinaryIO:
        """Open content to be read piece by piece, not checked; raises `BytesDamaged` if gone."""

    def drop(self, sha256: str) -> None:
        """Remove content; nothing where it is gone already."""

    def part_size(self, key: str) -> int:
        """Return how many bytes of an unfinished upload are here."""

    def part_append(self, key: str, *, offset: int, chunk: bytes) -> int:
        """Append `chunk` at `offset` (bytes known twice are written once); return the new size."""

    def part_take(self, key: str) -> bytes:
        """Return the whole of an upload."""

    def part_drop(self, key: str) -> None:
        """Forget an unfinished upload."""


class Press(Protocol):
    """Turns a layout and its data into a PDF."""

    def print(self, layout: str, data: dict[str, Any]) -> bytes:
        """Return the PDF/A bytes of `layout` filled with `data`."""


class Scanner(Protocol):
    """Looks for malware."""

    def scan(self, content: bytes) -> str | None:
        """Return the name of what was found, None when nothing was.

        Raises `ScannerAway` when it cannot be asked now, `NotScannable` when it will not look at
        this content.
        """


class BytesDamaged(Exception):
    """Stored bytes no longer match their address."""


class ScannerAway(Exception):
    """The scanner does not answer; asked again later."""


class NotScannable(Exception):
    """The scanner cannot look into this content, now or later."""


@dataclass(frozen=True, slots=True)
class _Places:
    store: ByteStore | None = None
    incoming: ByteStore | None = None
    press: Press | None = None
    scanner: Scanner | None = None


class _Now:
    places = _Places()


def use(**places: ByteStore | Press | Scanner | None) -> None:
    """Put adapters in place: `store`, `incoming`, `press`, `scanner`; others stay as they are."""
    _Now.places = replace(_Now.places, **places)  # type: ignore[arg-type]  # names are those of use()


def store() -> ByteStore:
    """Return the place for bytes that are given out."""
    if _Now.places.store is None:
        raise RuntimeError("No byte store is in place: documents.ports.use(store=…).")
    return _Now.places.store


def incoming() -> ByteStore:
    """Return the place for bytes as they came, from which nothing is given out."""
    if _Now.places.incoming is None:
        raise RuntimeError("No incoming store is in place: documents.ports.use(incoming=…).")
    return _Now.places.incoming


def press() -> Press:
    """Return the press."""
    if _Now.places.press is None:
        raise RuntimeError("No press is in place: documents.ports.use(press=…).")
    return _Now.places.press


def scanner() -> Scanner | None:
    """Return the scanner; None where this machine has none (a demonstration)."""
    return _Now.places.scanner


@contextmanager
def instead(**places: ByteStore | Press | Scanner | None) -> Iterator[None]:
    """Put other adapters in place for a while (tests)."""
    before = _Now.places
    use(**places)
    try:
        yield
    finally:
        _Now.places = before
