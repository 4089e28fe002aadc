"""Answers in numbers: counts and amounts."""

import re
from collections.abc import Callable
from typing import Any

from motcua.forms.rules.reading.asked import Asked, Mend, text_of
from motcua.kernel.money import dong

_WHOLE = re.compile(r"[-+]?\d{1,18}", re.ASCII)


def _whole(raw: Any, example: str) -> int | None:
    if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < 10**18:
        return raw
    text = text_of(raw)
    bare = re.sub(r"(?<=\d)[ .,](?=\d{3}(?!\d))", "", text)
    bare = re.sub(r"\s*(đ|₫|đồng|vnđ|vnd)$", "", bare, flags=re.IGNORECASE)
    if not text:
        return None
    if not _WHOLE.fullmatch(bare):
        raise Mend(
            f"bạn hãy nhập một số nguyên bằng chữ số, ví dụ {example}",
            f"enter a whole number in digits, such as {example}",
        )
    return int(bare)


def _between(value: int, asked: Asked, write: Callable[[int, str], str]) -> int:
    least, most = asked.field.min, asked.field.max
    if value < least:
        raise Mend(f"phải từ {write(least, 'vi')} trở lên", f"must be {write(least, 'en')} or more")
    if value > most:
        raise Mend(f"không được quá {write(most, 'vi')}", f"must be {write(most, 'en')} or less")
    return value


def integer(asked: Asked) -> int | None:
    """Read a whole number, thousands grouped or not."""
    value = _whole(asked.raw, "3")
    return None if value is None else _between(value, asked, lambda number, _language: str(number))


def money(asked: Asked) -> int | None:
    """Read an amount in đồng, such as `150.000 đ`."""
    value = _whole(asked.raw, "150.000")
    return None if value is None else _between(value, asked, dong)
