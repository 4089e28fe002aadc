"""What can be asked: messages and how they stand, words in force, wishes, officers' notices."""

from motcua.notifications.queries.messages import about, failed, told
from motcua.notifications.queries.officers import notices, unread_notices
from motcua.notifications.queries.preferences import preferences
from motcua.notifications.queries.templates import TemplateUnknown, template, templates

__all__ = [
    "TemplateUnknown",
    "about",
    "failed",
    "notices",
    "preferences",
    "template",
    "templates",
    "told",
    "unread_notices",
]
