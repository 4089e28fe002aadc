"""Verbs of notifications: send words, deliver them, tell officers at their desk."""

from motcua.notifications.actions.answering import answer_look_up
from motcua.notifications.actions.delivering import ATTEMPTS, deliver, retry, take_report
from motcua.notifications.actions.officers import notify_officer, open_notice, read_notices
from motcua.notifications.actions.preferring import PreferencesRefused, change_preferences
from motcua.notifications.actions.sending import DELIVER, Letter, dispatch, send

__all__ = [
    "ATTEMPTS",
    "DELIVER",
    "Letter",
    "PreferencesRefused",
    "answer_look_up",
    "change_preferences",
    "deliver",
    "dispatch",
    "notify_officer",
    "open_notice",
    "read_notices",
    "retry",
    "send",
    "take_report",
]
