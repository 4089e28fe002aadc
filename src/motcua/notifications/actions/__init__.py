"""Verbs of notifications: send words, deliver what was queued, tell officers at their desk."""

from motcua.notifications.actions.delivering import ATTEMPTS, DELIVER, deliver
from motcua.notifications.actions.officers import notify_officer, open_notice, read_notices
from motcua.notifications.actions.sending import send

__all__ = [
    "ATTEMPTS",
    "DELIVER",
    "deliver",
    "notify_officer",
    "open_notice",
    "read_notices",
    "send",
]
