"""What notifications hand out."""

from motcua.notifications.values.messages import Channel, MessageState, MessageView, Wording
from motcua.notifications.values.officers import NoticeKind, NoticeView

__all__ = ["Channel", "MessageState", "MessageView", "NoticeKind", "NoticeView", "Wording"]
