"""What can be asked: messages about a dossier, messages that failed, the words in force."""

from motcua.notifications.queries.messages import about, failed
from motcua.notifications.queries.templates import TemplateUnknown, template, templates

__all__ = ["TemplateUnknown", "about", "failed", "template", "templates"]
