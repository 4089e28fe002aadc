"""Reviewing procedures: what each costs people, proposals to make it simpler, and the plan."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class ProposalKind(StrEnum):
    """What a proposal would do."""

    DROP_PAPER = "drop_paper"
    DROP_QUESTION = "drop_question"
    MERGE = "merge"
    SHORTEN = "shorten"
    ABOLISH = "abolish"
    OTHER = "other"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            ProposalKind.DROP_PAPER: Sentence("Bỏ giấy tờ", "Drop a paper"),
            ProposalKind.DROP_QUESTION: Sentence("Bỏ câu hỏi", "Drop a question"),
            ProposalKind.MERGE: Sentence("Gộp thủ tục", "Merge procedures"),
            ProposalKind.SHORTEN: Sentence("Rút ngắn thời gian", "Shorten the time"),
            ProposalKind.ABOLISH: Sentence("Bãi bỏ thủ tục", "Abolish the procedure"),
            ProposalKind.OTHER: Sentence("Việc khác", "Something else"),
        }[self]


class ProposalStatus(StrEnum):
    """How far a proposal has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    DONE = "done"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            ProposalStatus.PROPOSED: Sentence("Chờ quyết định", "Awaiting decision"),
            ProposalStatus.AGREED: Sentence("Đã đồng ý, đang làm", "Agreed, under way"),
            ProposalStatus.DECLINED: Sentence("Không đồng ý", "Declined"),
            ProposalStatus.DONE: Sentence("Đã thực hiện", "Done"),
        }[self]


@dataclass(frozen=True, slots=True)
class Burden:
    """What one procedure asks of people and of officers.

    `demanded` papers may be asked for, `in_database` need not be since a database has them.
    `questions` counts every question of the form, `always` those that everybody meets, `prefilled`
    those the house can answer itself.
    """

    code: str
    name: Sentence
    steps: int
    papers: int
    in_database: int
    demanded: int
    questions: int
    always: int
    prefilled: int
    limit: Sentence


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal. `code` is the procedure's; `decided_by` is never who proposed it."""

    key: UUID
    code: str
    kind: ProposalKind
    text: str
    status: ProposalStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    comment: str
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan of a period: `planned` procedures to make simpler, `done` of them so far."""

    title: str
    until: date
    planned: int
    done: int

    @property
    def share(self) -> float:
        """The part that is done, 0…1."""
        return min(self.done / self.planned, 1.0)
