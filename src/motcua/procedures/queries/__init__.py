"""What may be asked about procedures; every answer is a frozen value."""

from motcua.procedures.queries.browsing import browse, facets, popular, size
from motcua.procedures.queries.reading import (
    Neighbour,
    ProcedureUnknown,
    ProcedureView,
    national_code,
    procedure,
)
from motcua.procedures.queries.search import search
from motcua.procedures.queries.search_engine import life_events

__all__ = [
    "Neighbour",
    "ProcedureUnknown",
    "ProcedureView",
    "browse",
    "facets",
    "life_events",
    "national_code",
    "popular",
    "procedure",
    "search",
    "size",
]
