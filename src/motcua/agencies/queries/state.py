"""What a process keeps of the library, and when it must read again."""

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import UUID

from motcua.agencies.models import LibraryState

LIBRARY = "agencies"

T = TypeVar("T")
K = TypeVar("K")


def token() -> UUID | None:
    """Give the mark of what is loaded; another one after every change, None before the first."""
    return LibraryState.objects.filter(name=LIBRARY).values_list("token", flat=True).first()


class Kept(Generic[K, T]):
    """Values made once a process and key, and made anew when the token has changed.

    Keeping is by token and not by time, so that two processes never disagree for long: each
    answer costs one narrow read.
    """

    def __init__(self, make: Callable[[K], T]) -> None:
        self._make = make
        self._held: tuple[UUID | None, dict[K, T]] = (None, {})

    def get(self, key: K) -> T:
        """Give the value of a key, made if it must be."""
        current = token()
        if current is None:
            return self._make(key)
        held = self._held
        if held[0] != current:
            self._held = held = (current, {})
        values = held[1]
        if key not in values:
            values[key] = self._make(key)
        return values[key]
