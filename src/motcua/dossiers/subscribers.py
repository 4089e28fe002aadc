"""What casework hears: money that came in by whatever way, and parts of bundles that ended."""

from motcua.dossiers import actions
from motcua.dossiers.actions import bundling
from motcua.identity.values import SYSTEM
from motcua.journal.ports import listener
from motcua.journal.values import Entry

ENDS = ("dossier.resolved", "dossier.returned", "dossier.refused", "dossier.stopped")
"""After these a dossier is settled or has ended, and whatever waited for it may go on."""


@listener("dossiers.paid", kinds=("payment.recorded",))
def paid(entry: Entry) -> None:
    """Let a dossier that waited for its money go on; one that went on already stays as it is."""
    if entry.subject.startswith("dossier:"):
        actions.settle_payment(subject=entry.subject, by=SYSTEM, at=entry.at)


@listener("dossiers.bundle_goes_on", kinds=ENDS)
def bundle_goes_on(entry: Entry) -> None:
    """Open what waited for a part of a bundle, or end the bundle."""
    bundling.go_on(code=entry.payload["code"], at=entry.at)
