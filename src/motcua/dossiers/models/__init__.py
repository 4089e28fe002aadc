"""Rows of casework."""

from motcua.dossiers.models.conversation import Look, Message, SupplementRequest
from motcua.dossiers.models.dossiers import Dossier, InboxRow
from motcua.dossiers.models.drafts import Attachment, Draft

__all__ = [
    "Attachment",
    "Dossier",
    "Draft",
    "InboxRow",
    "Look",
    "Message",
    "SupplementRequest",
]
