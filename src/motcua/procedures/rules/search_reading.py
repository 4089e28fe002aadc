"""What a query asks for: a code, or one or two readings of its words.

The first reading takes the words as typed (spelling mended, words of asking set aside); the second
puts official words in the place of everyday ones and adds the procedures known to be meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.procedures.rules.search_lexicon import Lexicon, Phrase, match
from motcua.procedures.rules.search_spelling import Vocabulary, correct
from motcua.procedures.rules.search_words import Token, code_typed, words

_LONGEST = 24
"""Words of a query that are looked at; nobody asks with more, and a pasted page must stay cheap."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word to look for: how much it counts, and whether it is only a beginning."""

    token: Token
    weight: float
    is_prefix: bool = False
    is_needed: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of understanding a query."""

    terms: tuple[Term, ...]
    codes: tuple[str, ...] = ()
    said: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood: `corrected` is what was searched for instead, empty if as typed."""

    typed: str
    code: str | None = None
    readings: tuple[Reading, ...] = ()
    corrected: str = ""


def read(
    text: str, lexicon: Lexicon, known: Vocabulary, *, typing: bool = False, bold: bool = False
) -> Query:
    """Understand a query; `typing` takes its last word as a beginning, `bold` doubts every word."""
    typed = " ".join(text.split())
    code = code_typed(typed)
    if code:
        return Query(typed=typed, code=code)
    tokens = words(typed)[:_LONGEST]
    unfinished = typing and not text.endswith(" ")
    mended = _mend(tokens, known, typing=unfinished, bold=bold)
    corrected = ""
    if [token.folded for token in mended] != [token.folded for token in tokens]:
        corrected = " ".join(known.written.get(t.folded, t.written) for t in mended)
    plain, everyday = _segment(mended, lexicon, unfinished=unfinished)
    readings = [Reading(_terms(plain, lexicon, known, unfinished=unfinished))]
    if any(isinstance(part, Phrase) for part in everyday):
        readings.append(_official(everyday, lexicon, known, unfinished=unfinished))
    return Query(typed=typed, readings=tuple(readings), corrected=corrected)


def _mend(
    tokens: Sequence[Token], known: Vocabulary, *, typing: bool, bold: bool
) -> tuple[Token, ...]:
    """Put meant words in the place of slips; a word that stays keeps its marks."""
    meant = correct([t.folded for t in tokens], known, keep_last=typing, bold=bold)
    mended: list[Token] = []
    for token, choice in zip(tokens, meant, strict=True):
        if choice == (token.folded,):
            mended.append(token)
        else:
            mended.extend(Token(folded=word, written=word) for word in choice)
    return tuple(mended)


def _segment(
    tokens: Sequence[Token], lexicon: Lexicon, *, unfinished: bool
) -> tuple[tuple[Token, ...], tuple[Token | Phrase, ...]]:
    """Set words of asking aside and find everyday phrases, each the longest that fits."""
    plain = _without_asking(tokens, lexicon) or tuple(tokens)
    parts: list[Token | Phrase] = []
    at = 0
    while at < len(plain):
        part = match(lexicon.everyday, plain, at, unfinished=unfinished) or plain[at]
        parts.append(part)
        at += len(part.tokens) if isinstance(part, Phrase) else 1
    return plain, tuple(parts)


def _without_asking(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """Leave out words of asking, but not where a longer everyday phrase begins with them."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        asked, said = match(lexicon.asking, tokens, at), match(lexicon.everyday, tokens, at)
        if asked and (not said or len(asked.tokens) > len(said.tokens)):
            at += len(asked.tokens)
            continue
        step = len(said.tokens) if said else 1
        kept.extend(tokens[at : at + step])
        at += step
    return tuple(kept)


def _terms(
    tokens: Sequence[Token], lexicon: Lexicon, known: Vocabulary, *, unfinished: bool
) -> tuple[Term, ...]:
    """Weigh the words: rare ones tell much, faint ones little, unknown ones cannot be needed."""
    strong = [token for token in tokens if not lexicon.is_faint(token)] or list(tokens)
    terms = []
    for index, token in enumerate(tokens):
        is_prefix = unfinished and index == len(tokens) - 1
        is_known = token.folded in known.counts or is_prefix
        is_strong = token in strong
        weight = min(known.weight(token.folded), 7.0) * (1.0 if is_strong and is_known else 0.15)
        terms.append(Term(token, weight, is_prefix, is_strong and is_known))
    return tuple(terms)


def _official(
    parts: Sequence[Token | Phrase], lexicon: Lexicon, known: Vocabulary, *, unfinished: bool
) -> Reading:
    """Say in official words what was said in everyday ones."""
    phrases = [part for part in parts if isinstance(part, Phrase)]
    tokens: list[Token] = []
    for part in parts:
        tokens.extend(part.means if isinstance(part, Phrase) else (part,))
    last_is_typed = isinstance(parts[-1], Token)
    return Reading(
        terms=_terms(
            tuple(dict.fromkeys(tokens)), lexicon, known, unfinished=unfinished and last_is_typed
        ),
        codes=tuple(dict.fromkeys(code for phrase in phrases for code in phrase.codes)),
        said=", ".join(phrase.said for phrase in phrases),
        meant=", ".join(phrase.meant for phrase in phrases if phrase.meant),
    )
