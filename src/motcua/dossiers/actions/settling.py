"""Work on the result and the money of a dossier."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.dossiers.actions.moving import carry_out, facts_of, locked, on_behalf
from motcua.dossiers.actions.printing import issue_payment_receipt
from motcua.dossiers.actions.turning import Bench, bench, standing
from motcua.dossiers.events import ResultDrafted
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.money import subjects_of, together
from motcua.dossiers.queries.scope import functions_at
from motcua.dossiers.rules import paperwork
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.money import dong
from motcua.kernel.words import Refused, Sentence
from motcua.payments import actions as payments
from motcua.payments import queries as bills
from motcua.payments.values import Method, Payment
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Function, Move, State

LONGEST_REFUSAL = 4000
LONGEST_BASIS = 500


class ResultRefused(Refused):
    """The draft of a result was not taken."""


class CashRefused(Refused):
    """The viewer may not receive money for this dossier, or not this sum."""


def draft_result(
    *, code: str, by: Viewer, at: datetime, corrections: Mapping[str, str] | None = None
) -> None:
    """Put the draft of the result together from the answers.

    `corrections` replace the value of a line by its path; the applicant sees the draft. Only the
    function that has the dossier's step may; refuses with `ResultRefused`.
    """
    with transaction.atomic():
        on = _at_work(code, by)
        on.row.result = paperwork.result_draft(
            on.service.results[0],
            on.service.form,
            answers=on.row.answers,
            corrections=corrections or {},
        )
        _keep_draft(on, by=by, at=at)


def draft_refusal(*, code: str, reason: str, legal_basis: str, by: Viewer, at: datetime) -> None:
    """Draft a decision that refuses what was asked; once signed it is the result of the dossier.

    Both words are needed: whoever is refused can read why, and under which text. Refuses with
    `ResultRefused`.
    """
    why, basis = reason.strip(), legal_basis.strip()
    if not (0 < len(why) <= LONGEST_REFUSAL and 0 < len(basis) <= LONGEST_BASIS):
        raise ResultRefused(
            Sentence(
                vi=(
                    "Văn bản từ chối cần lý do và căn cứ pháp lý. Bạn hãy viết rõ cả hai, lý do "
                    f"dài nhất {LONGEST_REFUSAL} ký tự, căn cứ dài nhất {LONGEST_BASIS} ký tự."
                ),
                en=(
                    "A refusal needs its reason and its legal basis. Write both, at most "
                    f"{LONGEST_REFUSAL} and {LONGEST_BASIS} characters."
                ),
            )
        )
    with transaction.atomic():
        on = _at_work(code, by)
        on.row.result = {"sections": [], "refusal": {"reason": why, "legal_basis": basis}}
        _keep_draft(on, by=by, at=at)


def _at_work(code: str, by: Viewer) -> Bench:
    on = bench(locked(code, by))
    step = on.service.workflow.step(on.row.step)
    has_it = step is not None and step.function in functions_at(by, on.row)
    if on.row.state != State.IN_PROCESS.value or not has_it:
        raise ResultRefused(
            Sentence(
                vi="Chỉ người đang thụ lý hồ sơ mới lập được dự thảo kết quả.",
                en="Only the officer who has the application may draft its result.",
            )
        )
    return on


def _keep_draft(on: Bench, *, by: Viewer, at: datetime) -> None:
    by = on_behalf(by, on.row)
    on.row.revision += 1
    on.row.save(update_fields=["result", "revision"])
    record(event=ResultDrafted(**standing(on.row)), by=by.actor, at=at)


def record_payment(*, code: str, amount: int, method: Method, by: Viewer, at: datetime) -> Payment:
    """Record that all that is owed was received at the counter, and issue its receipt.

    A dossier that waited for it goes on by itself. Asking twice gives the first payment again.
    """
    with transaction.atomic():
        on = bench(locked(code, by))
        if not functions_at(by, on.row) & {Function.RECEPTION, Function.FINANCE}:
            raise CashRefused(
                Sentence(
                    vi="Chỉ bộ phận tiếp nhận hoặc kế toán mới ghi nhận được tiền thu.",
                    en="Only reception or finance may record money received.",
                )
            )
        owed = {
            subject: sum_owed
            for subject in subjects_of(on.row)
            if (sum_owed := bills.bill(subject).outstanding)
        }
        _check_sum(amount, owed)
        sums = owed or {on.subject: amount}
        paid = [
            payments.record_counter_payment(
                subject=subject,
                amount=sum_owed if len(sums) > 1 else amount,
                method=method,
                agency_code=on.row.agency_code,
                by=by.actor,
                at=at,
            )
            for subject, sum_owed in sums.items()
        ]
        if owed:
            bill = together([bills.bill(subject) for subject in owed])
            issue_payment_receipt(on, bill, made_by=by, at=at)
            go_on_when_paid(on, by=by, at=at)
    return paid[-1]


def _check_sum(amount: int, owed: Mapping[str, int]) -> None:
    total = sum(owed.values())
    if len(owed) > 1 and amount != total:
        raise CashRefused(
            Sentence(
                vi=f"Số tiền phải thu là {dong(total)}. Bạn hãy thu đúng số tiền này.",
                en=f"The amount owed is {dong(total, 'en')}. Please receive exactly this amount.",
            )
        )


def go_on_when_paid(on: Bench, *, by: Viewer, at: datetime) -> None:
    """Let a dossier that waits for its money go on once nothing is owed any more.

    In the caller's transaction, with the row locked; nothing happens where it does not wait.
    """
    facts = facts_of(on, at=at)
    if on.row.state != State.PAYMENT_DUE.value or facts.unpaid:
        return
    decision = workflow_rules.decide(
        definition=on.service.workflow,
        position=on.position,
        move=Move.CONFIRM_PAYMENT,
        functions=frozenset({Function.FINANCE}),
        facts=facts,
    )
    carry_out(on=on, decision=decision, by=by, at=at)


def settle_payment(*, subject: str, by: Viewer, at: datetime) -> None:
    """Let the dossier that a payment is about (`dossier:<uuid>`, or an obligation of it) go on."""
    key = subject.removeprefix("dossier:").partition("/")[0]
    with transaction.atomic():
        row = Dossier.objects.select_for_update(of=("self",)).filter(key=key).first()
        if row is not None and row.state == State.PAYMENT_DUE.value:
            go_on_when_paid(bench(row), by=by, at=at)
