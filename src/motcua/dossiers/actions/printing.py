"""Issuing the papers of a dossier: prescribed forms, the result, the receipt for money."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings

from motcua.agencies import queries as agencies
from motcua.documents import actions as documents
from motcua.dossiers.actions.turning import Bench
from motcua.dossiers.models import Attachment
from motcua.dossiers.queries.intake_check import received
from motcua.dossiers.queries.money import bill_of
from motcua.dossiers.rules import paperwork
from motcua.dossiers.values import SupplementItem
from motcua.identity.values import Viewer
from motcua.kernel.calendar import Due
from motcua.payments.values import Bill
from motcua.workflow import rules as workflow_rules
from motcua.workflow.values import Form


def issue_form(
    form: Form,
    on: Bench,
    *,
    made_by: Viewer,
    at: datetime,
    reason: str = "",
    items: Sequence[SupplementItem] = (),
    promised: datetime | None = None,
) -> None:
    """Issue a prescribed form about the dossier on the bench; `promised`: what was due before."""
    about = _particulars(on, made_by, promised=promised)
    data = paperwork.form_data(form, about, reason=reason, items=items)
    annex = on.service.workflow.profile.annex
    data["form"] = annex.printed(form)
    for said in data.get("items", ()):
        said["asked"] = paperwork.asked_of(on.service.component(said.pop("target")))
    _issue(on, form.value, title=annex.title(form).vi, data=data, made_by=made_by, at=at)


def issue_result(on: Bench, *, made_by: Viewer, at: datetime) -> UUID:
    """Issue the result as drafted, signed by `made_by`; gives the document's key."""
    result = on.service.results[0]
    drafted = on.row.result or {}
    if "refusal" in drafted:
        return _issue_refusal(on, drafted["refusal"], made_by=made_by, at=at)
    data = paperwork.result_data(_particulars(on, made_by), drafted, at=at)
    return _issue(on, result.layout, title=result.name.vi, data=data, made_by=made_by, at=at)


def _issue_refusal(on: Bench, refusal: dict[str, str], *, made_by: Viewer, at: datetime) -> UUID:
    """Issue the decision that refuses what was asked: a result, with its reason and basis."""
    data = paperwork.refusal_data(_particulars(on, made_by), refusal)
    title = "Quyết định từ chối giải quyết thủ tục hành chính"
    return _issue(on, "refusal_decision", title=title, data=data, made_by=made_by, at=at)


def issue_payment_receipt(on: Bench, bill: Bill, *, made_by: Viewer, at: datetime) -> None:
    """Issue the receipt for what was just paid at the counter."""
    data = paperwork.payment_data(replace(_particulars(on, made_by), bill=bill))
    _issue(
        on, "payment_receipt", title="Biên lai thu phí, lệ phí", data=data, made_by=made_by, at=at
    )


def _issue(
    on: Bench, layout: str, *, title: str, data: dict[str, object], made_by: Viewer, at: datetime
) -> UUID:
    issued = documents.issue(
        layout=layout,
        title=title,
        subject=on.subject,
        agency_code=on.row.agency_code,
        data=data,
        by=made_by.actor,
        at=at,
    )
    return issued.key


def _handed_in(on: Bench) -> tuple[tuple[str, str], ...]:
    if at_the_desk := received(on.row, on.service):
        return at_the_desk
    codes = set(
        Attachment.objects.filter(dossier=on.row, removed_at=None).values_list(
            "component", flat=True
        )
    )
    return tuple(
        (component.name.vi, paperwork.counts(component))
        for component in on.service.components
        if component.code in codes
    )


def _particulars(
    on: Bench, officer: Viewer, *, promised: datetime | None = None
) -> paperwork.Particulars:
    row = on.row
    agency = agencies.agency(row.agency_code)
    parent = agencies.agency(agency.parent_code) if agency.parent_code else None
    clock = on.clock
    reply = workflow_rules.reply_due(clock, on.calendar) if clock else None
    return paperwork.Particulars(
        code=row.code,
        look_up=f"{settings.BASE_URL}/tra-cuu/?ma={row.code}&kiem-tra={row.check_code}",
        service=row.service_name,
        agency=agency.name,
        parent_agency=parent.name if parent else "",
        place=agency.short_name,
        agency_contact=", ".join(part for part in (agency.phone, agency.address) if part),
        applicant=row.applicant_name,
        contact=row.contact,
        components=_handed_in(on),
        submitted_at=row.submitted_at,
        due=Due.from_json(row.due) if row.due else None,
        limit=on.service.workflow.limit.title.vi,
        answer_by=reply.at if reply else None,
        promised=promised,
        bill=bill_of(on.row),
        officer=officer.name,
        case_officer=row.officer_name,
        demonstration=settings.DEMONSTRATION,
    )
