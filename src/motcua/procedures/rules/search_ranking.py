"""How well a procedure answers a query: the same order on every database.

The database only proposes candidates; this decides. A name that says all of the query and little
else comes first, in the order and with the marks that were typed; among equals the service that
most people come for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.procedures.rules.search_reading import Query, Reading
from motcua.procedures.rules.search_words import Token, shape, written_words

_IN_BODY = 0.45
_ADJACENT = 0.30
_MARKS = 0.12
_BRIEF = 0.30
_PRIOR = 0.22
_MEANT = 0.90
_GOOD = 0.75
_STREWN = 0.3
DEEPEST = 120
"""Answers that are judged in full, and so the most that are given."""


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
    """How well a candidate answers, 0 to about 2.8, and which reading of the query it answers.

    `coverage` is the share of the query it holds, `order` of its neighbours that stay neighbours.
    """

    candidate: Candidate
    score: float
    coverage: float
    reading: int
    order: float = 1.0

    @property
    def is_good(self) -> bool:
        """Say whether it answers nearly all of the query, and not in words strewn about."""
        return self.coverage >= _GOOD and self.order >= _STREWN


def rank(query: Query, candidates: Iterable[Candidate]) -> list[Verdict]:
    """Put candidates in order, the best first.

    All are judged by which words they hold; only the best of them by order, marks and brevity too.
    """
    measures = [_measure(reading) for reading in query.readings]
    shallow = [(max(_held(m, one)[0] for m in measures), one) for one in candidates]
    shallow.sort(key=lambda pair: (-pair[0], pair[1].code))
    verdicts = [_judge(measures, one) for _, one in shallow[:DEEPEST]]
    return sorted(verdicts, key=lambda one: (-one.score, one.candidate.code))


@dataclass(frozen=True, slots=True)
class _Measure:
    """A reading made ready to be held against many names."""

    weighed: tuple[tuple[str, float], ...]
    prefix: tuple[str, float] | None
    total: float
    pairs: tuple[tuple[str, str], ...]
    marked: tuple[Token, ...]
    codes: tuple[str, ...]


def _measure(reading: Reading) -> _Measure:
    whole = [term for term in reading.terms if not term.is_prefix]
    begun = [term for term in reading.terms if term.is_prefix]
    words = [term.token.folded for term in reading.terms]
    return _Measure(
        weighed=tuple((term.token.folded, term.weight) for term in whole),
        prefix=(begun[0].token.folded, begun[0].weight) if begun else None,
        total=sum(term.weight for term in reading.terms) or 1.0,
        pairs=tuple(pairwise(words)),
        marked=tuple(term.token for term in reading.terms if term.token.is_marked),
        codes=reading.codes,
    )


def _held(measure: _Measure, one: Candidate) -> tuple[float, float, float]:
    """Judge by the words a candidate holds: score, share in the name, coverage."""
    named = beside = 0.0
    for word, weight in measure.weighed:
        if word in one.title:
            named += weight
        elif word in one.body:
            beside += weight
    if measure.prefix:
        word, weight = measure.prefix
        if any(held.startswith(word) for held in one.title):
            named += weight
        elif any(held.startswith(word) for held in one.body):
            beside += weight
    said = named / measure.total
    coverage = said + _IN_BODY * beside / measure.total
    score = coverage + _PRIOR * one.prior
    if one.code in measure.codes:
        score += _MEANT * (1 - 0.05 * min(measure.codes.index(one.code), 8))
        coverage = 1.0
    return score, said, coverage


def _judge(measures: Sequence[_Measure], one: Candidate) -> Verdict:
    """Score a candidate by the reading that suits it best, the first of equals."""
    best = Verdict(one, -1.0, 0.0, 0)
    for index, measure in enumerate(measures):
        score, said, coverage = _held(measure, one)
        order = _adjacent(measure, one.title)
        score += said * (
            _ADJACENT * order
            + _MARKS * _exact_marks(measure, one.name)
            + _BRIEF * min(1.0, said * len(measure.weighed) / max(len(one.title), 1))
        )
        if score > best.score:
            meant = one.code in measure.codes
            best = Verdict(one, score, coverage, index, 1.0 if meant else order)
    return best


def _adjacent(measure: _Measure, title: Sequence[str]) -> float:
    """Share of the query's neighbours that are neighbours in the name too."""
    if not measure.pairs:
        first = measure.weighed[0][0] if measure.weighed else (measure.prefix or ("", 0))[0]
        return 1.0 if title and title[0].startswith(first) else 0.5
    there = set(pairwise(title))
    hits = sum(pair in there for pair in measure.pairs)
    if measure.prefix and measure.pairs[-1] not in there:
        before, begun = measure.pairs[-1]
        hits += any(a == before and b.startswith(begun) for a, b in there)
    return hits / len(measure.pairs)


def _exact_marks(measure: _Measure, name: str) -> float:
    """Share of the words typed with marks that stand in the name with the same marks, less half."""
    if not measure.marked:
        return 0.0
    written = set(written_words(name))
    shapes = {shape(word) for word in written}
    exact = sum(token.shape in shapes for token in measure.marked)
    return exact / len(measure.marked) - 0.5
