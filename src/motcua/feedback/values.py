"""Petitions and ratings as pages see them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class Topic(StrEnum):
    """What a petition is about."""

    SITE = "site"
    SERVICE = "service"
    RULE = "rule"
    OTHER = "other"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            Topic.SITE: Sentence("Trang này bị lỗi hoặc khó dùng", "This site fails or is hard"),
            Topic.SERVICE: Sentence(
                "Cách phục vụ của cơ quan, cán bộ", "How an agency or officer served me"
            ),
            Topic.RULE: Sentence("Quy định về thủ tục chưa hợp lý", "A rule does not make sense"),
            Topic.OTHER: Sentence("Việc khác", "Something else"),
        }[self]


class PetitionStatus(StrEnum):
    """How far a petition has come."""

    SENT = "sent"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            PetitionStatus.SENT: Sentence("Đã nhận, chờ phân công", "Received"),
            PetitionStatus.ASSIGNED: Sentence("Đang xem xét", "Being looked into"),
            PetitionStatus.ANSWERED: Sentence("Đã trả lời", "Answered"),
            PetitionStatus.CLOSED: Sentence("Không thuộc phạm vi trả lời", "Not for us to answer"),
        }[self]

    @property
    def is_end(self) -> bool:
        """Whether nothing more is owed."""
        return self in {PetitionStatus.ANSWERED, PetitionStatus.CLOSED}


class Satisfaction(StrEnum):
    """How somebody was served."""

    VERY = "very_satisfied"
    YES = "satisfied"
    NO = "dissatisfied"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            Satisfaction.VERY: Sentence("Rất hài lòng", "Very satisfied"),
            Satisfaction.YES: Sentence("Hài lòng", "Satisfied"),
            Satisfaction.NO: Sentence("Không hài lòng", "Dissatisfied"),
        }[self]


class Cause(StrEnum):
    """Why somebody was dissatisfied: the six causes of the ministry's survey of March 2023."""

    PORTAL = "portal"
    COMPLEX = "complex"
    PAYMENT = "payment"
    NETWORK = "network"
    DEVICE = "device"
    OTHER = "other"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            Cause.PORTAL: Sentence("Trang bị lỗi", "The site failed"),
            Cause.COMPLEX: Sentence(
                "Thủ tục phức tạp, làm trực tiếp dễ hơn", "Complicated; easier in person"
            ),
            Cause.PAYMENT: Sentence("Lỗi khi nộp tiền", "Payment failed"),
            Cause.NETWORK: Sentence("Mạng của tôi chậm, hay mất", "My connection is poor"),
            Cause.DEVICE: Sentence("Điện thoại, máy của tôi không dùng được", "My device"),
            Cause.OTHER: Sentence("Lý do khác", "Something else"),
        }[self]


@dataclass(frozen=True, slots=True)
class PetitionView:
    """A petition. Names and addresses are empty for readers who have no right to them."""

    key: UUID
    code: str
    topic: Topic
    status: PetitionStatus
    text: str
    agency_code: str
    agency_name: str
    dossier_code: str
    incident: str
    name: str
    phone: str
    email: str
    sent_at: datetime
    due_at: datetime
    officer_name: str
    answer: str
    answered_by: str
    answered_at: datetime | None
    published: bool

    def is_late(self, at: datetime) -> bool:
        """Whether the answer came, or is still to come, after its time."""
        return (self.answered_at or at) > self.due_at


@dataclass(frozen=True, slots=True)
class Tally:
    """Ratings of a place: how many of each, of how many who could have rated."""

    very: int
    yes: int
    no: int
    asked: int
    causes: tuple[tuple[Cause, int], ...]

    @property
    def given(self) -> int:
        """How many rated."""
        return self.very + self.yes + self.no

    @property
    def satisfied(self) -> float | None:
        """The share satisfied or very satisfied, 0…1; None where nobody rated."""
        return (self.very + self.yes) / self.given if self.given else None


@dataclass(frozen=True, slots=True)
class PetitionRecipient:
    """Whom to tell about a petition: its author, and the officer who has it."""

    code: str
    name: str
    email: str
    phone: str
    account: UUID | None
    officer: UUID | None
