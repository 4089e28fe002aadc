"""What happens to results."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ResultsComputed(Event):
    """The results of a campaign were computed anew from everything known."""

    kind: ClassVar[str] = "evaluation.results_computed"
    portals: int
    provisional: int
    criteria_digest: str


@dataclass(frozen=True, kw_only=True)
class ResultsPublished(Event):
    """A signed document was published; it takes the place of the one it names."""

    kind: ClassVar[str] = "evaluation.results_published"
    number: int
    snapshot_kind: str
    sha256: str
    supersedes: str
    portals: int
    reason: str = ""
