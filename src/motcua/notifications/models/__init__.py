"""Rows that only this package may touch."""

from motcua.notifications.models.messages import Message
from motcua.notifications.models.officer_notices import OfficerNotice
from motcua.notifications.models.preferences import Preference
from motcua.notifications.models.templates import TemplateEdition

__all__ = ["Message", "OfficerNotice", "Preference", "TemplateEdition"]
