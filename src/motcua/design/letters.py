"""Which letters our own fonts have, and words written with these alone.

What is printed may quote anybody: a page in another script, a sign, half a letter. PDF/A refuses
what no font can draw, so such letters are replaced beforehand.
"""

import unicodedata
from functools import cache
from pathlib import Path

LETTERS = Path(__file__).parent / "fonts" / "letters.txt"
LIKE = {"›": ">", "‹": "<", "‑": "-", "‐": "-", "―": "–", "−": "-", "\t": " ", "\u200b": ""}
"""What reads the same in letters that there are."""
MISSING = "?"


@cache
def letters() -> frozenset[str]:
    """Give every character that the fonts can draw, the line break with them."""
    found = {"\n"}
    for part in LETTERS.read_text(encoding="ascii").strip().split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= {chr(number) for number in range(int(first, 16), int(last or first, 16) + 1)}
    return frozenset(found)


def printable(text: str) -> str:
    """Write text with letters of our fonts: accents they lack are left off, the rest is `?`."""
    composed = unicodedata.normalize("NFC", text)
    there = letters()
    return "".join(one if one in there else _like(one, there) for one in composed)


def _like(letter: str, there: frozenset[str]) -> str:
    if letter in LIKE:
        return LIKE[letter]
    if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return ""
    plain = "".join(one for one in unicodedata.normalize("NFKD", letter) if one in there)
    return plain or MISSING
