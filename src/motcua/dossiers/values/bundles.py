"""A bundle as pages see it."""

from dataclasses import dataclass
from datetime import datetime

from motcua.kernel.words import Sentence
from motcua.workflow.values import State


@dataclass(frozen=True, slots=True)
class PartView:
    """One service of a bundle. Without a `code` it waits for `waits_for`, or has a `problem`."""

    name: str
    code: str = ""
    agency: str = ""
    state: State | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    favourable: bool = True
    waits_for: tuple[str, ...] = ()
    problem: Sentence | None = None
    open_to_viewer: bool = False

    @property
    def label(self) -> Sentence:
        """Say where it stands."""
        if self.state is None:
            return _NOT_OPENED if self.problem else _WAITING
        if self.state in {State.RESOLVED, State.RETURNED} and not self.favourable:
            return _REFUSED
        return self.state.label


@dataclass(frozen=True, slots=True)
class BundleView:
    """A bundle: its own dossier, and its parts in order."""

    code: str
    name: str
    state: State
    submitted_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    parts: tuple[PartView, ...]
    open_to_viewer: bool = False

    @property
    def done(self) -> int:
        """Count the parts that have ended or never will be opened."""
        return sum(1 for part in self.parts if part.ended_at or part.problem)


_WAITING = Sentence("Chờ", "Waiting")
_NOT_OPENED = Sentence("Không mở được", "Could not be opened")
_REFUSED = Sentence("Không được giải quyết", "Not granted")
