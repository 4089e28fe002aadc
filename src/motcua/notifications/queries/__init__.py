"""What can be asked: messages about a dossier, those that failed, words in force, notices."""

from motcua.notifications.queries.messages import about, failed
from motcua.notifications.queries.officers import notices, unread_notices
from motcua.notifications.queries.templates import TemplateUnknown, template, templates

__all__ = [
    "TemplateUnknown",
    "about",
    "failed",
    "notices",
    "template",
    "templates",
    "unread_notices",
]
