"""Rows that only this package may touch."""

from motcua.notifications.models.messages import Message
from motcua.notifications.models.officer_notices import OfficerNotice

__all__ = ["Message", "OfficerNotice"]
