"""Opinions of other units and agencies, as pages see them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from motcua.documents.values import StoredFile
from motcua.kernel.calendar import Due
from motcua.kernel.words import Sentence


class Verdict(StrEnum):
    """What an opinion says."""

    AGREE = "agree"
    DISAGREE = "disagree"
    NONE = "none"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return _LABELS[self]


_LABELS = {
    Verdict.AGREE: Sentence("Đồng ý", "Agrees"),
    Verdict.DISAGREE: Sentence("Không đồng ý", "Disagrees"),
    Verdict.NONE: Sentence("Không có ý kiến", "No opinion"),
}


@dataclass(frozen=True, slots=True)
class OpinionView:
    """A question to another unit or agency, and its answer once there is one.

    `may_assign` and `may_answer` say what the viewer can do.
    """

    key: UUID
    dossier_code: str
    service_name: str
    agency_code: str
    agency_name: str
    question: str
    asked_at: datetime
    asked_by_name: str
    asking_agency: str
    due: Due
    pauses: bool
    officer_key: UUID | None = None
    officer_name: str = ""
    verdict: Verdict | None = None
    answer: str = ""
    file: StoredFile | None = None
    answered_at: datetime | None = None
    answered_by_name: str = ""
    closed_at: datetime | None = None
    may_assign: bool = False
    may_answer: bool = False

    @property
    def open(self) -> bool:
        """Whether the answer is still awaited."""
        return self.closed_at is None

    def late(self, at: datetime) -> bool:
        """Whether it came late, or is late at `at`."""
        return self.due.at < (self.answered_at or self.closed_at or at)
