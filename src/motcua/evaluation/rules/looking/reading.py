"""How hard a Vietnamese text is to read: counts of what tires a reader.

There is no formula for Vietnamese that everyone accepts, so what is counted is told as counts:
syllables (tiếng, what stands between spaces) in a sentence, headings, length. The limits are ours.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SHORT, LONG = 120, 6000
"""Syllables below which a notice tells nothing, and above which nobody reads it."""
SENTENCE = 30
"""Syllables in a sentence, on average, above which a text tires."""
BLOCK = 250
"""Syllables between two headings above which a reader is lost."""

_MARKS = re.compile(
    r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…;](?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Text:
    """What was counted: syllables, syllables a sentence on average, headings, share marked."""

    syllables: int
    sentence: float
    headings: int
    marked: float

    @property
    def vietnamese(self) -> bool:
        """Whether it is written in Vietnamese, with its marks."""
        return self.marked >= 0.25


def read(text: str, headings: int = 0) -> Text:
    """Count a text; a line end ends a sentence, as in lists and headings."""
    sentences = [len(_WORD.findall(part)) for part in _END.split(text)]
    whole = [count for count in sentences if count >= 4]
    words = _WORD.findall(text)
    marked = sum(bool(_MARKS.search(word)) for word in words)
    return Text(
        syllables=len(words),
        sentence=round(sum(whole) / len(whole), 1) if whole else 0.0,
        headings=headings,
        marked=round(marked / len(words), 3) if words else 0.0,
    )


def hindrances(text: Text, *, files: Sequence[str] = ()) -> list[str]:
    """Name what keeps one from reading a notice, in a fixed order: scan, short, foreign,
    sentences, headings, long. `files` are addresses of documents that the page leads to."""
    if text.syllables < SHORT:
        return ["scan" if files else "short"]
    found = []
    if not text.vietnamese:
        found.append("foreign")
    if text.sentence > SENTENCE:
        found.append("sentences")
    if text.syllables > BLOCK and text.syllables > BLOCK * (text.headings + 1) * 2:
        found.append("headings")
    if text.syllables > LONG:
        found.append("long")
    return found
