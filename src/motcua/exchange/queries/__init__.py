"""Reading a store: only its owner does; an officer learns where a reused paper stems from."""

from motcua.exchange.queries.answers import fills_in, known, said
from motcua.exchange.queries.papers import (
    PaperUnknown,
    content,
    offered,
    paper,
    provenance,
    store,
)

__all__ = [
    "PaperUnknown",
    "content",
    "fills_in",
    "known",
    "offered",
    "paper",
    "provenance",
    "said",
    "store",
]
