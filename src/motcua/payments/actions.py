"""The verbs of payments: raise charges, record what was received at the counter."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from motcua.journal.actions import record, write_many
from motcua.journal.values import Actor
from motcua.kernel.money import dong
from motcua.kernel.words import Refused, Sentence
from motcua.payments.events import ChargesRaised, PaymentRecorded
from motcua.payments.models import Charge, Received
from motcua.payments.queries import as_payment
from motcua.payments.values import Line, Method, PastBill, Payment


class PaymentRefused(Refused):
    """A payment was not recorded."""


def raise_charges(*, subject: str, lines: Iterable[Line], by: Actor, at: datetime) -> int:
    """Write down what is owed for `subject`; lines of 0 đ are left out. Returns the sum in đồng.

    Lines already raised under the same code are replaced while nothing has been paid.
    """
    owed = [line for line in lines if line.amount > 0]
    with transaction.atomic():
        if Received.objects.filter(subject=subject).exists():
            return 0
        Charge.objects.filter(subject=subject).delete()
        if not owed:
            return 0
        Charge.objects.bulk_create(_charge(subject, line, at) for line in owed)
        total = sum(line.amount for line in owed)
        record(event=ChargesRaised(subject=subject, amount=total, lines=len(owed)), by=by, at=at)
    return total


def record_counter_payment(
    *, subject: str, amount: int, method: Method, agency_code: str, by: Actor, at: datetime
) -> Payment:
    """Record that the whole of what is owed was received at a counter.

    Asking twice gives the first payment again. Refuses (`PaymentRefused`) when nothing is owed or
    `amount` is not exactly what is owed.
    """
    with transaction.atomic():
        rows = list(Charge.objects.select_for_update().filter(subject=subject))
        known = Received.objects.filter(subject=subject).first()
        if known is not None:
            return as_payment(known)
        owed = sum(row.amount for row in rows)
        _check(owed=owed, amount=amount)
        row = Received.objects.create(
            subject=subject,
            amount=amount,
            method=method.value,
            agency_code=agency_code,
            received_at=at,
            received_by=by.key,
            received_by_name=by.name,
        )
        record(
            event=PaymentRecorded(
                subject=subject, payment=row.key, amount=amount, method=method.value
            ),
            by=by,
            at=at,
        )
    return as_payment(row)


def bring_in(*, bills: Iterable[PastBill]) -> None:
    """Write down many bills of another system, paid ones with their payment.

    In the transaction of what they are about; the trace of that is theirs as well.
    """
    kept = [bill for bill in bills if bill.lines]
    write_many(_charge(bill.subject, line, bill.raised_at) for bill in kept for line in bill.lines)
    write_many(
        Received(
            subject=bill.subject,
            amount=sum(line.amount for line in bill.lines),
            method=Method.TRANSFER.value,
            agency_code=bill.agency_code,
            received_at=bill.paid_at,
            received_by="",
            received_by_name=bill.received_by,
        )
        for bill in kept
        if bill.paid_at is not None
    )


def _charge(subject: str, line: Line, at: datetime) -> Charge:
    return Charge(
        subject=subject,
        code=line.code,
        name=line.name,
        sort=line.kind,
        quantity=line.quantity,
        amount=line.amount,
        legal_basis=line.legal_basis,
        raised_at=at,
    )


def _check(*, owed: int, amount: int) -> None:
    if owed == 0:
        raise PaymentRefused(
            Sentence(
                vi="Hồ sơ này không phải nộp phí, lệ phí.",
                en="Nothing is owed for this application.",
            )
        )
    if amount != owed:
        raise PaymentRefused(
            Sentence(
                vi=f"Số tiền phải thu là {dong(owed)}. Bạn hãy thu đúng số tiền này.",
                en=f"The amount owed is {dong(owed, 'en')}. Please receive exactly this amount.",
            )
        )
