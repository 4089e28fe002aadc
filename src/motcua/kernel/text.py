"""Vietnamese text: folding for search, dictionary order, the order of people's names."""

import re
import unicodedata
from dataclasses import dataclass

_MARKS = dict.fromkeys(range(0x0300, 0x0370))
_D = str.maketrans({"đ": "d", "Đ": "d", "ð": "d"})
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")

# Tones in the order of Vietnamese dictionaries: level, falling, asking, tumbling, rising, heavy.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
# `{` and `|` sort after `z`, so that ă follows every a…, and plain byte order is right.
_LETTERS = {"\u0306": "{", "\u0302": "|", "\u031b": "}"}


def fold(text: str) -> str:
    """Give `text` in lower case without tone and letter marks, đ as d, composed (NFC).

    The result is what search compares on every database: `fold("Đăng ký")` is `"dang ky"`.
    """
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower())
    return unicodedata.normalize("NFC", bare.translate(_MARKS).translate(_D))


def tokens(text: str) -> tuple[str, ...]:
    """Give the folded words and numbers of `text`, in their order."""
    return tuple(_WORD.findall(fold(text)))


def sort_key(text: str) -> str:
    """Give an ASCII-ordered key that sorts as a Vietnamese dictionary does.

    Syllable by syllable: first the letters (a ă â … d đ e ê … o ô ơ … u ư), then the tone
    (level, huyền, hỏi, ngã, sắc, nặng). Numbers sort by value: "Phường 2" before "Phường 10".
    """
    return " ".join(_syllable(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))


def _syllable(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for mark in unicodedata.normalize("NFD", word.lower()):
        if mark == "đ":
            letters.append("d{")
        elif mark in _TONES:
            tones.append(_TONES[mark])
        else:
            letters.append(_LETTERS.get(mark, mark))
    padded = _DIGITS.sub(lambda number: number.group().zfill(9), "".join(letters))
    return f"{padded} {''.join(tones) or '0'}"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts; a name of one word is a given name only."""

    family: str
    middle: str
    given: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.family, self.middle, self.given) if part)

    @property
    def key(self) -> str:
        """Give the key of name order: the given name, then the middle names, then the family's."""
        return " / ".join(sort_key(part) for part in (self.given, self.middle, self.family))


def person_name(text: str) -> PersonName:
    """Split a full name (family, middle names, given name), tidied: spaces, composed letters.

    Capitals are kept as typed; `NGUYỄN  thị An` stays so but for the double space.
    """
    words = unicodedata.normalize("NFC", text).split()
    if len(words) < 2:
        return PersonName("", "", " ".join(words))
    return PersonName(words[0], " ".join(words[1:-1]), words[-1])
