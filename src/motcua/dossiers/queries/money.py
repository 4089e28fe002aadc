"""What is owed for a dossier: its fees, and the obligations that were added since."""

from motcua.dossiers.models import Dossier
from motcua.dossiers.values.asking import PaymentRequestView
from motcua.payments import queries as payments
from motcua.payments.values import Bill, Payment


def subjects_of(row: Dossier) -> tuple[str, ...]:
    """Name what payments knows of this dossier: the dossier first, then each added obligation."""
    added = row.payment_requests.exclude(subject="").order_by("pk")
    return (f"dossier:{row.key}", *added.values_list("subject", flat=True))


def bill_of(row: Dossier) -> Bill:
    """Give everything owed and paid for a dossier as one bill."""
    return together([payments.bill(subject) for subject in subjects_of(row)])


def together(bills: list[Bill]) -> Bill:
    """Put bills into one; its payment is the last one, over all that was paid."""
    paid = [bill.payment for bill in bills if bill.payment]
    lines = tuple(line for bill in bills for line in bill.lines)
    if not paid:
        return Bill(lines, None)
    last, amount = paid[-1], sum(payment.amount for payment in paid)
    return Bill(lines, Payment(last.key, amount, last.method, last.received_at, last.received_by))


def requests_of(row: Dossier) -> tuple[PaymentRequestView, ...]:
    """Give the requests to pay, the oldest first."""
    return tuple(
        PaymentRequestView(
            reason=ask.reason,
            asked_at=ask.asked_at,
            asked_by_name=ask.asked_by_name,
            pay_by=ask.pay_by,
            paid_at=ask.paid_at,
        )
        for ask in row.payment_requests.order_by("pk")
    )
