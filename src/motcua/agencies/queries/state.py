"""What a process keeps of the library, and when it must read again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, TypeVar
from uuid import UUID

from django.db import connection

LIBRARY = "agencies"
_MARK_OF = "SELECT token FROM agencies_librarystate WHERE name = %s"
"""Asked for every page, so without the ORM."""

T = TypeVar("T")
K = TypeVar("K")


def token() -> UUID | None:
    """Give the mark of what is loaded; another one after every change, None before the first."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK_OF, [LIBRARY])
        row = cursor.fetchone()
    return UUID(str(row[0])) if row else None


@contextmanager
def steady() -> Iterator[None]:
    """Read the mark once for all that is asked in this block, a page or a batch.

    What changes meanwhile is seen by the next block.
    """
    reset = _mark.set(_mark.get() or _Lazy())
    try:
        yield
    finally:
        _mark.reset(reset)


class _Lazy:
    """The mark of a block: read at the first question, so that a block without one reads none."""

    def __init__(self) -> None:
        self._read = False
        self._token: UUID | None = None

    def token(self) -> UUID | None:
        if not self._read:
            self._token, self._read = token(), True
        return self._token


_mark: ContextVar["_Lazy | None"] = ContextVar("agencies", default=None)


def current_token() -> UUID | None:
    """Give the mark that holds here: the block's own, or what the table says now."""
    block = _mark.get()
    return block.token() if block else token()


class Kept(Generic[K, T]):
    """Values made once a process and key, and made anew when the token has changed.

    Keeping is by token and not by time, so that two processes never disagree for long: each
    answer costs one narrow read, or each `steady` block.
    """

    def __init__(self, make: Callable[[K], T]) -> None:
        self._make = make
        self._held: tuple[UUID | None, dict[K, T]] = (None, {})

    def get(self, key: K) -> T:
        """Give the value of a key, made if it must be."""
        current = current_token()
        if current is None:
            return self._make(key)
        held = self._held
        if held[0] != current:
            self._held = held = (current, {})
        values = held[1]
        if key not in values:
            values[key] = self._make(key)
        return values[key]
