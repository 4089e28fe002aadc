"""What evaluation needs put in place: a signer, a scanner for malware, who looks at portals.

`apps.ready()` puts the first and the last in place; the roof may put a scanner; tests put others.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from motcua.evaluation.values.campaigns import RunTicket
from motcua.evaluation.values.facts import FactCard
from motcua.kernel.words import Sentence


class Signer(Protocol):
    """Signs what is published, with a key of this installation."""

    def sign(self, document: bytes) -> bytes:
        """Give the signature of a document: Ed25519 (RFC 8032), 64 bytes."""
        ...

    def public_key(self) -> bytes:
        """Give the key that signatures are checked with: 32 bytes."""
        ...


class Scanner(Protocol):
    """Looks for malware."""

    def scan(self, content: bytes) -> str | None:
        """Give the name of what was found, None when nothing was; raises when it cannot look."""
        ...


Beat = Callable[[int], bool]
"""Told now and then how many pages are done; False means: stop, somebody else has taken over."""
Now = Callable[[], datetime]


class LookFailed(Exception):
    """A portal could not be looked at now; `sentence` says why to whoever leads the campaign."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.vi)
        self.sentence = sentence


class LookLost(Exception):
    """Somebody else has taken the run over; nothing more is to be written."""


class Looker(Protocol):
    """Looks at a portal in a process of its own."""

    def look(self, ticket: RunTicket, *, folder: Path, beat: Beat, now: Now) -> Path:
        """Look, going on in `folder` where it was left.

        Gives the folder that holds `audit.json` and what was kept, `evidence/<sha256>`. Raises
        `LookFailed`, `LookLost`.
        """
        ...


Facts = Callable[[], Mapping[str, FactCard]]


@dataclass(frozen=True, slots=True)
class _Places:
    signer: Signer | None = None
    scanner: Scanner | None = None
    looker: Looker | None = None
    facts: Facts | None = None


class _Now:
    places = _Places()


def use(**places: object) -> None:
    """Put in place `signer`, `scanner`, `looker`, `facts`; others stay as they are."""
    _Now.places = replace(_Now.places, **places)  # type: ignore[arg-type]  # names are those of use()


def signer() -> Signer:
    """Give the signer."""
    if _Now.places.signer is None:
        raise RuntimeError("No signer is in place: evaluation.ports.use(signer=…).")
    return _Now.places.signer


def scanner() -> Scanner | None:
    """Give the scanner; None where there is none."""
    return _Now.places.scanner


def looker() -> Looker:
    """Give who looks at portals."""
    if _Now.places.looker is None:
        raise RuntimeError("No looker is in place: evaluation.ports.use(looker=…).")
    return _Now.places.looker


def facts() -> Mapping[str, FactCard]:
    """Give the card of every fact that a probe can find, by its code."""
    if _Now.places.facts is None:
        raise RuntimeError("No facts are in place: evaluation.ports.use(facts=…).")
    return _Now.places.facts()


@contextmanager
def instead(**places: object) -> Iterator[None]:
    """Put others in place for a while (tests)."""
    before = _Now.places
    use(**places)
    try:
        yield
    finally:
        _Now.places = before
