"""What pages see of a person's store."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from motcua.documents.values import StoredFile
from motcua.dossiers.values.handed_in import Use
from motcua.kernel.words import Sentence


class Origin(StrEnum):
    """How a paper came into the store."""

    RESULT = "result"
    ACCEPTED = "accepted"
    OWN = "own"

    @property
    def label(self) -> Sentence:
        """Say it to the owner."""
        return {
            Origin.RESULT: Sentence("Kết quả bạn đã nhận", "Results you were given"),
            Origin.ACCEPTED: Sentence("Giấy tờ đã được tiếp nhận", "Papers that were accepted"),
            Origin.OWN: Sentence("Giấy tờ bạn tự cất", "Papers you put here yourself"),
        }[self]

    @property
    def desk_label(self) -> Sentence:
        """Say it to an officer."""
        return {
            Origin.RESULT: Sentence("Kết quả đã cấp, hồ sơ", "Result that was issued, application"),
            Origin.ACCEPTED: Sentence("Đã được tiếp nhận, hồ sơ", "Accepted before, application"),
            Origin.OWN: Sentence(
                "Người nộp tự cất, chưa cơ quan nào tiếp nhận",
                "Kept by the applicant, accepted by nobody yet",
            ),
        }[self]


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper in the store. `kind` is what it may be reused as: a component's or layout's code.

    `on` is the day in Hà Nội on which it was issued or handed in.
    """

    key: UUID
    origin: Origin
    kind: str
    name: str
    issued_by: str
    service_name: str
    dossier_code: str
    number: str
    on: date
    valid_until: date | None
    file: StoredFile
    kept_at: datetime
    uses: tuple[Use, ...] = ()

    def lasts(self, on: date) -> bool:
        """Whether it is still valid on a day."""
        return self.valid_until is None or self.valid_until >= on


@dataclass(frozen=True, slots=True)
class StoreView:
    """Somebody's store. `used` and `room` are bytes of what they put there themselves."""

    papers: tuple[PaperView, ...]
    files: int
    used: int
    most_files: int
    room: int
    fills_in: bool


@dataclass(frozen=True, slots=True)
class Known:
    """An answer given before: element of the dictionary, value, and where it was given."""

    element: str
    value: Any
    dossier_code: str
    service_name: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A known answer in the words of the form it was given in."""

    label: str
    text: str
    dossier_code: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a reused paper stems from, for the officer who relies on it.

    `same`: what lies in the dossier is to the byte what was accepted or issued then.
    """

    name: str
    origin: Origin
    issued_by: str
    dossier_code: str
    number: str
    on: date
    valid_until: date | None
    same: bool
