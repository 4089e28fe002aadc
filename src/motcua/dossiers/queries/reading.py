"""Reading one dossier: as its applicant, as an officer, as anybody with the check code."""

from datetime import datetime
from uuid import UUID

from motcua.agencies import queries as agencies
from motcua.documents import queries as documents
from motcua.documents.values import Issued, StoredFile
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.beside import beside
from motcua.dossiers.queries.drafts import attached
from motcua.dossiers.queries.money import bill_of, requests_of
from motcua.dossiers.queries.offers import offers_for
from motcua.dossiers.queries.scope import functions_at, visible_to
from motcua.dossiers.rules import codes, lateness, recalling
from motcua.dossiers.values import (
    Channel,
    DossierView,
    LookView,
    MessageView,
    PublicStatus,
    Recipient,
    SupplementItem,
    SupplementView,
)
from motcua.dossiers.values.asking import Change, PaymentRequestView
from motcua.identity.values import Viewer
from motcua.journal import queries as journal
from motcua.journal.values import Entry
from motcua.kernel.calendar import Due
from motcua.payments import queries as payments
from motcua.payments.values import Bill
from motcua.workflow.values import Clock, Function, State


def dossier(*, viewer: Viewer, code: str, at: datetime) -> DossierView | None:
    """Return everything about a dossier on one page; None when it is not the viewer's to see."""
    row = Dossier.objects.filter(visible_to(viewer), code=code).first()
    return _view(row, viewer, at=at) if row else None


def _view(row: Dossier, viewer: Viewer, *, at: datetime) -> DossierView:
    subject = f"dossier:{row.key}"
    functions = functions_at(viewer, row)
    history = journal.history(subject)
    bill, to_pay = _money(row, history)
    back = recalling.recall_to(history, key=viewer.actor.key)
    there = beside(row)
    return DossierView(
        key=row.key,
        code=row.code,
        check_code=row.check_code,
        service_code=row.service_code,
        service_digest=row.service_digest,
        service_name=row.service_name,
        agency_code=row.agency_code,
        agency_name=agencies.agency(row.agency_code).name,
        channel=Channel(row.channel),
        applicant_name=row.applicant_name,
        contact=row.contact,
        answers=row.answers,
        state=State(row.state),
        step=row.step,
        officer_name=row.officer_name,
        submitted_at=row.submitted_at,
        accepted_at=row.accepted_at,
        resolved_at=row.resolved_at,
        ended_at=row.ended_at,
        clock=Clock.from_json(row.clock) if row.clock else None,
        due=Due.from_json(row.due) if row.due else None,
        due_at=row.due_at,
        result=row.result,
        result_key=row.result_key,
        revision=row.revision,
        attachments=attached(dossier=row),
        documents=documents.issued_for(subject),
        supplements=_supplements(row),
        messages=_messages(row) if "messages" in there else (),
        history=history,
        bill=bill,
        offers=offers_for(row, functions=functions, unpaid=bill.outstanding, at=at, recall_to=back),
        promised_at=lateness.promised_at(row.due),
        payment_requests=to_pay,
        looks=_looks(row) if "looks" in there else (),
        functions=functions,
        for_applicant=Function.APPLICANT in functions,
        case_code=row.case_code,
        has_account=row.applicant_id is not None,
        beside=there,
    )


def look_up(*, code: str, check_code: str) -> PublicStatus | None:
    """Return the public status of a dossier to whoever knows both codes; no personal data."""
    row = Dossier.objects.filter(code=code.strip().upper()).first()
    if row is None or not codes.matches(row.check_code, check_code):
        return None
    return PublicStatus(
        code=row.code,
        service_name=row.service_name,
        agency_name=agencies.agency(row.agency_code).name,
        state=State(row.state),
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        resolved_at=row.resolved_at,
        ended_at=row.ended_at,
    )


def content_of_attachment(
    *, viewer: Viewer, code: str, key: UUID
) -> tuple[StoredFile, bytes] | None:
    """Return a file of a dossier the viewer may see, with its bytes checked."""
    row = Dossier.objects.filter(visible_to(viewer), code=code).only("pk").first()
    if row is None:
        return None
    known = {kept.file.key: kept.file for kept in attached(dossier=row)}
    return (known[key], documents.content(key)) if key in known else None


def content_of_document(*, viewer: Viewer, code: str, key: UUID) -> Issued | None:
    """Return an issued document of a dossier the viewer may see; print it with `printed`."""
    row = Dossier.objects.filter(visible_to(viewer), code=code).only("key").first()
    if row is None:
        return None
    return next((d for d in documents.issued_for(f"dossier:{row.key}") if d.key == key), None)


def recipient(subject: str) -> Recipient | None:
    """Tell notifications whom to write to about `dossier:<uuid>`; for listeners, not for pages."""
    row = Dossier.objects.filter(key=subject.removeprefix("dossier:")).first()
    if row is None:
        return None
    return Recipient(
        code=row.code,
        key=row.key,
        service_name=row.service_name,
        name=row.applicant_name,
        email=row.contact.get("email", ""),
        phone=row.contact.get("phone", ""),
        language=row.language,
        due_at=row.due_at,
    )


def _money(row: Dossier, history: tuple[Entry, ...]) -> tuple[Bill, tuple[PaymentRequestView, ...]]:
    """Give what is owed, and what was asked for where the history tells that something was."""
    if any(entry.kind == "dossier.payment_requested" for entry in history):
        return bill_of(row), requests_of(row)
    return payments.bill(f"dossier:{row.key}"), ()


def _supplements(row: Dossier) -> tuple[SupplementView, ...]:
    if not row.supplements:
        return ()
    return tuple(
        SupplementView(
            items=tuple(SupplementItem(**item) for item in ask.items),
            reason=ask.reason,
            asked_at=ask.asked_at,
            asked_by_name=ask.asked_by_name,
            answer_by=ask.answer_by,
            answered_at=ask.answered_at,
            changes=tuple(Change(**change) for change in ask.changes),
        )
        for ask in row.supplement_requests.order_by("asked_at")
    )


def _messages(row: Dossier) -> tuple[MessageView, ...]:
    return tuple(
        MessageView(said.from_applicant, said.author_name, said.body, said.sent_at)
        for said in row.messages.order_by("sent_at", "pk")
    )


def _looks(row: Dossier) -> tuple[LookView, ...]:
    return tuple(
        LookView(look.name, look.role, look.on, look.account_key)
        for look in row.looks.order_by("-on", "pk")[:30]
    )
