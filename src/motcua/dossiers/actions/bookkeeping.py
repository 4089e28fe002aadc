"""The two papers that tell of the work itself: control sheet and register."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.documents import actions as documents
from motcua.documents import queries as issued
from motcua.dossiers.actions.moving import DossierUnknown, locked
from motcua.dossiers.queries.reading import dossier
from motcua.dossiers.queries.register import (
    PRINTED_MOST,
    RegisterSpan,
    may_keep_register,
    register_lines,
)
from motcua.dossiers.rules.bookkeeping import control_sheet_data, register_data
from motcua.dossiers.rules.control_sheet import passages
from motcua.dossiers.values import DossierView
from motcua.identity.values import Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.workflow.values import Annex, Form


class RegisterRefused(Refused):
    """The register cannot be printed as asked."""


def issue_control_sheet(*, code: str, by: Viewer, at: datetime) -> UUID:
    """Print the control sheet of a dossier as it stands; gives the document's key.

    Pressed again before anything has moved, it gives the sheet that was issued already.
    """
    with transaction.atomic():
        row = locked(code, by)
        found = dossier(viewer=by, code=code, at=at)
        if found is None or found.for_applicant:
            raise DossierUnknown
        for paper in reversed(found.documents):
            if paper.layout == Form.CONTROL_SHEET and paper.data["revision"] == row.revision:
                return paper.key
        return documents.issue(
            layout=Form.CONTROL_SHEET.value,
            title=Form.CONTROL_SHEET.label.vi,
            subject=f"dossier:{found.key}",
            agency_code=found.agency_code,
            data=_control_sheet(found),
            by=by.actor,
            at=at,
        ).key


def issue_register(*, span: RegisterSpan, by: Viewer, at: datetime) -> UUID:
    """Print a part of the register, numbered; gives the document's key.

    Refuses with `RegisterRefused` what is not the viewer's, has no line or more than a print holds.
    """
    if not may_keep_register(by, span.agency_path):
        raise RegisterRefused(
            Sentence(
                "Bạn không giữ sổ của cơ quan này.", "You do not keep the register of this agency."
            )
        )
    lines = []
    for line in register_lines(viewer=by, span=span):
        lines.append(line)
        if len(lines) > PRINTED_MOST:
            raise RegisterRefused(
                Sentence(
                    f"Bản in chứa nhiều nhất {PRINTED_MOST} hồ sơ. Bạn hãy chọn ít ngày hơn, "
                    "hoặc tải bảng tính.",
                    f"A print holds at most {PRINTED_MOST} applications. Choose fewer days, "
                    "or download the spreadsheet.",
                )
            )
    if not lines:
        raise RegisterRefused(
            Sentence(
                "Không có hồ sơ nào trong những ngày này.", "No applications came in on these days."
            )
        )
    agency = agencies.agency(span.agency_path.rstrip("."))
    return documents.issue(
        layout=Form.REGISTER.value,
        title=Form.REGISTER.label.vi,
        subject=register_subject(agency.code),
        agency_code=agency.code,
        data=_head(agency.code, by)
        | {"form": Annex().printed(Form.REGISTER)}
        | register_data(lines, since=span.since, until=span.until),
        by=by.actor,
        at=at,
    ).key


def register_subject(agency_code: str) -> str:
    """Name an agency's register in the journal and among issued documents."""
    return f"register:{agency_code}"


def printed_register(*, key: UUID, by: Viewer) -> bytes | None:
    """Give the PDF of an issued register; None where it is not the viewer's."""
    found = issued.issued(key)
    if found is None or not found.subject.startswith("register:"):
        return None
    path = agencies.agency(found.subject.removeprefix("register:")).path
    return documents.printed(key=key) if may_keep_register(by, path) else None


def _control_sheet(found: DossierView) -> dict[str, Any]:
    service = procedures.service_by_digest(found.service_digest)
    rows = passages(
        found.history,
        definition=service.workflow,
        calendar=agencies.calendar_of(found.agency_code),
        submitted_at=found.submitted_at,
    )
    agency = agencies.agency(found.agency_code)
    return {
        "agency": agency.name,
        "place": agency.short_name,
        "demonstration": settings.DEMONSTRATION,
        "form": service.workflow.profile.annex.printed(Form.CONTROL_SHEET),
    } | control_sheet_data(found, rows)


def _head(agency_code: str, by: Viewer) -> dict[str, Any]:
    agency = agencies.agency(agency_code)
    parent = agencies.agency(agency.parent_code) if agency.parent_code else None
    return {
        "agency": agency.name,
        "parent_agency": parent.name if parent else "",
        "place": agency.short_name,
        "officer": by.name,
        "demonstration": settings.DEMONSTRATION,
    }
