"""Rows that only this package may touch."""

from motcua.procedures.models.catalogue import Procedure, ProcedureVersion, UnreadableLine
from motcua.procedures.models.editing import Edition, EditionStep
from motcua.procedures.models.guides import PublishedGuide
from motcua.procedures.models.review import Proposal, ReviewPlan
from motcua.procedures.models.search import SearchEntry, SearchTag, SearchVocabulary
from motcua.procedures.models.services import PublishedService

__all__ = [
    "Edition",
    "EditionStep",
    "Procedure",
    "ProcedureVersion",
    "Proposal",
    "PublishedGuide",
    "PublishedService",
    "ReviewPlan",
    "SearchEntry",
    "SearchTag",
    "SearchVocabulary",
    "UnreadableLine",
]
