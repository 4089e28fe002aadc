"""What may be asked about procedures; every answer is a frozen value."""

from motcua.procedures.queries.browsing import browse, facets, names, popular, size
from motcua.procedures.queries.guides import guide, guides
from motcua.procedures.queries.reading import (
    Neighbour,
    ProcedureUnknown,
    ProcedureView,
    national_code,
    procedure,
)
from motcua.procedures.queries.search import search
from motcua.procedures.queries.search_engine import life_events
from motcua.procedures.queries.services import (
    ServiceSummary,
    ServiceUnknown,
    service,
    service_by_digest,
    services,
)

__all__ = [
    "Neighbour",
    "ProcedureUnknown",
    "ProcedureView",
    "ServiceSummary",
    "ServiceUnknown",
    "browse",
    "facets",
    "guide",
    "guides",
    "life_events",
    "names",
    "national_code",
    "popular",
    "procedure",
    "search",
    "service",
    "service_by_digest",
    "services",
    "size",
]
