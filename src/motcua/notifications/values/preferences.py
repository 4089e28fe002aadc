"""How a person wants to be told."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from motcua.kernel.words import Sentence
from motcua.notifications.values.messages import Channel


class Topic(StrEnum):
    """What a notice is about; people choose by topic."""

    DEMANDED = "demanded"
    RECEIVED = "received"
    REMINDERS = "reminders"
    MESSAGES = "messages"
    RETURNED = "returned"
    PETITIONS = "petitions"
    URGENT = "urgent"

    @property
    def may_be_off(self) -> bool:
        """Whether people may do without."""
        return self not in {Topic.DEMANDED, Topic.URGENT}

    @property
    def label(self) -> Sentence:
        """Say what comes under it."""
        return _TOPICS[self]


_TOPICS = {
    Topic.DEMANDED: Sentence(
        "Điều pháp luật buộc phải báo: tiếp nhận, yêu cầu bổ sung, từ chối, phải nộp tiền, "
        "lùi ngày hẹn, dừng, có kết quả",
        "What the law demands: accepted, something missing, refused, payment, new date, stopped, "
        "result",
    ),
    Topic.RECEIVED: Sentence("Đã nhận được hồ sơ bạn gửi", "Your application has arrived"),
    Topic.REMINDERS: Sentence("Nhắc việc sắp hết hạn", "Reminders of what is soon due"),
    Topic.MESSAGES: Sentence("Cán bộ nhắn cho bạn", "An officer wrote to you"),
    Topic.RETURNED: Sentence("Đã trả kết quả, mời đánh giá", "Result returned, how was it"),
    Topic.PETITIONS: Sentence("Phản ánh, kiến nghị của bạn", "Your petitions"),
    Topic.URGENT: Sentence("Mã dùng một lần, an toàn tài khoản", "Codes, safety of your account"),
}
_OF = {
    "dossier.submitted": Topic.RECEIVED,
    "dossier.returned": Topic.RETURNED,
    "dossier.message": Topic.MESSAGES,
    "dossier.supplement_due_soon": Topic.REMINDERS,
    "dossier.payment_confirmed": Topic.RECEIVED,
    "dossier.withdrawal_asked": Topic.RECEIVED,
    "petition.sent": Topic.PETITIONS,
    "petition.answered": Topic.PETITIONS,
    "look_up.answer": Topic.URGENT,
    "assistance.code": Topic.URGENT,
    "account.password_reset": Topic.URGENT,
    "account.first_password": Topic.URGENT,
}


def topic_of(template: str) -> Topic:
    """Give the topic of a template; what is not listed cannot be switched off."""
    return _OF.get(template, Topic.DEMANDED)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when, in Hà Nội, nothing may ring; `start == end` means never quiet."""

    start: time = time(21)
    end: time = time(7)

    def text(self) -> str:
        """Write it as it is kept: `21:00-07:00`."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> "QuietHours":
        """Read what `text` wrote."""
        start, end = (time.fromisoformat(part) for part in text.split("-"))
        return cls(start, end)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Channels in the order wanted, topics switched off, quiet hours; `language` "" for theirs."""

    channels: tuple[Channel, ...] = (Channel.MAIL, Channel.SMS)
    language: str = ""
    off: frozenset[Topic] = frozenset()
    quiet: QuietHours = QuietHours()
