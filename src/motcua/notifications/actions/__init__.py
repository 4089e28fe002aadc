"""Verbs of notifications: send words, deliver them, tell officers at their desk."""

from motcua.notifications.actions.answering import answer_look_up
from motcua.notifications.actions.delivering import ATTEMPTS, deliver, retry, take_report
from motcua.notifications.actions.officers import notify_officer, open_notice, read_notices
from motcua.notifications.actions.preferring import PreferencesRefused, change_preferences
from motcua.notifications.actions.sending import DELIVER, Letter, dispatch, send
from motcua.notifications.actions.wording import (
    WordsRefused,
    approve_words,
    may_decide,
    propose_words,
    return_words,
)

__all__ = [
    "ATTEMPTS",
    "DELIVER",
    "Letter",
    "PreferencesRefused",
    "WordsRefused",
    "answer_look_up",
    "approve_words",
    "change_preferences",
    "deliver",
    "dispatch",
    "may_decide",
    "notify_officer",
    "open_notice",
    "propose_words",
    "read_notices",
    "retry",
    "return_words",
    "send",
    "take_report",
]
