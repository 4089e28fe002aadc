"""What may be asked about procedures; every answer is a frozen value."""

from motcua.procedures.queries.search import life_events, search

__all__ = ["life_events", "search"]
