"""Dated versions of the words of a template, as the desk shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class EditionStatus(StrEnum):
    """How far a version has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    RETURNED = "returned"

    @property
    def label(self) -> Sentence:
        """Say it to a person."""
        return _LABELS[self]


_LABELS = {
    EditionStatus.PROPOSED: Sentence("Chờ duyệt", "Waiting for approval"),
    EditionStatus.APPROVED: Sentence("Đã duyệt", "Approved"),
    EditionStatus.RETURNED: Sentence("Trả lại", "Returned"),
}


@dataclass(frozen=True, slots=True)
class EditionView:
    """One version. `words` are keyed by place: `subject.vi`, `text.en`, `short.vi` …

    `decided_by` and `decided_at` tell who approved or returned it; empty while it waits.
    """

    key: UUID
    code: str
    valid_from: date
    words: Mapping[str, str]
    written_by: UUID
    written_by_name: str
    written_at: datetime
    status: EditionStatus
    decided_by: str
    decided_at: datetime | None
    comment: str
