"""What notifications hand out."""

from motcua.notifications.values.editions import EditionStatus, EditionView
from motcua.notifications.values.messages import (
    Channel,
    DeliveryReport,
    MessageState,
    MessageStatus,
    MessageView,
    Parcel,
    Way,
    Wording,
)
from motcua.notifications.values.officers import NoticeKind, NoticeView
from motcua.notifications.values.preferences import Preferences, QuietHours, Topic, topic_of

__all__ = [
    "Channel",
    "DeliveryReport",
    "EditionStatus",
    "EditionView",
    "MessageState",
    "MessageStatus",
    "MessageView",
    "NoticeKind",
    "NoticeView",
    "Parcel",
    "Preferences",
    "QuietHours",
    "Topic",
    "Way",
    "Wording",
    "topic_of",
]
