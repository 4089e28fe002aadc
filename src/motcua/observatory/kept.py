"""Answers of measurement kept in the process until something new is counted: pages share them."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeAlias, TypeVar

from motcua.kernel.words import Refused
from motcua.measurement import queries

T = TypeVar("T")
Question: TypeAlias = tuple[Callable[..., Any], tuple[object, ...], dict[str, object]]
"""What is asked, and of what, by place and by name."""
MOST = 4000
SIDE_BY_SIDE = 4

_held: dict[tuple[object, ...], object] = {}


def recall(ask: Callable[..., T], *asked: object, **how: object) -> T:
    """Give what `ask` answers, asked once in this process for each state of the lake."""
    key = (queries.counted_at(), ask, asked, tuple(sorted(how.items())))
    if key not in _held:
        if len(_held) >= MOST:
            _held.clear()
        _held[key] = ask(*asked, **how)
    return _held[key]  # type: ignore[return-value]  # kept under the question it answers


def ready(questions: Iterable[Question]) -> None:
    """Ask questions side by side, so that `recall` has their answers.

    For questions to the lake only: a thread of its own has no connection to the database. What is
    refused is refused again to whoever recalls it.
    """

    def ask_one(one: Question) -> None:
        with suppress(Refused):
            recall(one[0], *one[1], **one[2])

    counted_at = queries.counted_at()
    new = [
        (ask, asked, how)
        for ask, asked, how in questions
        if (counted_at, ask, asked, tuple(sorted(how.items()))) not in _held
    ]
    if len(new) > 1:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
            list(threads.map(ask_one, new))


def forget() -> None:
    """Forget everything."""
    _held.clear()
