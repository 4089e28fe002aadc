"""Who has a dossier in hand, as pages see it."""

from dataclasses import dataclass
from uuid import UUID

from motcua.workflow.values import Function


@dataclass(frozen=True, slots=True)
class Candidate:
    """An officer who could be given a dossier."""

    key: UUID
    name: str


@dataclass(frozen=True, slots=True)
class HolderView:
    """Who has a dossier for the `function` that it waits for (nobody: no key), and who could.

    `may_assign`: the viewer is their head; `may_pick`: the viewer may take it themselves.
    """

    function: Function
    key: UUID | None
    name: str
    candidates: tuple[Candidate, ...]
    may_pick: bool
    may_assign: bool
