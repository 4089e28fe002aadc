"""The government tracker's shape (`_govaq`), and what our own script adds to it.

How the government's own script writes `trackDVC` on the wire is not published; ours sends Matomo's
query with these fields beside it: `dvc` and `state`; `step` and `step_name`; `cause` and `status`;
`answer` and `score`; `procedure` with any of them. The meaning of the states `0` and `-1` is not
documented, so a state is kept as it was sent.
"""

from motcua.measurement.rules.wire import matomo
from motcua.measurement.rules.wire.hearing import Heard, Sites, Tally
from motcua.measurement.rules.wire.pages import Asking
from motcua.measurement.rules.wire.refusals import Refusal
from motcua.measurement.values.facts import PageFact, Source


def read(
    query: str, heard: Heard, *, sites: Sites, salt: bytes, tally: Tally | None = None
) -> PageFact | Refusal:
    """Read one request: Matomo's query with `dvc`, `step`, `cause` or `answer` in it."""
    return matomo.read_as(query, Asking(heard, sites, salt, Source.SCRIPT, tally))
