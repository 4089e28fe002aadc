"""What every search needs in hand: the library's words, and the vocabulary of the index.

Both are read once a process; the vocabulary again when one cheap query says the index has moved on.
"""

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from django.conf import settings
from django.db import connection

from motcua.kernel.definitions import Strict, load_bytes
from motcua.procedures.models.search import SearchVocabulary
from motcua.procedures.rules.life_events import LifeEvent, LifeEventFile
from motcua.procedures.rules.search_lexicon import (
    EverydayFile,
    Lexicon,
    PopularFile,
    SpeechFile,
    compile_lexicon,
)
from motcua.procedures.rules.search_spelling import Vocabulary, vocabulary

M = TypeVar("M", bound=Strict)
FacetRow = tuple[str, str, str, int]
"""Dimension, value, label, number of procedures."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The index's words and counts in one state, and the library's words."""

    state: str
    known: Vocabulary
    facets: tuple[FacetRow, ...]
    lexicon: Lexicon


_engines: dict[str, Engine] = {}


def engine() -> Engine:
    """Take what is in hand, or read it anew when the index has moved on. One query, rarely two."""
    state = SearchVocabulary.objects.values_list("state", flat=True).first() or ""
    ready = _engines.get(connection.alias)
    if ready is None or ready.state != state:
        ready = _engines[connection.alias] = _stored()
    return ready


@cache
def lexicon() -> Lexicon:
    """Read everyday words, words of asking and the most wanted services, once a process."""
    return compile_lexicon(
        _library("everyday", EverydayFile),
        _library("speech", SpeechFile),
        _library("popular", PopularFile),
    )


@cache
def life_events() -> tuple[LifeEvent, ...]:
    """Read the life events, in the order in which they are shown, once a process."""
    return _library("life_events", LifeEventFile).events


def _stored() -> Engine:
    row = SearchVocabulary.objects.first()
    stored: dict[str, tuple[int, str]] = row.words if row else {}
    known = vocabulary(
        {word: count for word, (count, _) in stored.items()},
        documents=row.documents if row else 0,
        written={word: written for word, (_, written) in stored.items()},
        pairs=row.pairs if row else {},
        sayings=lexicon().sayings,
    )
    return Engine(
        state=row.state if row else "",
        known=known,
        facets=tuple((d, v, label, n) for d, v, label, n in row.facets) if row else (),
        lexicon=lexicon(),
    )


def _library(name: str, model: type[M]) -> M:
    path = settings.LIBRARY / "search" / f"{name}.yaml"
    return load_bytes(path.read_bytes(), name=str(path), model=model)
