"""The two lines in which SQLite and PostgreSQL differ: how words are looked for and ranked.

Words reach a statement as parameters only, and are letters and digits (`rules.search_words`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.procedures.rules.search_reading import Reading, Term

PROPOSED = 250
"""Candidates the database proposes; the order among them is ours (`rules.search_ranking`)."""

NOTHING = {"sqlite": '"zzzznothing"', "postgresql": "'zzzznothing'"}
"""A question that no document answers, for when only codes are known."""

NAMES = (
    "procedure_id", "key", "name", "snippet", "field_name", "agency_name", "levels", "online",
    "title", "body", "prior",
)  # fmt: skip
_COLUMNS = ", ".join(f"e.{name}" for name in NAMES)
_FILTER = (
    " AND EXISTS (SELECT 1 FROM procedures_searchtag g"
    " WHERE g.entry_id = e.procedure_id AND g.dimension = %s AND g.value = %s)"
)
_SQLITE = (
    "SELECT",
    _COLUMNS,
    ", bm25(procedures_search_text, 4.0, 1.0) - 3 * e.prior AS place",
    "FROM procedures_search_text",
    "JOIN procedures_searchentry e ON e.procedure_id = procedures_search_text.rowid",
    "WHERE procedures_search_text MATCH %s",
)
_POSTGRESQL = (
    "SELECT",
    _COLUMNS,
    ", -ts_rank('{0, 0, .25, 1}', e.text, q.query, 1) - e.prior / 4 AS place",
    "FROM procedures_searchentry e, (SELECT %s::tsquery AS query) q",
    "WHERE e.text @@ q.query",
)
_NAMED = ("SELECT", _COLUMNS, ", 0.0 AS place FROM procedures_searchentry e WHERE")


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL and what goes into it."""

    sql: str
    parameters: tuple[str | int, ...]


def all_of(readings: Sequence[Reading], vendor: str) -> str:
    """Ask for documents that hold every needed word of one of the readings; empty if none can."""
    joined = [
        _join(" AND " if vendor == "sqlite" else " & ", needed, vendor)
        for reading in readings
        if (needed := [term for term in reading.terms if term.is_needed])
    ]
    return " OR ".join(joined) if vendor == "sqlite" else " | ".join(joined)


def some_of(terms: Sequence[Term], vendor: str) -> str:
    """Ask for documents that hold any of the words."""
    return _join(" OR " if vendor == "sqlite" else " | ", terms, vendor)


def _join(operator: str, terms: Sequence[Term], vendor: str) -> str:
    if not terms:
        return ""
    written = dict.fromkeys(_word(term, vendor) for term in terms)
    return f"({operator.join(written)})"


def _word(term: Term, vendor: str) -> str:
    if vendor == "sqlite":
        return f'"{term.token.folded}"' + ("*" if term.is_prefix else "")
    return f"'{term.token.folded}'" + (":*" if term.is_prefix else "")


def proposals(
    match: str, *, vendor: str, filters: Sequence[tuple[str, str]], codes: Sequence[str] = ()
) -> Statement:
    """Ask for candidates that match, likeliest first, and for the named procedures in any case."""
    narrowed = _FILTER * len(filters)
    values = tuple(value for pair in filters for value in pair)
    found = _SQLITE if vendor == "sqlite" else _POSTGRESQL
    parts = ["SELECT * FROM (", *found, narrowed, "ORDER BY place LIMIT %s) found"]
    if codes:
        marks = ", ".join(["%s"] * len(codes))
        parts += ["UNION ALL", *_NAMED, f"e.key IN ({marks})", narrowed]
    return Statement(
        " ".join(parts), (match, *values, PROPOSED, *((*codes, *values) if codes else ()))
    )


def by_code(code: str, *, filters: Sequence[tuple[str, str]]) -> Statement:
    """Ask for the procedures whose code begins so."""
    parts = (*_NAMED, "e.key LIKE %s", _FILTER * len(filters), "ORDER BY e.key LIMIT %s")
    values = (value for pair in filters for value in pair)
    return Statement(" ".join(parts), (f"{code}%", *values, PROPOSED))
