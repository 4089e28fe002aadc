"""Answers of measurement kept in the process until something new is counted: pages share them."""

from collections.abc import Callable
from typing import TypeVar

from motcua.measurement import queries

T = TypeVar("T")
MOST = 4000

_held: dict[tuple[object, ...], object] = {}


def recall(ask: Callable[..., T], *asked: object, **how: object) -> T:
    """Give what `ask` answers, asked once in this process for each state of the lake."""
    key = (queries.counted_at(), ask, asked, tuple(sorted(how.items())))
    if key not in _held:
        if len(_held) >= MOST:
            _held.clear()
        _held[key] = ask(*asked, **how)
    return _held[key]  # type: ignore[return-value]  # kept under the question it answers


def forget() -> None:
    """Forget everything."""
    _held.clear()
