"""Answers of measurement kept in the process until something new is counted: pages share them."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import Any, TypeAlias, TypeVar

from motcua.kernel.words import Refused
from motcua.measurement import queries

T = TypeVar("T")
Question: TypeAlias = tuple[Callable[..., Any], tuple[object, ...], dict[str, object]]
"""What is asked, and of what, by place and by name."""
MOST_LINES = 300_000
"""Lines of all answers together: some 100 MB. Anybody may ask for the procedures of any days."""
SIDE_BY_SIDE = 4
LINES = ("rows", "points", "places", "histogram", "months")
"""Where answers keep what they have many of."""


class _Shelf:
    """Answers to questions in one state of the lake; it is emptied when it is full."""

    def __init__(self) -> None:
        self.answers: dict[tuple[object, ...], object] = {}
        self._lock = Lock()
        self._state: object = None
        self._lines = 0

    def put(self, key: tuple[object, ...], answer: object) -> None:
        """Keep an answer; what was told in another state of the lake goes."""
        lines = _lines(answer)
        with self._lock:
            if key[0] != self._state or self._lines + lines > MOST_LINES:
                self._empty(key[0])
            if lines <= MOST_LINES:
                self.answers[key] = answer
                self._lines += lines

    def empty(self) -> None:
        """Throw everything away."""
        with self._lock:
            self._empty(None)

    def _empty(self, state: object) -> None:
        self.answers.clear()
        self._state, self._lines = state, 0


shelf = _Shelf()
_NOTHING = object()


def recall(ask: Callable[..., T], *asked: object, **how: object) -> T:
    """Give what `ask` answers, asked once in this process for each state of the lake."""
    key = _key(queries.counted_at(), (ask, asked, how))
    found = shelf.answers.get(key, _NOTHING)
    if found is _NOTHING:
        found = ask(*asked, **how)
        shelf.put(key, found)
    return found  # type: ignore[return-value]  # kept under the question it answers


def ready(questions: Iterable[Question]) -> None:
    """Ask questions side by side, so that `recall` has their answers.

    For questions to the lake only: a thread of its own has no connection to the database. What is
    refused is refused again to whoever recalls it.
    """

    def ask_one(one: Question) -> None:
        with suppress(Refused):
            recall(one[0], *one[1], **one[2])

    counted_at = queries.counted_at()
    new = [one for one in questions if _key(counted_at, one) not in shelf.answers]
    if len(new) > 1:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
            list(threads.map(ask_one, new))


def forget() -> None:
    """Forget everything."""
    shelf.empty()


def _key(state: object, question: Question) -> tuple[object, ...]:
    ask, asked, how = question
    return state, ask, asked, tuple(sorted(how.items()))


def _lines(answer: object) -> int:
    if isinstance(answer, tuple):
        return 1 + len(answer)
    held = (getattr(answer, name, ()) for name in LINES)
    return 1 + sum(len(each) for each in held if isinstance(each, tuple))
