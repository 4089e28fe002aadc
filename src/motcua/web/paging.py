"""Keyset pages: a signed cursor says after which row to go on, so nobody writes their own."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias

from django.core import signing

from motcua.kernel.words import Refused, Sentence

Key: TypeAlias = "str | int | datetime | date | None"
SALT = "motcua.web.paging"


class CursorRefused(Refused):
    """The address of a page of a list was altered or is too old."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Địa chỉ của trang danh sách này không còn đúng. Bạn hãy xem lại từ trang đầu.",
                "The address of this page of the list is no longer right. Start from page one.",
            )
        )


def encode(key: Sequence[Key], *, of: str) -> str:
    """Write the sort key of the last row of a page as a cursor of the list `of`."""
    return signing.dumps([_write(part) for part in key], salt=f"{SALT}.{of}", compress=False)


def decode(cursor: str | None, *, of: str) -> tuple[Key, ...] | None:
    """Read a cursor of the list `of`; nothing for the first page; raises CursorRefused."""
    if not cursor:
        return None
    try:
        parts = signing.loads(cursor, salt=f"{SALT}.{of}")
        return tuple(_read(part) for part in parts)
    except (signing.BadSignature, ValueError, TypeError, KeyError) as reason:
        raise CursorRefused from reason


def _write(part: Key) -> object:
    if isinstance(part, datetime):
        return {"at": part.isoformat()}
    if isinstance(part, date):
        return {"on": part.isoformat()}
    return part


def _read(part: object) -> Key:
    if isinstance(part, dict):
        if "at" in part:
            return datetime.fromisoformat(part["at"])
        return date.fromisoformat(part["on"])
    if part is None or isinstance(part, str | int):
        return part
    raise TypeError
