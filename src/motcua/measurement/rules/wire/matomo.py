"""Matomo's Tracking HTTP API, so that its own clients work unchanged."""

from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import PageFact


def read(
    query: str, heard: Heard, *, sites: Sites, salt: bytes, tally: Tally | None = None
) -> PageFact | Refusal:
    """Read one request: a query string or a posted form, both `idsite=1&rec=1&url=…`."""
    return refuse(Reason.MALFORMED, "", query)


def read_bulk(
    body: bytes, heard: Heard, *, sites: Sites, salt: bytes, tally: Tally | None = None
) -> list[PageFact | Refusal]:
    """Read `{"requests": ["?idsite=…", {…}], "token_auth": …}`; one answer a request, in order."""
    return [refuse(Reason.MALFORMED, "", body.decode(errors="replace"))]
