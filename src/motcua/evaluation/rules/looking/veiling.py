"""Veiling what is kept of a page: whatever a probe told, no person is to be read in it.

1. `Persons` are those whom a page shows to everyone: how many, and the names that were read.
2. `Veil.over` masks one text: numbers, mail addresses, personal values of queries, those names.
3. `Veil.whole` does so with every text in a value, an observation or a page's whole record.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast
from urllib.parse import quote, unquote

from motcua.evaluation.rules.looking.masking import MARK, masked_name, shown
from motcua.evaluation.values.observations import Place
from motcua.kernel.words import Sentence

T = TypeVar("T")

_APART = r"(?:[\s_+.-]|%20|&nbsp;|&#160;)+"
_TITLE = re.compile(r"^(?:ông|bà)\s+", re.IGNORECASE)
_QUOTED = re.compile("“[^”]*”")
_KEPT = re.compile(r"""<\s*/?\s*([a-zA-Z][\w-]*)|\b(type|role|lang)\s*=\s*["']([\w-]+)["']""")


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons whom a page shows to everyone: in how many places, and their names."""

    places: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Veil:
    """Masks what belongs to persons. `bare`: the page shows persons, so that nothing of what stands
    in its elements is kept, only what kind of elements they are."""

    names: tuple[str, ...] = ()
    bare: bool = False
    _plain: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know each name by its letters alone."""
        named = (_TITLE.sub("", name) for name in self.names)
        known = {plain: name for name in named if len((plain := letters(name)).split()) > 1}
        object.__setattr__(self, "_plain", known)

    def over(self, text: str) -> str:
        """Mask one text."""
        return self.without_names(shown(text))

    def without_names(self, text: str) -> str:
        """Mask names alone, however they are written: in capitals, in an address, unaccented."""
        if not self._plain:
            return text
        spelled = letters(text)
        for plain, name in self._plain.items():
            if plain in spelled:
                text, times = self._patterns[plain].subn(masked_name(name), text)
                if not times:
                    return MARK * 3
        return text

    def whole(self, value: T) -> T:
        """Mask every text in a value; what needs no mask is given as it is."""
        return cast("T", self._whole(value))

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {plain: _pattern(name) for plain, name in self._plain.items()}

    def _whole(self, value: Any) -> Any:
        if type(value) is str:
            return self.over(value)
        if isinstance(value, Place) and self.bare and value.snippet:
            value = replace(value, snippet=bare(value.snippet))
        if isinstance(value, Sentence) and self.bare:
            return Sentence(*(self.over(_QUOTED.sub("“…”", one)) for one in (value.vi, value.en)))
        if isinstance(value, tuple | list):
            made = [self._whole(one) for one in value]
            return value if all(map(_same, made, value)) else type(value)(made)
        if isinstance(value, Mapping):
            return {self._whole(name): self._whole(one) for name, one in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return self._fields(value)
        return value

    def _fields(self, value: Any) -> Any:
        changed = {}
        for one in fields(value):
            before = getattr(value, one.name)
            after = self._whole(before)
            if after is not before and after != before:
                changed[one.name] = after
        return replace(value, **changed) if changed else value


def bare(snippet: str) -> str:
    """Give a piece of HTML without anything that stands in it: `<td>…</td>`; an address stays."""
    if "<" not in snippet:
        return snippet
    words = (
        f"<{found[1]}" if found[1] else f'{found[2]}="{found[3]}"'
        for found in _KEPT.finditer(snippet)
    )
    return " ".join(words) + " …"


def letters(text: str) -> str:
    """Give a text's words as small letters without diacritics, one space between two."""
    apart = unicodedata.normalize("NFD", unquote(text).replace("&nbsp;", " ").casefold())
    kept = "".join(one for one in apart if not unicodedata.combining(one)).replace("đ", "d")
    return " ".join(re.findall(r"[a-z0-9]+", kept))


def _pattern(name: str) -> re.Pattern[str]:
    words = []
    for word in name.split():
        spelled = {
            *(word, word.lower(), word.upper(), letters(word)),
            *(unicodedata.normalize("NFD", word), quote(word), quote(word.lower())),
        }
        words.append("(?:" + "|".join(map(re.escape, sorted(spelled))) + ")")
    # Words of neighbouring cells are run together in what probes quote, so no edge is asked for.
    return re.compile(_APART.join(words), re.IGNORECASE)


def _same(one: Any, other: Any) -> bool:
    return one is other or (type(one) is str and one == other)
