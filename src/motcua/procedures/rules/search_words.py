"""Words as search sees them: folded for matching, as written for exactness, loose for typing slips.

Folding is `kernel.text.fold`, done once here for both databases, because neither of them folds
every Vietnamese letter.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from motcua.kernel.text import fold

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"^\d(?:\.\d{1,6}(?:\.[0-9A-Za-z.]*)?)?$")
_BARE_CODE = re.compile(r"^\d{4,7}$")
_DOUBLED = re.compile(r"(.)\1+")
_TELEX_LETTERS = (("aw", "a"), ("ow", "o"), ("uw", "u"), ("aa", "a"), ("ee", "e"), ("oo", "o"))
_TELEX_TONE = re.compile(r"[sfrxjz]$")
_SOUNDS = (
    ("y", "i"),
    ("x", "s"),
    ("tr", "ch"),
    ("gi", "d"),
    ("r", "d"),
    ("ngh", "ng"),
    ("gh", "g"),
    ("k", "c"),
    ("q", "c"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `folded` without marks in lower case, `written` in lower case as it came."""

    folded: str
    written: str

    @property
    def is_marked(self) -> bool:
        """Say whether it was written with any Vietnamese mark."""
        return self.folded != self.written

    @property
    def shape(self) -> str:
        """The letters and marks in a fixed order, so that hoà and hòa are the same word."""
        return shape(self.written)


@lru_cache(maxsize=20_000)
def shape(word: str) -> str:
    """Write a word's letters and marks in a fixed order."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))


def written_words(text: str) -> list[str]:
    """Split a text into its words in lower case, with their marks."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def words(text: str) -> tuple[Token, ...]:
    """Split a text into its words."""
    return tuple(Token(folded=_fold(word), written=word) for word in written_words(text))


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=4_000)
def folded(text: str) -> str:
    """Write a text as folded words with one space between them."""
    return " ".join(token.folded for token in words(text))


def code_typed(text: str) -> str | None:
    """Read a query as the beginning of a procedure code, national or local; None if it is words.

    `1001193` is read as `1.001193`; a local code keeps only its national part, by which the
    catalogue is kept (domain: codes).
    """
    typed = text.strip().strip(".").replace(" ", "")
    if _BARE_CODE.match(typed):
        return f"{typed[0]}.{typed[1:]}"
    if not _CODE.match(typed) or "." not in typed:
        return None
    return ".".join(typed.split(".")[:2])


def loose_forms(word: str) -> tuple[str, ...]:
    """Undo what Telex and VNI leave behind: `dawng`, `kys`, `kha9i`, `sinhh`."""
    bare = re.sub(r"\d", "", word)
    single = bare
    for typed, meant in _TELEX_LETTERS:
        single = single.replace(typed, meant)
    single = _DOUBLED.sub(r"\1", single).replace("w", "u" if "w" in single[:-1] else "")
    forms = (bare, _DOUBLED.sub(r"\1", bare), single, _TELEX_TONE.sub("", single))
    return tuple(dict.fromkeys(form for form in forms if form and form != word))


def sound(word: str) -> str:
    """Write a folded syllable as it sounds, so that `xinh` meets `sinh` and `ki` meets `ky`."""
    for spelt, heard in _SOUNDS:
        if len(spelt) > 1 or spelt == "y":
            word = word.replace(spelt, heard)
        elif word.startswith(spelt):
            word = heard + word[1:]
    return word
