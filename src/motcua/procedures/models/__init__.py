"""Rows that only this package may touch."""

from motcua.procedures.models.catalogue import Procedure, ProcedureVersion, UnreadableLine
from motcua.procedures.models.search import SearchEntry, SearchTag, SearchVocabulary

__all__ = [
    "Procedure",
    "ProcedureVersion",
    "SearchEntry",
    "SearchTag",
    "SearchVocabulary",
    "UnreadableLine",
]
