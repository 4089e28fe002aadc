"""Our own dossier event: a schema, an idempotency key, a signature of the portal."""

from collections.abc import Mapping

from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import DossierFact


def read(
    body: bytes,
    headers: Mapping[str, str],
    heard: Heard,
    *,
    sites: Sites,
    pepper: bytes,
    tally: Tally | None = None,
) -> list[DossierFact | Refusal]:
    """Read an event or a batch of at most 1,000; one answer an event, in order.

    A batch that is unsigned, stale or unreadable is answered by one refusal.
    """
    return [refuse(Reason.MALFORMED, "", body.decode(errors="replace"))]
