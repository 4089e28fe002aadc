"""What casework hears: money that came in, parts of bundles that ended, and what is news."""

from motcua.dossiers import actions
from motcua.dossiers.actions import bundling
from motcua.dossiers.actions.duplicates import look_for_duplicates
from motcua.dossiers.actions.live import stir
from motcua.identity.values import SYSTEM
from motcua.journal.ports import listener
from motcua.journal.values import Entry

ENDS = ("dossier.resolved", "dossier.returned", "dossier.refused", "dossier.stopped")
"""After these a dossier is settled or has ended, and whatever waited for it may go on."""

NEWS = (
    "dossier.submitted", "dossier.moved", "dossier.accepted", "dossier.supplement_requested",
    "dossier.supplemented", "dossier.refused", "dossier.resolved", "dossier.returned",
    "dossier.payment_requested", "dossier.payment_confirmed", "dossier.extended", "dossier.stopped",
    "dossier.withdrawal_asked", "dossier.withdrawal_rejected", "dossier.result_drafted",
    "dossier.message_sent", "dossier.assigned", "dossier.opinion_given", "dossier.handed_back",
    "dossier.noted", "dossier.note_edited", "dossier.instructed", "dossier.instruction_answered",
)  # fmt: skip
"""What open pages of a dossier are told of."""


@listener("dossiers.paid", kinds=("payment.recorded",))
def paid(entry: Entry) -> None:
    """Let a dossier that waited for its money go on; one that went on already stays as it is."""
    if entry.subject.startswith("dossier:"):
        actions.settle_payment(subject=entry.subject, by=SYSTEM, at=entry.at)


@listener("dossiers.bundle_goes_on", kinds=ENDS)
def bundle_goes_on(entry: Entry) -> None:
    """Open what waited for a part of a bundle, or end the bundle."""
    bundling.go_on(code=entry.payload["code"], at=entry.at)


@listener("dossiers.look_for_duplicates", kinds=("dossier.submitted", "dossier.supplemented"))
def look_alike(entry: Entry) -> None:
    """Note which earlier dossiers one that was just handed in looks like."""
    look_for_duplicates(subject=entry.subject, at=entry.at)


@listener("dossiers.stir", kinds=NEWS)
def stirred(entry: Entry) -> None:
    """Tell open pages that something happened."""
    stir(entry)
