"""An edition: the working copy of a service's next version, edited in the browser.

Its documents are plain trees of what the YAML files say, by the file's name without its ending;
keys keep their order. A place in them is a path such as `("form", "pages", 0, "fields", 2)`, in
addresses `form.pages.0.fields.2`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

from motcua.kernel.words import Sentence

Tree: TypeAlias = dict[str, Any]
Trees: TypeAlias = dict[str, Tree]
Place: TypeAlias = tuple[str | int, ...]

NAMES = ("procedure", "form", "workflow", "fees", "scenarios", "guide")
"""The documents of a version; `guide` may be missing."""


class EditionStatus(StrEnum):
    """How far an edition has come."""

    WORKING = "working"
    PROPOSED = "proposed"
    RETURNED = "returned"
    PUBLISHED = "published"
    DISCARDED = "discarded"

    @property
    def label(self) -> Sentence:
        """What people call it."""
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether it can still be edited."""
        return self in {EditionStatus.WORKING, EditionStatus.RETURNED}


_LABELS = {
    EditionStatus.WORKING: Sentence("Đang soạn", "Being written"),
    EditionStatus.PROPOSED: Sentence("Chờ duyệt", "Waiting for approval"),
    EditionStatus.RETURNED: Sentence("Cần sửa lại", "Returned"),
    EditionStatus.PUBLISHED: Sentence("Đã công bố", "Published"),
    EditionStatus.DISCARDED: Sentence("Đã bỏ", "Discarded"),
}


class Section(StrEnum):
    """The parts of an edition as its editor goes through them."""

    GENERAL = "chung"
    QUESTIONS = "cau-hoi"
    PAPERS = "giay-to"
    CASES = "truong-hop"
    FEES = "phi"
    PROCESS = "quy-trinh"
    DATES = "hieu-luc"
    GUIDE = "huong-dan"
    SCENARIOS = "kich-ban"


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in a list."""

    key: UUID
    code: str
    version: int
    name: str
    status: EditionStatus
    author: str
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True)
class EditionView:
    """An edition as its readers see it.

    `revision` grows with every change, undoing too, and must be sent with the next one;
    `position` is the kept step it stands at, between `first` and `last`.
    """

    key: UUID
    code: str
    version: int
    name: str
    status: EditionStatus
    revision: int
    position: int
    first: int
    last: int
    trees: Trees
    agency_code: str
    agency_path: str
    author: str
    contributors: tuple[str, ...]
    approver: str
    comment: str
    saved_at: datetime
    saved_by: str
    may_edit: bool
    may_decide: bool
    undoes: str = ""
    """What the last step did, in words; empty where nothing can be undone."""
    redoes: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in an edition: where, what, and what would be right."""

    at: Place
    section: Section
    what: Sentence
    remedy: Sentence
    title: Sentence
    """What people call the thing it is about: the question, the paper, the step."""
