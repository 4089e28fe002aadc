"""Sentences for people, in the languages the house speaks, and the refusal that carries one."""

from dataclasses import dataclass
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same words in Vietnamese (first) and English (second)."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi

    def in_(self, language: str) -> str:
        """Give the words in `language` (`vi`, `en`, also `en-gb`); Vietnamese where unknown."""
        return self.en if language.startswith("en") else self.vi


class Refused(Exception):
    """Something was refused, with a sentence that tells the reader what and what to do about it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.vi)
        self.sentence = sentence


def month_name(number: int) -> str:
    """Give the English name of a month, 1 to 12."""
    return _MONTHS[number - 1]


def day_in(on: date, language: str = "vi") -> str:
    """Write a day as the language does: `01/12/2025`; in English, where the order of figures is
    not the same everywhere, `1 December 2025`."""
    if language.startswith("en"):
        return f"{on.day} {month_name(on.month)} {on.year}"
    return f"{on:%d/%m/%Y}"


def counted(number: int, one: str) -> str:
    """Count things in English: `1 file`, `2 files`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
