"""One question and what was typed into it; the refusal that says what to mend."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from motcua.forms.values import Library, Units
from motcua.kernel.words import Refused, Sentence

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = dict.fromkeys(
    [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


class Mend(Refused):
    """An answer that cannot stand; the sentence says what to do, without the field's name."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(Sentence(vi, en))


@dataclass(frozen=True, slots=True)
class Around:
    """What reading an answer needs to know besides the field."""

    today: date
    library: Library = field(default_factory=Library)
    units: Units | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A field, what was typed into it, and what is around it."""

    field: Any
    raw: Any
    around: Around


def text_of(raw: Any, *, lines: bool = False) -> str:
    """Give clean text: NFC, no invisible characters, spaces trimmed and single."""
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise Mend("bạn hãy trả lời bằng chữ", "answer with text")
    text = str(raw)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    if _CONTROL.search(text):
        raise Mend(
            "có ký tự không hiển thị được, bạn hãy xóa và gõ lại",
            "there are characters that cannot be shown; delete and type it again",
        )
    if lines:
        return "\n".join(line.rstrip() for line in text.replace("\r", "").split("\n")).strip()
    return " ".join(text.split())


def sized(text: str, least: int, most: int) -> str:
    """Give `text` where its length is right, else say by how much it is not."""
    if len(text) > most:
        over = len(text) - most
        raise Mend(
            f"dài quá {over} ký tự, bạn hãy viết trong {most} ký tự",
            f"{over} characters too long; write at most {most} characters",
        )
    if text and len(text) < least:
        raise Mend(
            f"ngắn quá, bạn hãy viết ít nhất {least} ký tự",
            f"too short; write at least {least} characters",
        )
    return text
