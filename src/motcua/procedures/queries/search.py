"""Search: with or without marks, with slips, by code, by everyday words; alike on both databases.

Five steps: look whether the vocabulary in hand is still the index's (one cheap query); read the
query; let the database propose candidates that hold all its words; judge them; and only where
nothing good is found, doubt the spelling of every word and be content with some of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from motcua.kernel.text import fold
from motcua.procedures.queries import search_sql
from motcua.procedures.queries.search_engine import Engine, engine
from motcua.procedures.rules.search_ranking import DEEPEST, Candidate, Verdict, rank
from motcua.procedures.rules.search_reading import Query, Reading, Term, read
from motcua.procedures.rules.search_spelling import Vocabulary
from motcua.procedures.rules.search_words import folded, sound, words
from motcua.procedures.values.search import Piece, SearchHit, SearchResult

_FEW = 4
"""Answers below which some of the words are tried as well."""
_NEAR = 0.45
"""How far an answer may fall behind the best one before it is noise."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Found:
    row: Mapping[str, Any]
    verdict: Verdict


def search(
    text: str,
    *,
    filters: Mapping[str, str] | None = None,
    limit: int = 20,
    offset: int = 0,
    typing: bool = False,
) -> SearchResult:
    """Find procedures; `filters` are index dimensions and values, `typing` is a word not yet ended.

    Costs two queries where the words are found as typed, at most four where they are not.
    """
    ready = engine()
    narrowed = tuple((filters or {}).items())
    query = read(text, ready.lexicon, ready.known, typing=typing)
    if query.code:
        return _by_code(query.code, narrowed, limit=limit, offset=offset)
    if not query.readings or not any(reading.terms for reading in query.readings):
        return SearchResult(hits=(), total=0)
    found = _propose(query, narrowed)
    if len(found) < _FEW or not found[0].verdict.is_good:
        query, found = _try_harder(
            text, query, found, narrowed=narrowed, ready=ready, typing=typing
        )
    return _result(query, found, limit=limit, offset=offset)


def _try_harder(
    text: str,
    query: Query,
    found: list[_Found],
    *,
    narrowed: Sequence[tuple[str, str]],
    ready: Engine,
    typing: bool,
) -> tuple[Query, list[_Found]]:
    """Doubt every word's spelling; then be content with documents that hold some of the words."""
    if not found or not found[0].verdict.is_good:
        bold = read(text, ready.lexicon, ready.known, typing=typing, bold=True)
        bolder = _propose(bold, narrowed) if bold.corrected != query.corrected else []
        if bolder and bolder[0].verdict.is_good:
            return bold, bolder
    some = {one.row["key"]: one for one in _propose(query, narrowed, known=ready.known)}
    some |= {one.row["key"]: one for one in found}
    best = max((one.verdict.coverage for one in some.values()), default=0.0)
    return query, _ordered(one for one in some.values() if one.verdict.coverage >= 0.6 * best)


def _propose(
    query: Query, narrowed: Sequence[tuple[str, str]], *, known: Vocabulary | None = None
) -> list[_Found]:
    """Fetch candidates and put them in order; with `known`, by any of the words that tell most."""
    vendor = connection.vendor
    if known is None:
        match = search_sql.all_of(query.readings, vendor)
    else:
        match = search_sql.some_of(_telling(query, known), vendor)
    codes = tuple(dict.fromkeys(code for reading in query.readings for code in reading.codes))
    if not match and not codes:
        return []
    statement = search_sql.proposals(
        match or search_sql.NOTHING[vendor], vendor=vendor, filters=narrowed, codes=codes
    )
    rows = {row["key"]: row for row in _rows(statement)}
    ranked = rank(query, map(_candidate, rows.values()))
    return _ordered(_Found(rows[one.candidate.code], one) for one in ranked)


def _ordered(found: Iterable[_Found]) -> list[_Found]:
    """Put answers in order, the best first, and leave noise out."""
    ranked = sorted(found, key=lambda one: (-one.verdict.score, one.row["key"]))
    return [one for one in ranked if one.verdict.score >= _NEAR * ranked[0].verdict.score]


def _telling(query: Query, known: Vocabulary) -> list[Term]:
    """Choose the words that tell most: common ones would propose half of the catalogue."""
    terms = {
        term.token.folded: term
        for reading in query.readings
        for term in reading.terms
        if term.is_needed
    }
    ordered = sorted(terms.values(), key=lambda term: -known.weight(term.token.folded))
    rare = [
        term
        for term in ordered
        if known.counts.get(term.token.folded, 0) < max(5, 0.12 * known.documents)
    ]
    return (rare or ordered)[:6]


def _result(query: Query, found: Sequence[_Found], *, limit: int, offset: int) -> SearchResult:
    terms = frozenset(
        term.token.folded
        for reading in query.readings
        for term in reading.terms
        if term.is_needed or reading.meant
    )
    page = found[offset : offset + limit]
    everyday = next(((one.said, one.meant) for one in query.readings if _is_news(one)), None)
    return SearchResult(
        hits=tuple(_hit(one, query, terms) for one in page),
        total=len(found),
        is_capped=len(found) >= DEEPEST,
        corrected=_shown(query, found),
        everyday=everyday,
        ids=tuple(one.row["procedure_id"] for one in found),
    )


def _is_news(reading: Reading) -> bool:
    """Say whether the official words are worth telling: `đăng kí` for `đăng ký` is not."""
    said, meant = folded(reading.said).split(), folded(reading.meant).split()
    return bool(said and meant) and [*map(sound, said)] != [*map(sound, meant)]


def _hit(one: _Found, query: Query, terms: frozenset[str]) -> SearchHit:
    reading = query.readings[one.verdict.reading] if query.readings else None
    row = one.row
    return SearchHit(
        code=row["key"],
        name=row["name"],
        snippet=row["snippet"],
        field=row["field_name"],
        agency=row["agency_name"],
        level=row["levels"],
        online=row["online"],
        why=reading.said if reading else "",
        pieces=_pieces(row["name"], terms),
    )


def _pieces(name: str, terms: frozenset[str]) -> tuple[Piece, ...]:
    """Cut a name into stretches that answer the query and stretches that do not."""
    pieces: list[Piece] = []
    end = 0
    for match in _WORD.finditer(name):
        if fold(match.group()) not in terms:
            continue
        gap = name[end : match.start()]
        if pieces and pieces[-1].is_match and not gap.strip():
            pieces[-1] = Piece(pieces[-1].text + gap + match.group(), is_match=True)
        else:
            if gap:
                pieces.append(Piece(gap, is_match=False))
            pieces.append(Piece(match.group(), is_match=True))
        end = match.end()
    if end < len(name):
        pieces.append(Piece(name[end:], is_match=False))
    return tuple(pieces)


def _shown(query: Query, found: Sequence[_Found]) -> str:
    """Write the corrected query with the marks of the best name found."""
    if not query.corrected or not found:
        return query.corrected
    named = {token.folded: token.written for token in words(found[0].row["name"])}
    return " ".join(named.get(fold(word), word) for word in query.corrected.split())


def _by_code(
    code: str, narrowed: Sequence[tuple[str, str]], *, limit: int, offset: int
) -> SearchResult:
    rows = _rows(search_sql.by_code(code, filters=narrowed))
    found = [_Found(row, Verdict(_candidate(row), 1.0, 1.0, 0)) for row in rows]
    return _result(Query(typed=code, code=code), found, limit=limit, offset=offset)


def _candidate(row: Mapping[str, Any]) -> Candidate:
    return Candidate(
        code=row["key"],
        name=row["name"],
        title=tuple(row["title"].split()),
        body=frozenset(row["body"].split()),
        prior=row["prior"],
    )


def _rows(statement: search_sql.Statement) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, statement.parameters)
        return [dict(zip(search_sql.NAMES, row, strict=False)) for row in cursor.fetchall()]
