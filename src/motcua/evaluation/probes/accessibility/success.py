"""The success criteria of WCAG 2.2, levels A and AA: what each asks, and whether a machine sees
faults of it.

A criterion that no machine can judge (`remedy` is None) has no fact; a person looks at it. For the
others `accessibility.sc_1_1_1` counts the places that a machine sees failing; none of them means
that nothing was seen, not that a person would find nothing.
"""

from dataclasses import dataclass

from motcua.evaluation.probes.accessibility.success_words import WORDS
from motcua.evaluation.values.facts import Scope, Source
from motcua.kernel.words import Sentence

SITE_WIDE = frozenset({"2.4.5", "3.2.3", "3.2.6"})
"""Criteria that only a set of pages can meet or fail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessCriterion:
    """One success criterion; `remedy` is None where only a person can judge it."""

    number: str
    level: str
    name: Sentence
    remedy: Sentence | None

    @property
    def fact(self) -> str:
        """The code of its fact: `accessibility.sc_1_4_10`."""
        return "accessibility.sc_" + self.number.replace(".", "_")

    @property
    def scope(self) -> Scope:
        """Whether it is told of a page or of the portal."""
        return Scope.SITE if self.number in SITE_WIDE else Scope.PAGE

    @property
    def source(self) -> Source:
        """Where it is written."""
        return source(self.number)


def source(number: str) -> Source:
    """Give the place of a success criterion in the recommendation."""
    slug = WORDS[number].slug
    return Source(f"WCAG 2.2, SC {number}", f"https://www.w3.org/TR/WCAG22/#{slug}")


CRITERIA = {
    number: SuccessCriterion(number=number, level=words.level, name=words.name, remedy=words.remedy)
    for number, words in WORDS.items()
}
"""All 55 success criteria of levels A and AA, by their numbers, in the order of the text."""

AUTOMATIC = {number: one for number, one in CRITERIA.items() if one.remedy is not None}
"""Those of which a machine sees faults; each has a fact."""

BY_PERSON = {number: one for number, one in CRITERIA.items() if one.remedy is None}
"""Those that only a person can judge."""
