"""How well a procedure answers a query: the same order on every database.

The database only proposes candidates; this decides. A name that says all of the query and little
else comes first, in the order and with the marks that were typed; among equals the service that
most people come for.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.procedures.rules.search_reading import Query, Reading, Term
from motcua.procedures.rules.search_words import shape, written_words

_IN_BODY = 0.45
_ADJACENT = 0.30
_MARKS = 0.12
_BRIEF = 0.30
_PRIOR = 0.22
_MEANT = 0.90


@dataclass(frozen=True, slots=True)
class Candidate:
    """A procedure the database proposes: `prior` is 0 for an obscure one, 1 for the most used."""

    code: str
    name: str
    title: tuple[str, ...]
    body: frozenset[str]
    prior: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How well a candidate answers, 0 to about 2.8, and which reading of the query it answers."""

    score: float
    coverage: float
    reading: int


def judge(query: Query, candidate: Candidate) -> Verdict:
    """Score a candidate by the reading that suits it best."""
    verdicts = [
        _judge_reading(reading, candidate, index) for index, reading in enumerate(query.readings)
    ]
    return max(verdicts, key=lambda verdict: (verdict.score, -verdict.reading))


def _judge_reading(reading: Reading, candidate: Candidate, index: int) -> Verdict:
    total = sum(term.weight for term in reading.terms) or 1.0
    named = [term for term in reading.terms if _stands(term, candidate.title)]
    said = sum(term.weight for term in named) / total
    beside = sum(
        term.weight for term in reading.terms if term not in named and _stands(term, candidate.body)
    )
    coverage = said + _IN_BODY * beside / total
    score = (
        coverage
        + _ADJACENT * _adjacent(reading.terms, candidate.title) * said
        + _MARKS * _exact_marks(named, candidate.name) * said
        + _BRIEF * said * min(1.0, len(named) / max(len(candidate.title), 1))
        + _PRIOR * candidate.prior
    )
    if candidate.code in reading.codes:
        score += _MEANT * (1 - 0.05 * min(reading.codes.index(candidate.code), 8))
        coverage = 1.0
    return Verdict(score=score, coverage=coverage, reading=index)


def _stands(term: Term, among: Collection[str]) -> bool:
    """Say whether a term, or a word that begins with it while it is being typed, is there."""
    if term.token.folded in among:
        return True
    return term.is_prefix and any(word.startswith(term.token.folded) for word in among)


def _adjacent(terms: Sequence[Term], title: Sequence[str]) -> float:
    """Share of the query's neighbours that are neighbours in the name too."""
    if len(terms) < 2:
        return 0.5 + 0.5 * bool(terms and title and _begins(terms[0], title[0]))
    there = set(pairwise(title))
    hits = sum(
        (first.token.folded, second.token.folded) in there
        or (
            second.is_prefix
            and any(a == first.token.folded and _begins(second, b) for a, b in there)
        )
        for first, second in pairwise(terms)
    )
    return hits / (len(terms) - 1)


def _begins(term: Term, word: str) -> bool:
    return word == term.token.folded or (term.is_prefix and word.startswith(term.token.folded))


def _exact_marks(named: Sequence[Term], name: str) -> float:
    """Share of the words typed with marks that stand in the name with the same marks, less half."""
    marked = [term.token for term in named if term.token.is_marked]
    if not marked:
        return 0.0
    written = frozenset(written_words(name))
    exact = sum(
        token.written in written or token.shape in {shape(word) for word in written}
        for token in marked
    )
    return exact / len(marked) - 0.5
