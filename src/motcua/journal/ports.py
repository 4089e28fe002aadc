"""Where packages above register what they want to hear, and what they want done later.

Functions are registered by name in a package's `subscribers.py` or `tasks.py`, which its
`apps.ready()` imports. A name is kept in rows, so it is never changed without a migration.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from motcua.journal.values import Entry

Hear: TypeAlias = Callable[[Entry], None]
Do: TypeAlias = Callable[[dict[str, Any], datetime], None]
Repeat: TypeAlias = Callable[[datetime], object]
Lane: TypeAlias = Literal["inside", "outside", "long"]


class NameTaken(Exception):
    """Two functions register under one name."""


@dataclass(frozen=True, slots=True)
class Listener:
    """A function that hears entries of some kinds."""

    name: str
    kinds: frozenset[str]
    hear: Hear


@dataclass(frozen=True, slots=True)
class Handler:
    """A function that does a leased job; `lease` is the longest it may take."""

    name: str
    do: Do
    lane: Lane
    lease: timedelta
    attempts: int


@dataclass(frozen=True, slots=True)
class Periodic:
    """A function that is called again and again, by one worker at a time."""

    name: str
    repeat: Repeat
    every: timedelta


listeners: dict[str, Listener] = {}
handlers: dict[str, Handler] = {}
periodics: dict[str, Periodic] = {}
_by_kind: dict[str, tuple[str, ...]] = {}


def _refuse_second(taken: bool, name: str) -> None:  # noqa: FBT001 -- private, one meaning
    if taken:
        raise NameTaken(f"{name!r} is registered already.")


def listener(name: str, *, kinds: tuple[str, ...]) -> Callable[[Hear], Hear]:
    """Register a function to hear entries of these kinds, at least once each, after the commit.

    It runs outside any transaction and must be idempotent by `entry.number`. When it raises, it is
    called again later with growing pauses; after the last attempt the delivery lies dead, visible
    in `motcua journal deliveries`.
    """

    def register(hear: Hear) -> Hear:
        _refuse_second(name in listeners, name)
        listeners[name] = Listener(name, frozenset(kinds), hear)
        for kind in kinds:
            _by_kind[kind] = (*_by_kind.get(kind, ()), name)
        return hear

    return register


def job(
    name: str,
    *,
    lane: Lane = "inside",
    lease: timedelta = timedelta(seconds=30),
    attempts: int = 12,
) -> Callable[[Do], Do]:
    """Register a function `(payload, at) -> None` that does jobs enqueued under this name.

    It must be idempotent: a worker that dies in the middle leaves the job to be done again.
    `lane="outside"` is for what waits for other machines, `lane="long"` for what takes minutes, so
    that neither holds up the rest.
    """

    def register(do: Do) -> Do:
        _refuse_second(name in handlers, name)
        handlers[name] = Handler(name, do, lane, lease, attempts)
        return do

    return register


def periodic(name: str, *, every: timedelta) -> Callable[[Repeat], Repeat]:
    """Register a function `(at)` to be called every so often by one of the workers."""

    def register(repeat: Repeat) -> Repeat:
        _refuse_second(name in periodics, name)
        periodics[name] = Periodic(name, repeat, every)
        return repeat

    return register


def listeners_of(kind: str) -> tuple[str, ...]:
    """Name who hears this kind."""
    return _by_kind.get(kind, ())
