"""What documents need from outside: a place for bytes and a press for PDF.

Adapters are put in place by apps.ready(); tests may put others.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol


class ByteStore(Protocol):
    """Content-addressed bytes: written once, read many times, never changed."""

    def put(self, content: bytes) -> str:
        """Keep `content` durably and return its SHA-256 in hex; the same content is kept once."""

    def get(self, sha256: str) -> bytes:
        """Return the content, having checked it against its address; raises `BytesDamaged`."""

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


class BytesDamaged(Exception):
    """Stored bytes no longer match their address."""


class _Places:
    store: ByteStore | None = None
    press: Press | None = None


def use(*, store: ByteStore | None = None, press: Press | None = None) -> None:
    """Put adapters in place."""
    _Places.store = store or _Places.store
    _Places.press = press or _Places.press


def store() -> ByteStore:
    """Return the place for bytes."""
    if _Places.store is None:
        raise RuntimeError("No byte store is in place: documents.ports.use(store=…).")
    return _Places.store


def press() -> Press:
    """Return the press."""
    if _Places.press is None:
        raise RuntimeError("No press is in place: documents.ports.use(press=…).")
    return _Places.press


@contextmanager
def instead(*, store: ByteStore | None = None, press: Press | None = None) -> Iterator[None]:
    """Put other adapters in place for a while (tests)."""
    before = (_Places.store, _Places.press)
    use(store=store, press=press)
    try:
        yield
    finally:
        _Places.store, _Places.press = before
