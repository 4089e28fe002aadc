"""What the papers of a dossier say: the data of each layout, as JSON values.

Fields follow Thông tư 03/2025/TT-VPCP, Annex I, as far as they are known here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.values import SupplementItem
from motcua.forms import rules as form_rules
from motcua.forms.values import FormDefinition
from motcua.kernel.calendar import HANOI, Due
from motcua.kernel.money import dong, in_words
from motcua.payments.values import Bill
from motcua.procedures.values.services import Component, Result, ResultRow
from motcua.workflow.values import Form


@dataclass(frozen=True, slots=True)
class Particulars:
    """What any paper may need to say about a dossier."""

    code: str
    look_up: str
    service: str
    agency: str
    parent_agency: str
    place: str
    agency_contact: str
    applicant: str
    contact: Mapping[str, str]
    components: tuple[tuple[str, str], ...]
    submitted_at: datetime
    due: Due | None
    limit: str
    answer_by: datetime | None
    promised: datetime | None
    bill: Bill
    officer: str
    case_officer: str
    demonstration: bool


def moment(at: datetime) -> str:
    """Write a moment as people do in Hà Nội: `08:15 ngày 01/12/2025`."""
    local = at.astimezone(HANOI)
    return f"{local:%H:%M} ngày {local:%d/%m/%Y}"


def form_data(
    form: Form,
    about: Particulars,
    *,
    reason: str = "",
    items: Sequence[SupplementItem] = (),
) -> dict[str, Any]:
    """Give the data of a prescribed form."""
    data = _head(about) | {
        "citizen_id": about.contact.get("citizen_id", ""),
        "address": about.contact.get("address", ""),
        "phone": about.contact.get("phone", ""),
        "email": about.contact.get("email", ""),
        "reason": reason,
        "contact": about.agency_contact or about.agency,
    }
    if form is Form.RECEIPT_APPOINTMENT:
        return data | _receipt(about)
    if form is Form.SUPPLEMENT_REQUEST:
        return data | {
            "items": [
                {
                    "target": item.target,
                    "name": item.name,
                    "kind": KINDS.get(item.kind, item.kind),
                    "note": item.note,
                }
                for item in items
            ],
            "answer_by": moment(about.answer_by) if about.answer_by else "",
        }
    return data | {
        "received": moment(about.submitted_at),
        "promised": moment(about.promised) if about.promised else "",
        "due": moment(about.due.at) if about.due else "",
        "why": about.due.explanation("vi") if about.due else "",
    }


KINDS = {"missing": "còn thiếu", "incorrect": "chưa đúng", "out_of_date": "đã hết hạn"}


def _receipt(about: Particulars) -> dict[str, Any]:
    bill = about.bill
    return {
        "components": [{"name": name, "counts": counts} for name, counts in about.components],
        "sets": 1,
        "limit": about.limit,
        "received": moment(about.submitted_at),
        "due": moment(about.due.at) if about.due else "",
        "why": about.due.explanation("vi") if about.due else "",
        "fees": f"{dong(bill.total)} ({in_words(bill.total)})" if bill.total else "Không thu",
        "delivery": f"Bản điện tử trên trang này và tại {about.agency}",
    }


def counts(component: Component) -> str:
    """Write how many of a paper are asked: `1 bản chính, 2 bản sao`."""
    kinds = (
        (component.originals, "bản chính"),
        (component.certified, "bản sao chứng thực"),
        (component.copies, "bản sao"),
    )
    return ", ".join(f"{number} {kind}" for number, kind in kinds if number)


def asked_of(component: Component | None) -> list[int]:
    """Give how many originals, certified copies and copies of a paper are asked; none: none."""
    if component is None:
        return [0, 0, 0]
    return [component.originals, component.certified, component.copies]


def result_draft(
    result: Result,
    form: FormDefinition,
    *,
    answers: Mapping[str, Any],
    corrections: Mapping[str, str],
) -> dict[str, Any]:
    """State what a result tells, as people read it; `corrections` are the officer's, by path."""
    return {
        "sections": [
            {
                "title": section.title.vi,
                "rows": [
                    {
                        "path": row.path,
                        "label": row.label.vi,
                        "value": corrections.get(row.path, _stated(row, form, answers)),
                    }
                    for row in section.rows
                ],
            }
            for section in result.sections
        ]
    }


def _stated(row: ResultRow, form: FormDefinition, answers: Mapping[str, Any]) -> str:
    path = row.path
    if answers.get(path) is None and row.when is not None and row.when.holds(answers):
        path = row.otherwise
    return form_rules.shown(form.fields[path], answers.get(path), form.library)


def result_data(about: Particulars, draft: Mapping[str, Any], *, at: datetime) -> dict[str, Any]:
    """Give the data of the result's layout: the draft, who registered and who signed."""
    return _head(about) | {
        "sections": draft.get("sections", []),
        "registered_on": f"{at.astimezone(HANOI):%d/%m/%Y}",
        "signer": about.officer,
        "officer": about.case_officer,
    }


def refusal_data(about: Particulars, refusal: Mapping[str, str]) -> dict[str, Any]:
    """Give the data of a decision that refuses: the reason, the text it rests on, how to appeal."""
    return _head(about) | {
        "citizen_id": about.contact.get("citizen_id", ""),
        "address": about.contact.get("address", ""),
        "received": moment(about.submitted_at),
        "reason": refusal.get("reason", ""),
        "legal_basis": refusal.get("legal_basis", ""),
        "contact": about.agency_contact or about.agency,
        "signer": about.officer,
        "officer": about.case_officer,
    }


def payment_data(about: Particulars) -> dict[str, Any]:
    """Give the data of the receipt for money."""
    bill = about.bill
    return _head(about) | {
        "lines": [{"name": line.name, "amount": dong(line.amount)} for line in bill.lines],
        "total": dong(bill.total),
        "in_words": in_words(bill.total),
        "method": bill.payment.method.label.vi if bill.payment else "",
    }


def _head(about: Particulars) -> dict[str, Any]:
    return {
        "dossier_code": about.code,
        "look_up": about.look_up,
        "request": about.service,
        "agency": about.agency,
        "parent_agency": about.parent_agency,
        "place": about.place,
        "applicant": about.applicant,
        "officer": about.officer,
        "demonstration": about.demonstration,
    }
