"""A sealed column: reads and writes as text, rests as AES-GCM bound to its row and column."""

import base64
from functools import cache
from typing import Any, overload

from django.conf import settings

from motcua.identity.rules.sealing import Keyring


@cache
def keyring() -> Keyring:
    """Give the data keys of this installation."""
    return Keyring.parse(settings.DATA_KEY)


class Sealed:
    """Descriptor over a binary column `<name>_sealed` and, with `marked`, a column `<name>_mark`.

    The row needs a `key` that never changes; it is part of the place a value is bound to.
    """

    def __init__(self, *, marked: bool = False) -> None:
        self.marked = marked

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed": ...
    @overload
    def __get__(self, row: Any, owner: type) -> str: ...
    def __get__(self, row: Any, owner: type) -> "Sealed | str":
        if row is None:
            return self
        sealed = bytes(getattr(row, f"{self.name}_sealed"))
        return keyring().unseal(sealed, place=self._place(row)) if sealed else ""

    def __set__(self, row: Any, text: str) -> None:
        sealed = keyring().seal(text, place=self._place(row)) if text else b""
        setattr(row, f"{self.name}_sealed", sealed)
        if self.marked:
            setattr(row, f"{self.name}_mark", mark(self.name, text))

    def _place(self, row: Any) -> str:
        return f"{type(row).__name__}.{self.name}:{row.key}"


def mark(name: str, text: str) -> str:
    """Give what to search a marked column for."""
    return keyring().mark(text, purpose=name)


def seal_secret(secret: str) -> str:
    """Seal a second factor's secret for a text column that does not know its row."""
    return base64.b64encode(keyring().seal(secret, place="second factor")).decode()


def unseal_secret(sealed: str) -> str:
    """Open a second factor's secret."""
    return keyring().unseal(base64.b64decode(sealed), place="second factor")
