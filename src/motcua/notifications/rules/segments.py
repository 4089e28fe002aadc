"""How many SMS a text takes (3GPP TS 23.038, 23.040): GSM-7 160/153 characters, UCS-2 70/67."""

import unicodedata
from dataclasses import dataclass

_BASIC = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = set("^{}\\[~]|€\f")
WANTED = 2
"""A short text should not take more SMS than this, written without marks."""


@dataclass(frozen=True, slots=True)
class Segments:
    """`encoding` is `GSM-7` or `UCS-2`, `units` what the text takes in it, `parts` how many SMS."""

    encoding: str
    units: int
    parts: int


def count(text: str) -> Segments:
    """Count the SMS a text takes; empty text takes one."""
    if all(letter in _BASIC or letter in _EXTENDED for letter in text):
        units = sum(2 if letter in _EXTENDED else 1 for letter in text)
        return Segments("GSM-7", units, _parts(units, 160, 153))
    units = len(text.encode("utf-16-be")) // 2
    return Segments("UCS-2", units, _parts(units, 70, 67))


def without_marks(text: str) -> str:
    """Write Vietnamese without marks, as SMS usually are; capitals stay, `đ` becomes `d`."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    swapped = plain.translate(str.maketrans("–“”’", '-""\'')).replace("…", "...")
    return unicodedata.normalize("NFC", swapped)


def _parts(units: int, whole: int, joined: int) -> int:
    return 1 if units <= whole else -(-units // joined)
