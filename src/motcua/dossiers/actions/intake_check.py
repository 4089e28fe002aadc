"""Taking paper in at a desk: begin, look at every component, scan what stays.

`submit` asks `papers_ready` before a paper dossier goes in.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.documents import actions as documents
from motcua.documents.rules.pages import check_pages, count_pages
from motcua.documents.rules.sniffing import clean_name, media_type_of
from motcua.dossiers.actions.drafting import DraftRefused, attach, open_draft
from motcua.dossiers.events import IntakeBegun, PaperScanned, PapersChecked
from motcua.dossiers.models import Attachment, Draft, Intake, NoPaper, PaperLine, Scan
from motcua.dossiers.queries.intake_check import intake_for, intake_view
from motcua.dossiers.queries.no_paper import no_paper
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.rules import intake_check as rules
from motcua.dossiers.values import Channel
from motcua.dossiers.values.intake import CheckedPaper, NoPaperRule
from motcua.forms.values.fields import FileField
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.rules.scenarios import required_components
from motcua.procedures.values.services import ServiceVersion

LONGEST_EXCEPTION = 500


class IntakeRefused(Refused):
    """Paper cannot be taken in like this."""


class NoPaperToday(IntakeRefused):
    """The agency takes no paper for this service today, unless a reason is given."""

    def __init__(self, rule: NoPaperRule) -> None:
        super().__init__(
            Sentence(
                f"Hôm nay cơ quan không nhận bản giấy cho thủ tục này ({rule.reason}). Bạn hãy "
                "hỗ trợ người dân nộp trực tuyến; nếu vẫn phải nhận bản giấy, hãy ghi rõ lý do.",
                f"No paper is taken for this procedure today ({rule.reason}). Help the person "
                "submit online; if paper must be taken all the same, say why.",
            )
        )
        self.rule = rule


def begin_intake(
    *,
    service_code: str,
    channel: Channel,
    reception_code: str,
    by: Viewer,
    at: datetime,
    applicant: UUID | None = None,
    exception: str = "",
) -> UUID:
    """Begin to take paper in at a desk; gives the draft that the officer types into.

    `applicant` has an account and will follow the dossier there. Raises NoPaperToday where only an
    `exception`, the reason, would do; IntakeRefused; ChannelRefused.
    """
    agency = agencies.agency(reception_code)
    if channel.is_online or Role.RECEPTIONIST not in by.roles_at(agency.path):
        raise IntakeRefused(_NOT_HERE)
    why = exception.strip()
    if len(why) > LONGEST_EXCEPTION:
        raise IntakeRefused(_LONG)
    on = local_day(at)
    rule = no_paper(agency_path=agency.path, service_code=service_code, on=on)
    if rule is not None and not why:
        raise NoPaperToday(rule)
    with transaction.atomic():
        draft = open_draft(
            service_code=service_code,
            by=by,
            at=at,
            channel=channel,
            reception_code=reception_code,
        )
        Intake.objects.create(
            draft=draft,
            applicant_id=applicant,
            reception_code=reception_code,
            rule=NoPaper.objects.get(key=rule.key) if rule else None,
            exception=why if rule else "",
            begun_at=at,
            begun_by_name=by.name,
        )
        event = IntakeBegun(
            subject=f"draft:{draft.key}",
            service=service_code,
            reception=reception_code,
            exception=why if rule else "",
        )
        record(event=event, by=by.actor, at=at)
    return draft.key


def check_papers(*, draft: UUID, papers: Sequence[CheckedPaper], by: Viewer, at: datetime) -> None:
    """Note what was handed in of each component, over what was noted before.

    Raises PapersRefused, PaperDemandRefused, DraftRefused.
    """
    with transaction.atomic():
        row = _open_intake(draft, by)
        rules.check_papers(procedures.service_by_digest(row.draft.service_digest), papers)
        for paper in papers:
            PaperLine.objects.update_or_create(
                intake=row,
                component=paper.component,
                defaults={
                    "originals": paper.originals,
                    "certified": paper.certified,
                    "copies": paper.copies,
                    "shown": paper.shown,
                    "missing": paper.missing,
                    "not_digitised": paper.not_digitised.value if paper.not_digitised else "",
                    "note": paper.note,
                },
            )
        named = [paper.component for paper in papers]
        row.papers.exclude(component__in=named).delete()
        row.checked_at, row.checked_by_name = at, by.name
        row.save(update_fields=["checked_at", "checked_by_name"])
        event = PapersChecked(
            subject=f"draft:{draft}",
            components=tuple(named),
            missing=tuple(paper.component for paper in papers if paper.missing),
        )
        record(event=event, by=by.actor, at=at)


def scan(
    *,
    draft: UUID,
    component: str,
    content: bytes,
    filename: str,
    declared_pages: int,
    by: Viewer,
    at: datetime,
) -> str:
    """Keep a scan whose pages are as many as declared; gives its SHA-256 (hex).

    Raises UploadRefused (also where the pages differ), PapersRefused, DraftRefused.
    """
    name = clean_name(filename)
    pages = count_pages(content, media_type=media_type_of(content, filename=name))
    check_pages(pages, declared=declared_pages, filename=name)
    with transaction.atomic():
        row = _open_intake(draft, by)
        service = procedures.service_by_digest(row.draft.service_digest)
        if service.component(component) is None:
            raise IntakeRefused(_UNKNOWN)
        file = documents.store(content=content, filename=name, by=by.actor, at=at)
        field = _field_of(service, component)
        if field:
            attach(draft=draft, field=field, component=component, file=file, by=by, at=at)
        else:
            Attachment.objects.create(
                draft=row.draft, file_id=file.key, field="", component=component, added_at=at
            )
        Scan.objects.create(
            intake=row,
            component=component,
            file_id=file.key,
            pages=pages,
            scanned_at=at,
            scanned_by_name=by.name,
        )
        event = PaperScanned(
            subject=f"draft:{draft}", component=component, pages=pages, sha256=file.sha256
        )
        record(event=event, by=by.actor, at=at)
    return file.sha256


def excused_files(paper: Draft, service: ServiceVersion) -> frozenset[str]:
    """Name the questions for files that a paper dossier may leave empty."""
    row = intake_for(paper)
    if row is None:
        return frozenset()
    view = intake_view(row)
    codes = rules.excused(view.papers, scanned={one.component for one in view.scans})
    return frozenset(
        path
        for path, placed in service.form.fields.items()
        if isinstance(placed.field, FileField) and placed.field.component in codes
    )


def papers_ready(paper: Draft, service: ServiceVersion, answers: Mapping[str, Any]) -> None:
    """Refuse (`PapersRefused`) to take paper in before every component was looked at."""
    row = intake_for(paper)
    if row is None:
        return
    view = intake_view(row)
    left = rules.unchecked(
        service,
        required_components(service, answers, channel=paper.channel),
        view.papers,
        scanned={one.component for one in view.scans},
    )
    if left:
        raise rules.PapersRefused(left)


def applicant_of(paper: Draft) -> UUID | None:
    """Give the account of whose paper it is, where they have one."""
    row = intake_for(paper)
    return row.applicant_id if row else None


def _open_intake(draft: UUID, by: Viewer) -> Intake:
    row = (
        Intake.objects.select_for_update(of=("self",))
        .select_related("draft")
        .filter(draft__key=draft, draft__owner__key=key_of(by), draft__submitted_as=None)
        .first()
    )
    if row is None or not by.paths(Role.RECEPTIONIST):
        raise DraftRefused(_GONE)
    return row


def _field_of(service: ServiceVersion, component: str) -> str:
    return next(
        (
            path
            for path, placed in service.form.fields.items()
            if isinstance(placed.field, FileField) and placed.field.component == component
        ),
        "",
    )


_NOT_HERE = Sentence(
    "Chỉ cán bộ tiếp nhận của cơ quan này mới nhận được hồ sơ giấy.",
    "Only reception officers of this agency may take paper in.",
)
_LONG = Sentence(
    f"Lý do dài nhất {LONGEST_EXCEPTION} ký tự. Bạn hãy viết gọn lại.",
    f"A reason has at most {LONGEST_EXCEPTION} characters. Make it shorter.",
)
_UNKNOWN = Sentence("Thủ tục này không có giấy tờ đó.", "This procedure has no such paper.")
_GONE = Sentence(
    "Tờ khai này đã nộp hoặc đã bỏ, hoặc không phải hồ sơ giấy của bạn.",
    "This form was submitted or discarded, or is no paper that you take in.",
)
