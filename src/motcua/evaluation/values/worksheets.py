"""Worksheets: what evaluators answer, where they differ, what is put in place of a finding."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from motcua.evaluation.values.campaigns import CampaignView, Seat, SubjectView
from motcua.evaluation.values.criteria import Criterion
from motcua.kernel.words import Sentence


class Side(StrEnum):
    """Whose a piece of evidence is."""

    FIRST = "first"
    SECOND = "second"
    DECLARED = "declared"
    REPLY = "reply"


class Scanned(StrEnum):
    """Whether a file was looked at for malware."""

    CLEAN = "clean"
    NOT_SCANNED = "not_scanned"


SCANNED_TITLES: Mapping[Scanned, Sentence] = {
    Scanned.CLEAN: Sentence("Đã quét mã độc, không thấy gì.", "Scanned for malware, none found."),
    Scanned.NOT_SCANNED: Sentence(
        "Chưa quét mã độc. Bạn hãy cẩn thận khi mở.", "Not scanned for malware. Open with care."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An answer as it was typed. `value`: yes/no (`có`, `không`), a number, a share (`85 %`)."""

    value: str = ""
    applies: bool = True
    note: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether it says, and why, that the question does not apply."""
        return not self.applies and bool(self.note.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that somebody adds, whole."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A file kept as evidence, named by the SHA-256 of its bytes."""

    digest: str
    name: str
    media_type: str
    size: int
    scanned: Scanned
    added_by: str
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """An answer: what was typed, what was read of it (None: nothing yet), what hinders reading."""

    typed: Typed
    value: Fraction | None
    problem: Sentence | None
    saved_at: datetime

    @property
    def is_whole(self) -> bool:
        """Whether it answers the question."""
        return self.value is not None or self.typed.is_left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetRow:
    """One question of a worksheet, with what is there already.

    answer    of the one whose worksheet it is
    evidence  files of the same one
    declared  what the agency says of it, where it is asked to
    """

    criterion: Criterion
    answer: AnswerView | None
    evidence: tuple[EvidenceView, ...] = ()
    declared: "DeclarationView | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """What one evaluator answers of one portal. `other_finished`: whether the other one is done."""

    campaign: CampaignView
    subject: SubjectView
    seat: Seat
    evaluator: UUID
    name: str
    rows: tuple[WorksheetRow, ...]
    finished_at: datetime | None
    other_finished: bool
    may_change: bool

    @property
    def left(self) -> tuple[str, ...]:
        """Criteria without a whole answer, by code."""
        return tuple(
            row.criterion.code for row in self.rows if not row.answer or not row.answer.is_whole
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A value that somebody put in place, with the reason: agreed on, or over a finding."""

    value: Fraction | None
    applies: bool
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A criterion on which the two evaluators of a portal differ; `agreed` once they agree."""

    subject: SubjectView
    criterion: Criterion
    first: AnswerView
    second: AnswerView
    agreed: Settled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideView:
    """A value put by a judge in the place of what a machine or an indicator found."""

    subject: SubjectView
    criterion: str
    settled: Settled
    lifted_by: str = ""
    lifted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationView:
    """What an agency says of a criterion itself, with its evidence."""

    criterion: str
    typed: Typed
    value: Fraction | None
    problem: Sentence | None
    by: str
    at: datetime
    evidence: tuple[EvidenceView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationSheet:
    """What an agency is asked to declare: criteria, and what it declared of each so far."""

    campaign: CampaignView
    subject: SubjectView
    rows: tuple[tuple[Criterion, DeclarationView | None], ...]
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    """What an evaluator doubts; `settled` once the value was overridden after it was said."""

    agency: str
    criterion: str
    reason: str
    by: str
    at: datetime
    settled: bool = False


class About(StrEnum):
    """What a reply is about."""

    CRITERION = "criterion"
    FINDING = "finding"


class ReplyOutcome(StrEnum):
    """What the judges made of a reply."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    KEPT = "kept"


OUTCOME_TITLES: Mapping[ReplyOutcome, Sentence] = {
    ReplyOutcome.ACCEPTED: Sentence("Chấp nhận giải trình", "Explanation accepted"),
    ReplyOutcome.PARTLY: Sentence("Chấp nhận một phần", "Accepted in part"),
    ReplyOutcome.KEPT: Sentence("Giữ nguyên kết quả", "Result kept"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """An agency's explanation of a criterion or a finding, and the judges' answer to it."""

    agency: str
    about: About
    code: str
    text: str
    by: str
    at: datetime
    evidence: tuple[EvidenceView, ...] = ()
    outcome: ReplyOutcome | None = None
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetestView:
    """An agency's request to be looked at again. `granted` is None until somebody decided."""

    key: UUID
    agency: str
    reason: str
    asked_by: str
    asked_at: datetime
    granted: bool | None = None
    decision: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
