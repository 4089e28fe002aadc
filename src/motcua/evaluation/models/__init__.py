"""Rows of evaluation. Only this package touches them."""

from motcua.evaluation.models.answering import Declaration, Reply, Retest
from motcua.evaluation.models.campaigns import Assignment, Campaign, Subject
from motcua.evaluation.models.judging import (
    Answer,
    Doubt,
    EvidenceFile,
    Override,
    Reconciliation,
)
from motcua.evaluation.models.results import PublishedLine, Snapshot, SubjectScore
from motcua.evaluation.models.runs import Run
from motcua.evaluation.models.usability import TaskResult, UsabilitySession

__all__ = [
    "Answer",
    "Assignment",
    "Campaign",
    "Declaration",
    "Doubt",
    "EvidenceFile",
    "Override",
    "PublishedLine",
    "Reconciliation",
    "Reply",
    "Retest",
    "Run",
    "Snapshot",
    "Subject",
    "SubjectScore",
    "TaskResult",
    "UsabilitySession",
]
