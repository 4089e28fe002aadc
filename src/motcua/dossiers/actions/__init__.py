"""The life of a dossier, verb by verb.

draft: start_draft → save_answers, attach, detach → submit (or discard)
other: bring_in (dossiers that another system holds)
desk:  perform(move=…): accept, request_supplement, refuse, propose, resolve, return_result …
both:  supplement (answers a request), message, record_payment, draft_result, note_look
"""

from motcua.dossiers.actions.bringing_in import BringInRefused, bring_in
from motcua.dossiers.actions.bundling import BundleRefused
from motcua.dossiers.actions.drafting import (
    DraftConflict,
    DraftRefused,
    Seen,
    attach,
    detach,
    discard_draft,
    save_answers,
    start_draft,
)
from motcua.dossiers.actions.intake_check import (
    IntakeRefused,
    NoPaperToday,
    begin_intake,
    check_papers,
    scan,
)
from motcua.dossiers.actions.listing import rebuild as rebuild_lists
from motcua.dossiers.actions.moving import DossierChanged, DossierUnknown, perform
from motcua.dossiers.actions.no_paper import (
    NoPaperSettingRefused,
    lift_no_paper,
    set_no_paper,
)
from motcua.dossiers.actions.returning import hand_back
from motcua.dossiers.actions.settling import (
    draft_refusal,
    draft_result,
    record_payment,
    settle_payment,
)
from motcua.dossiers.actions.submitting import SubmitRefused, submit
from motcua.dossiers.actions.supplementing import start_supplement
from motcua.dossiers.actions.talking import message, note_look
from motcua.dossiers.actions.watching import (
    close_unanswered,
    remind_of_due,
    remind_of_intake,
)

__all__ = [
    "BringInRefused",
    "BundleRefused",
    "DossierChanged",
    "DossierUnknown",
    "DraftConflict",
    "DraftRefused",
    "IntakeRefused",
    "NoPaperSettingRefused",
    "NoPaperToday",
    "Seen",
    "SubmitRefused",
    "attach",
    "begin_intake",
    "bring_in",
    "check_papers",
    "close_unanswered",
    "detach",
    "discard_draft",
    "draft_refusal",
    "draft_result",
    "hand_back",
    "lift_no_paper",
    "message",
    "note_look",
    "perform",
    "rebuild_lists",
    "record_payment",
    "remind_of_due",
    "remind_of_intake",
    "save_answers",
    "scan",
    "set_no_paper",
    "settle_payment",
    "start_draft",
    "start_supplement",
    "submit",
]
