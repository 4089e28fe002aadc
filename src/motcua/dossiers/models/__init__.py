"""Rows of casework."""

from motcua.dossiers.models.bulk import BulkItem, BulkRun
from motcua.dossiers.models.conversation import Look, Message, SupplementRequest
from motcua.dossiers.models.dossiers import Dossier, InboxRow
from motcua.dossiers.models.drafts import Attachment, Draft
from motcua.dossiers.models.exports import Export
from motcua.dossiers.models.search import ListRow, SearchText
from motcua.dossiers.models.views import SavedView

__all__ = [
    "Attachment",
    "BulkItem",
    "BulkRun",
    "Dossier",
    "Draft",
    "Export",
    "InboxRow",
    "ListRow",
    "Look",
    "Message",
    "SavedView",
    "SearchText",
    "SupplementRequest",
]
