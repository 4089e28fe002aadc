"""Reading what is owed and paid.

Who may read it is decided above, by the package that knows whose dossier it is.
"""

from collections.abc import Iterable

from django.db.models import Sum

from motcua.payments.models import Charge, Received
from motcua.payments.values import Bill, Line, Method, Payment


def bill(subject: str) -> Bill:
    """Return what is owed and what was paid for `subject`; an empty bill when nothing is."""
    lines = tuple(
        Line(row.code, row.name, row.sort, row.quantity, row.amount, row.legal_basis)
        for row in Charge.objects.filter(subject=subject).order_by("pk")
    )
    received = Received.objects.filter(subject=subject).first() if lines else None
    return Bill(lines=lines, payment=as_payment(received) if received else None)


def outstanding(subjects: Iterable[str]) -> dict[str, int]:
    """Return what is still owed, in đồng, for each of many subjects that owe something."""
    wanted = list(subjects)
    owed = {
        row["subject"]: row["total"]
        for row in Charge.objects.filter(subject__in=wanted)
        .values("subject")
        .annotate(total=Sum("amount"))
    }
    for row in Received.objects.filter(subject__in=wanted):
        owed[row.subject] = owed.get(row.subject, 0) - row.amount
    return {subject: amount for subject, amount in owed.items() if amount > 0}


def as_payment(row: Received) -> Payment:
    """Turn a row into its value."""
    return Payment(row.key, row.amount, Method(row.method), row.received_at, row.received_by_name)
