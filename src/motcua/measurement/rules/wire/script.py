"""The government tracker's shape (`_govaq`), and what our own script adds to it."""

from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.refusals import Reason, Refusal, refuse
from motcua.measurement.values.facts import PageFact


def read(
    query: str, heard: Heard, *, sites: Sites, salt: bytes, tally: Tally | None = None
) -> PageFact | Refusal:
    """Read one request: Matomo's query with `dvc`, `step`, `cause` or `answer` in it."""
    return refuse(Reason.MALFORMED, "", query)
