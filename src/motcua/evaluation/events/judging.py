"""What people judge, declare and reply."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class AnswerSaved(Event):
    """An evaluator answered a criterion, or took the answer back; the words stay in the row."""

    kind: ClassVar[str] = "evaluation.answer_saved"
    agency: str
    seat: str
    criterion: str
    value: str
    applies: bool


@dataclass(frozen=True, kw_only=True)
class EvidenceAdded(Event):
    """A file was added as evidence."""

    kind: ClassVar[str] = "evaluation.evidence_added"
    agency: str
    side: str
    criterion: str
    digest: str
    media_type: str
    size: int


@dataclass(frozen=True, kw_only=True)
class EvidenceRemoved(Event):
    """A file is evidence no more."""

    kind: ClassVar[str] = "evaluation.evidence_removed"
    agency: str
    side: str
    criterion: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class WorksheetFinished(Event):
    """An evaluator is done with a portal."""

    kind: ClassVar[str] = "evaluation.worksheet_finished"
    agency: str
    seat: str
    answers: int


@dataclass(frozen=True, kw_only=True)
class WorksheetReopened(Event):
    """An evaluator may change answers again."""

    kind: ClassVar[str] = "evaluation.worksheet_reopened"
    agency: str
    seat: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DifferenceReconciled(Event):
    """The two evaluators of a portal agreed on a value."""

    kind: ClassVar[str] = "evaluation.difference_reconciled"
    agency: str
    criterion: str
    first: str
    second: str
    agreed: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class CriterionDoubted(Event):
    """An evaluator asks whoever leads to look again at a value that no evaluator gave."""

    kind: ClassVar[str] = "evaluation.criterion_doubted"
    agency: str
    criterion: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class CriterionOverridden(Event):
    """A judge put a value in the place of a finding."""

    kind: ClassVar[str] = "evaluation.criterion_overridden"
    agency: str
    criterion: str
    value: str
    applies: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class OverrideLifted(Event):
    """What was found holds again."""

    kind: ClassVar[str] = "evaluation.override_lifted"
    agency: str
    criterion: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class LeftOpen(Event):
    """A portal may be published although criteria of it are open."""

    kind: ClassVar[str] = "evaluation.left_open"
    agency: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class CriterionDeclared(Event):
    """An agency declared a criterion."""

    kind: ClassVar[str] = "evaluation.criterion_declared"
    agency: str
    criterion: str
    value: str
    applies: bool


@dataclass(frozen=True, kw_only=True)
class ReplySent(Event):
    """An agency explained a criterion or a finding."""

    kind: ClassVar[str] = "evaluation.reply_sent"
    agency: str
    about: str
    code: str


@dataclass(frozen=True, kw_only=True)
class RepliesFinished(Event):
    """An agency has nothing to add."""

    kind: ClassVar[str] = "evaluation.replies_finished"
    agency: str


@dataclass(frozen=True, kw_only=True)
class ReplyAnswered(Event):
    """The judges answered an explanation."""

    kind: ClassVar[str] = "evaluation.reply_answered"
    agency: str
    about: str
    code: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class SessionBegun(Event):
    """A person begins to walk the five tasks; nothing says who."""

    kind: ClassVar[str] = "evaluation.session_begun"
    agency: str
    session: str


@dataclass(frozen=True, kw_only=True)
class TaskRecorded(Event):
    """How one task went."""

    kind: ClassVar[str] = "evaluation.task_recorded"
    agency: str
    session: str
    task: str
    success: int


@dataclass(frozen=True, kw_only=True)
class SessionFinished(Event):
    """A session is over."""

    kind: ClassVar[str] = "evaluation.session_finished"
    agency: str
    session: str
    tasks: int
