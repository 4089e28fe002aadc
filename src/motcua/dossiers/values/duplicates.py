"""What is seen of dossiers that look like one another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence
from motcua.workflow.values import State


class Likeness(StrEnum):
    """Why two dossiers look alike."""

    REQUEST = "request"
    FILE = "file"

    @property
    def label(self) -> Sentence:
        """Say it to an officer."""
        return {
            Likeness.REQUEST: Sentence(
                "Cùng người, cùng thủ tục, cùng nội dung chính",
                "The same person asks for the same",
            ),
            Likeness.FILE: Sentence(
                "Cùng một tệp giấy tờ, của người nộp khác",
                "The very same file was handed in by somebody else",
            ),
        }[self]


class Verdict(StrEnum):
    """What an officer says of it."""

    DIFFERENT = "different"
    DUPLICATE = "duplicate"

    @property
    def label(self) -> Sentence:
        """Say it to an officer."""
        return {
            Verdict.DIFFERENT: Sentence("Không trùng", "No duplicate"),
            Verdict.DUPLICATE: Sentence("Trùng", "Duplicate"),
        }[self]


@dataclass(frozen=True, slots=True)
class DuplicateView:
    """One pair, seen from one of its dossiers.

    `code`, `state` and `submitted_at` are of the other one and empty where the viewer may not see
    it. `later`: the dossier on the page is the later one, which may be refused as a duplicate.
    """

    key: UUID
    likeness: Likeness
    later: bool
    code: str = ""
    state: State | None = None
    submitted_at: datetime | None = None
    verdict: Verdict | None = None
    decided_by_name: str = ""


@dataclass(frozen=True, slots=True)
class SimilarOfMine:
    """A request of one's own that is still open and asks for the same."""

    code: str
    submitted_at: datetime
    state: State
