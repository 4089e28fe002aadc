"""Work on the result and the money of a dossier."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.dossiers.actions.moving import locked
from motcua.dossiers.actions.printing import issue_payment_receipt
from motcua.dossiers.actions.turning import bench, standing
from motcua.dossiers.events import ResultDrafted
from motcua.dossiers.queries.scope import functions_at
from motcua.dossiers.rules import paperwork
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.words import Refused, Sentence
from motcua.payments import actions as payments
from motcua.payments import queries as bills
from motcua.payments.values import Method, Payment
from motcua.workflow.values import Function, State


class ResultRefused(Refused):
    """The draft of a result was not taken."""


class CashRefused(Refused):
    """The viewer may not receive money for this dossier."""


def draft_result(
    *, code: str, by: Viewer, at: datetime, corrections: Mapping[str, str] | None = None
) -> None:
    """Put the draft of the result together from the answers.

    `corrections` replace the value of a line by its path; the applicant sees the draft. Only the
    function that has the dossier's step may; refuses with `ResultRefused`.
    """
    with transaction.atomic():
        on = bench(locked(code, by))
        step = on.service.workflow.step(on.row.step)
        if (
            on.row.state != State.IN_PROCESS.value
            or step is None
            or step.function not in functions_at(by, on.row)
        ):
            raise ResultRefused(
                Sentence(
                    vi="Chỉ người đang thụ lý hồ sơ mới lập được dự thảo kết quả.",
                    en="Only the officer who has the dossier may draft its result.",
                )
            )
        on.row.result = paperwork.result_draft(
            on.service.results[0],
            on.service.form,
            answers=on.row.answers,
            corrections=corrections or {},
        )
        on.row.revision += 1
        on.row.save(update_fields=["result", "revision"])
        record(
            event=ResultDrafted(**standing(on.row)),
            by=by.actor,
            at=at,
        )


def record_payment(*, code: str, amount: int, method: Method, by: Viewer, at: datetime) -> Payment:
    """Record that all that is owed was received at the counter, and issue its receipt."""
    with transaction.atomic():
        on = bench(locked(code, by))
        if not functions_at(by, on.row) & {Function.RECEPTION, Function.FINANCE}:
            raise CashRefused(
                Sentence(
                    vi="Chỉ bộ phận tiếp nhận hoặc kế toán mới ghi nhận được tiền thu.",
                    en="Only reception or finance may record money received.",
                )
            )
        known = bills.bill(on.subject).payment
        payment = payments.record_counter_payment(
            subject=on.subject,
            amount=amount,
            method=method,
            agency_code=on.row.agency_code,
            by=by.actor,
            at=at,
        )
        if known is None:
            issue_payment_receipt(on, made_by=by, at=at)
    return payment
