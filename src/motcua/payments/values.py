"""What is owed and what was paid, as the rest of the house sees it. Amounts are whole đồng."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class Method(StrEnum):
    """How money came in."""

    CASH = "cash"
    TRANSFER = "transfer"

    @property
    def label(self) -> Sentence:
        """Name the method to a reader."""
        return {
            Method.CASH: Sentence(vi="Tiền mặt tại quầy", en="Cash at the counter"),
            Method.TRANSFER: Sentence(vi="Chuyển khoản tại quầy", en="Transfer at the counter"),
        }[self]


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is owed. `kind` is `fee` (lệ phí) or `charge` (phí)."""

    code: str
    name: str
    kind: str
    quantity: int
    amount: int
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came in, all lines at once."""

    key: UUID
    amount: int
    method: Method
    received_at: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class Bill:
    """Everything owed and paid about one subject."""

    lines: tuple[Line, ...]
    payment: Payment | None

    @property
    def total(self) -> int:
        """Sum of the lines, in đồng."""
        return sum(line.amount for line in self.lines)

    @property
    def outstanding(self) -> int:
        """What is still owed, in đồng."""
        return max(0, self.total - (self.payment.amount if self.payment else 0))


@dataclass(frozen=True, slots=True)
class PastBill:
    """What was owed for a subject, and when all of it was paid, in the system it comes from."""

    subject: str
    lines: tuple[Line, ...]
    raised_at: datetime
    paid_at: datetime | None
    agency_code: str
    received_by: str = ""
