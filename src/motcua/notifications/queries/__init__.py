"""What can be asked: messages and how they stand, words in force, wishes, officers' notices."""

from motcua.notifications.queries.messages import about, failed, told
from motcua.notifications.queries.officers import notices, unread_notices
from motcua.notifications.queries.preferences import preferences
from motcua.notifications.queries.templates import (
    TemplateUnknown,
    editions,
    in_force,
    template,
    templates,
)

__all__ = [
    "TemplateUnknown",
    "about",
    "editions",
    "failed",
    "in_force",
    "notices",
    "preferences",
    "template",
    "templates",
    "told",
    "unread_notices",
]
