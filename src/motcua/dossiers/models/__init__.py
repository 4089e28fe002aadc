"""Rows of casework."""

from motcua.dossiers.models.alerts import Alert
from motcua.dossiers.models.bulk import BulkItem, BulkRun
from motcua.dossiers.models.bundles import BundlePart
from motcua.dossiers.models.conversation import Look, Message, SupplementRequest
from motcua.dossiers.models.dossiers import Dossier, InboxRow
from motcua.dossiers.models.drafts import Attachment, Draft
from motcua.dossiers.models.duplicates import Duplicate
from motcua.dossiers.models.exports import Export
from motcua.dossiers.models.handover import HandOver, HandOverLine
from motcua.dossiers.models.instructions import Instruction
from motcua.dossiers.models.intake_check import Intake, PaperLine, Scan
from motcua.dossiers.models.live import Stir
from motcua.dossiers.models.no_paper import NoPaper
from motcua.dossiers.models.notes import Note
from motcua.dossiers.models.payments import PaymentRequest
from motcua.dossiers.models.returning import HandBack
from motcua.dossiers.models.search import ListRow, SearchText
from motcua.dossiers.models.sharing import Holding, Opinion
from motcua.dossiers.models.templates import ReasonTemplate
from motcua.dossiers.models.views import SavedView

__all__ = [
    "Alert",
    "Attachment",
    "BulkItem",
    "BulkRun",
    "BundlePart",
    "Dossier",
    "Draft",
    "Duplicate",
    "Export",
    "HandBack",
    "HandOver",
    "HandOverLine",
    "Holding",
    "InboxRow",
    "Instruction",
    "Intake",
    "ListRow",
    "Look",
    "Message",
    "NoPaper",
    "Note",
    "Opinion",
    "PaperLine",
    "PaymentRequest",
    "ReasonTemplate",
    "SavedView",
    "Scan",
    "SearchText",
    "Stir",
    "SupplementRequest",
]
