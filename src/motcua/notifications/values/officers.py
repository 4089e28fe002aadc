"""What an officer is told at the desk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.kernel.words import Sentence


class NoticeKind(StrEnum):
    """Why an officer is told."""

    ALERT = "alert"
    MENTION = "mention"
    OPINION = "opinion"
    ASSIGNED = "assigned"
    DONE = "done"

    @property
    def label(self) -> Sentence:
        """Name it for the list."""
        return _LABELS[self]


_LABELS = {
    NoticeKind.ALERT: Sentence("Nhắc việc", "Reminder"),
    NoticeKind.MENTION: Sentence("Nhắc đến bạn", "You were mentioned"),
    NoticeKind.OPINION: Sentence("Xin ý kiến", "Opinion"),
    NoticeKind.ASSIGNED: Sentence("Giao cho bạn", "Given to you"),
    NoticeKind.DONE: Sentence("Đã xong", "Done"),
}


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice as its officer reads it; `number` only tells pages of the list apart."""

    number: int
    kind: NoticeKind
    text: Sentence
    link: str
    told_at: datetime
    read_at: datetime | None
