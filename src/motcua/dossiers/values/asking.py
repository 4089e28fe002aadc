"""What an applicant is asked for: papers, answers, money; and what they changed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motcua.kernel.words import Sentence


class ItemKind(StrEnum):
    """What is wrong with a paper or an answer that has to be supplemented."""

    MISSING = "missing"
    INCORRECT = "incorrect"
    OUT_OF_DATE = "out_of_date"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return _KINDS[self]


_KINDS = {
    ItemKind.MISSING: Sentence("Còn thiếu", "Missing"),
    ItemKind.INCORRECT: Sentence("Chưa đúng", "Not right"),
    ItemKind.OUT_OF_DATE: Sentence("Đã hết hạn", "Out of date"),
}


@dataclass(frozen=True, slots=True)
class Extension:
    """What an apology promises instead: a limit the procedure names (`ground`), or a day."""

    ground: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """A sum (whole đồng) the applicant owes beside the fees, and the text it is owed under."""

    name: str
    amount: int
    legal_basis: str


@dataclass(frozen=True, slots=True)
class PaymentRequestView:
    """A request to pay: why, and by when (`pay_by`)."""

    reason: str
    asked_at: datetime
    asked_by_name: str
    pay_by: datetime | None
    paid_at: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """An answer or the files of a question before and after a supplement, in words."""

    path: str
    label: str
    before: str
    after: str
