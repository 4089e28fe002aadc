"""Verbs of notifications: send words, deliver what was queued."""

from motcua.notifications.actions.delivering import ATTEMPTS, DELIVER, deliver
from motcua.notifications.actions.sending import send

__all__ = ["ATTEMPTS", "DELIVER", "deliver", "send"]
