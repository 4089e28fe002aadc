"""Sentences for people, in the languages the house speaks, and the refusal that carries one."""

from dataclasses import dataclass


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
