"""Facts about money that the journal keeps."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ChargesRaised(Event):
    """Something is owed for `subject`: `amount` đồng over `lines` lines."""

    kind: ClassVar[str] = "payment.charges_raised"

    amount: int
    lines: int


@dataclass(frozen=True, kw_only=True)
class PaymentRecorded(Event):
    """`amount` đồng were received for `subject`."""

    kind: ClassVar[str] = "payment.recorded"

    payment: UUID
    amount: int
    method: str
