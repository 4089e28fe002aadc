"""The assistant: finds an answer in the guides, a procedure in the catalogue; invents nothing.

A question is compared with those that the guides answer, word by word without accents; rare words
weigh more. What it finds it shows with its source, and it always says how to reach a person.
"""

import math
from collections import Counter
from dataclasses import dataclass

from motcua.kernel.text import tokens
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.queries.guides import guides
from motcua.procedures.values.search import SearchHit
from motcua.web import clock

ENOUGH = 0.35
"""Share of a question's weight that an answer must meet, or it is not shown."""
MOST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A question that a guide answers."""

    code: str
    service: str
    question: Sentence
    answer: Sentence


@dataclass(frozen=True, slots=True)
class Answers:
    """What was found: answers of guides, best first, and procedures."""

    answers: tuple[Known, ...]
    procedures: tuple[SearchHit, ...]


def answers(question: str) -> Answers:
    """Look for what answers a question; both parts may be empty."""
    found = procedures.search(question, limit=MOST)
    return Answers(answers=best(question, known()), procedures=tuple(found.hits[:MOST]))


def known() -> tuple[Known, ...]:
    """Give every question that the guides of today answer."""
    today = clock.today()
    return tuple(
        Known(report.code, report.name, one.question, one.answer)
        for report in guides(today)
        if report.guide
        for one in report.guide.questions
    )


def best(question: str, of: tuple[Known, ...]) -> tuple[Known, ...]:
    """Give the answers that share enough of the question's words."""
    said = {one: _words(one) for one in of}
    in_how_many = Counter(word for words in said.values() for word in words)
    asked = set(tokens(question))
    weights = {word: math.log(1 + (len(of) + 1) / (1 + in_how_many[word])) for word in asked}
    total = sum(weights.values())
    scored = [
        (sum(weights[word] for word in asked & words) / total, number, one)
        for number, (one, words) in enumerate(said.items())
        if total
    ]
    good = sorted((one for one in scored if one[0] >= ENOUGH), key=lambda one: (-one[0], one[1]))
    return tuple(one for _, _, one in good[:MOST])


def _words(one: Known) -> set[str]:
    texts = (one.service, one.question.vi, one.question.en)
    return {word for text in texts for word in tokens(text)}
