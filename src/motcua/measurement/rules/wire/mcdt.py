"""TrackingMCDT: the dossier event that systems send today, its numbers kept as they came."""

from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import DossierFact


def read(
    body: bytes, heard: Heard, *, sites: Sites, pepper: bytes, tally: Tally | None = None
) -> DossierFact | Refusal:
    """Read one event: a JSON object with the published fields, `User` or not."""
    return refuse(Reason.MALFORMED, "", body.decode(errors="replace"))
