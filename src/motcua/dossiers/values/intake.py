"""Paper at the desk: what was handed in, what was scanned, and where paper is not taken."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class NotDigitised(StrEnum):
    """Why a paper is not scanned: the four exceptions of the rules on digitising at intake."""

    ONLINE = "online"
    SHOWN = "shown"
    OPINION = "opinion"
    SECRET = "secret"  # noqa: S105 -- a class of papers

    @property
    def label(self) -> Sentence:
        """Say it to an officer."""
        return {
            NotDigitised.ONLINE: Sentence("Hồ sơ đã nộp trực tuyến", "Submitted online already"),
            NotDigitised.SHOWN: Sentence("Giấy tờ chỉ xuất trình để đối chiếu", "Shown only"),
            NotDigitised.OPINION: Sentence("Ý kiến của cơ quan khác", "Opinion of another agency"),
            NotDigitised.SECRET: Sentence("Tài liệu mật", "Secret document"),
        }[self]


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """One component as handed in. `shown`: the original was looked at and given back at once."""

    component: str
    originals: int = 0
    certified: int = 0
    copies: int = 0
    shown: bool = False
    missing: bool = False
    not_digitised: NotDigitised | None = None
    note: str = ""

    @property
    def kept(self) -> int:
        """How many sheets or sets stay at the desk."""
        return self.originals + self.certified + self.copies

    @property
    def in_words(self) -> str:
        """Write it as on the receipt: `1 bản chính, 2 bản sao; đã xem bản chính và trả lại`."""
        kinds = (
            (self.originals, "bản chính"),
            (self.certified, "bản sao chứng thực"),
            (self.copies, "bản sao"),
        )
        said = [", ".join(f"{number} {kind}" for number, kind in kinds if number)]
        said.append("đã xem bản chính và trả lại" if self.shown else "")
        return "; ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class ScanView:
    """A scan: its pages were counted and are as many as whoever scanned it said."""

    component: str
    file: UUID
    filename: str
    pages: int
    sha256: str
    at: datetime
    by_name: str


@dataclass(frozen=True, slots=True)
class IntakeView:
    """What a desk noted when it took paper in. `exception`: why, although paper is not taken."""

    reception_code: str
    exception: str
    begun_at: datetime
    begun_by_name: str
    with_account: bool
    papers: tuple[CheckedPaper, ...]
    scans: tuple[ScanView, ...]
    checked_at: datetime | None
    checked_by_name: str

    def paper(self, component: str) -> CheckedPaper | None:
        """Give what was noted about a component."""
        return next((paper for paper in self.papers if paper.component == component), None)


@dataclass(frozen=True, slots=True)
class NoPaperRule:
    """That an agency takes no paper: one service or all, some weekdays (0 = Monday) or all."""

    key: UUID
    agency_code: str
    service_code: str
    weekdays: tuple[int, ...]
    from_on: date
    to_on: date | None
    reason: str
    set_by_name: str
    exceptions: int = 0

    def holds(self, service_code: str, on: date) -> bool:
        """Tell whether it closes the paper channel for a service on a day in Hà Nội."""
        return (
            self.service_code in ("", service_code)
            and self.from_on <= on
            and (self.to_on is None or on <= self.to_on)
            and (not self.weekdays or on.weekday() in self.weekdays)
        )
