"""Asking the applicant to pay: what is owed already, or an obligation the case brings with it."""

from datetime import datetime

from motcua.dossiers.actions.turning import Bench, Made
from motcua.dossiers.models import PaymentRequest
from motcua.dossiers.queries.money import bill_of
from motcua.dossiers.values.asking import Obligation
from motcua.kernel.calendar import WorkingCalendar
from motcua.kernel.words import Refused, Sentence
from motcua.payments import actions as payments
from motcua.payments.values import Line

LARGEST = 100_000_000_000
LONGEST = 300


class ObligationRefused(Refused):
    """What the applicant is asked to pay is not said well enough."""


def check_obligation(owed: Obligation | None) -> None:
    """Refuse an obligation without a name, a sensible sum or its legal basis."""
    if owed is None:
        return
    if not 0 < owed.amount <= LARGEST:
        raise ObligationRefused(
            Sentence(
                "Bạn hãy ghi số tiền bằng đồng, từ 1 đến 100 tỷ.",
                "Write the sum in đồng, from 1 to 100 billion.",
            )
        )
    if not all(0 < len(words.strip()) <= LONGEST for words in (owed.name, owed.legal_basis)):
        raise ObligationRefused(
            Sentence(
                f"Bạn hãy ghi tên khoản thu và căn cứ pháp lý, mỗi ô dài nhất {LONGEST} ký tự.",
                f"Name the sum and its legal basis, at most {LONGEST} characters each.",
            )
        )


def ask_to_pay(on: Bench, made: Made) -> None:
    """Write the request down and charge the added obligation. In the caller's transaction.

    Refuses (`ObligationRefused`) where nothing is left to pay and nothing is added.
    """
    subject = _charge(on, made.obligation, made) if made.obligation else ""
    if not bill_of(on.row).outstanding and not subject:
        raise ObligationRefused(
            Sentence(
                "Hồ sơ không còn khoản nào chưa nộp. Bạn hãy ghi khoản cần thu và căn cứ pháp lý.",
                "Nothing is left to pay. Write down what is owed, and its legal basis.",
            )
        )
    PaymentRequest.objects.create(
        dossier=on.row,
        subject=subject,
        reason=made.reason,
        asked_at=made.at,
        asked_by_name=made.by.name,
        pay_by=pay_by(on, made.at, on.calendar),
    )


def note_paid(on: Bench, made: Made) -> None:
    """Note that what was asked for has come."""
    on.row.payment_requests.filter(paid_at=None).update(paid_at=made.at)


def pay_by(on: Bench, at: datetime, calendar: WorkingCalendar) -> datetime:
    """Give the end of the time the profile leaves for paying, asked for at `at`."""
    return calendar.due(at, on.service.workflow.profile.pay_within).at


def _charge(on: Bench, owed: Obligation, made: Made) -> str:
    """Charge an obligation under a subject of its own: fees may be worked out anew beside it."""
    subject = f"{on.subject}/{on.row.payment_requests.count() + 1}"
    line = Line(
        code="obligation",
        name=owed.name.strip(),
        kind="charge",
        quantity=1,
        amount=owed.amount,
        legal_basis=owed.legal_basis.strip(),
    )
    payments.raise_charges(subject=subject, lines=[line], by=made.by.actor, at=made.at)
    return subject
