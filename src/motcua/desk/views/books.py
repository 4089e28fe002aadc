"""The register of dossiers and the control sheet of one: on screen, as spreadsheet, in print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from xlsxwriter import Workbook

from motcua.agencies import queries as agencies
from motcua.desk.views import CASE_ROLES
from motcua.desk.views.papers import inline
from motcua.documents.rules.policy import EXCEL
from motcua.dossiers import queries
from motcua.dossiers.actions import DossierUnknown, bookkeeping
from motcua.dossiers.queries import register as book
from motcua.dossiers.queries.register import RegisterSpan
from motcua.dossiers.rules.bookkeeping import REGISTER_HEADINGS, RegisterLine, register_row
from motcua.dossiers.rules.control_sheet import passages
from motcua.identity.values import Viewer
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked of the register: the span, and what was wrong with it."""

    span: RegisterSpan
    agency_code: str
    own: tuple[tuple[str, str], ...] = ()
    problem: Sentence | None = None


@require_GET
@officer_required(*CASE_ROLES)
def register(request: Request) -> HttpResponse:
    """Show a page of the register."""
    asked = _asked(request)
    after = _cursor(request.GET.get("sau", ""))
    found = book.register(viewer=request.viewer, span=asked.span, after=after)
    return _register_page(request, asked, found)


@require_GET
@officer_required(*CASE_ROLES)
def register_sheet(request: Request) -> FileResponse | HttpResponse:
    """Give the register as a spreadsheet, written line by line."""
    asked = _asked(request)
    if asked.problem:
        return _register_page(request, asked, None, status=400)
    lines = book.register_lines(viewer=request.viewer, span=asked.span)
    name = f"so-theo-doi-{asked.span.since:%Y%m%d}-{asked.span.until:%Y%m%d}.xlsx"
    response = FileResponse(_sheet(lines), as_attachment=True, filename=name, content_type=EXCEL)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@officer_required(*CASE_ROLES)
def print_register(request: Request) -> HttpResponse:
    """Print a part of the register, numbered."""
    asked = _asked(request)
    if asked.problem:
        return _register_page(request, asked, None, status=400)
    try:
        key = bookkeeping.issue_register(span=asked.span, by=request.viewer, at=clock.now())
    except bookkeeping.RegisterRefused as refused:
        again = replace(asked, problem=refused.sentence)
        return _register_page(request, again, None, status=409)
    return HttpResponseRedirect(reverse("desk:register_print", args=[key]))


@require_GET
@officer_required(*CASE_ROLES)
def register_print(request: Request, key: UUID) -> HttpResponse:
    """Show a printed register."""
    content = bookkeeping.printed_register(key=key, by=request.viewer)
    if content is None:
        raise Http404
    return inline(content, media_type="application/pdf", filename="so-theo-doi-ho-so.pdf")


@require_GET
@officer_required(*CASE_ROLES)
def control_sheet(request: Request, code: str) -> HttpResponse:
    """Show how a dossier went from hand to hand, as its journal tells."""
    found = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    if found is None or found.for_applicant:
        raise Http404
    service = procedures.service_by_digest(found.service_digest)
    rows = passages(
        found.history,
        definition=service.workflow,
        calendar=agencies.calendar_of(found.agency_code),
        submitted_at=found.submitted_at,
    )
    return pages.render(
        request, "desk/books/control_sheet.html", {"dossier": found, "passages": rows}
    )


@require_POST
@officer_required(*CASE_ROLES)
def print_control_sheet(request: Request, code: str) -> HttpResponse:
    """Print the control sheet as it stands now."""
    try:
        key = bookkeeping.issue_control_sheet(code=code, by=request.viewer, at=clock.now())
    except DossierUnknown as unknown:
        raise Http404 from unknown
    return HttpResponseRedirect(reverse("desk:document", args=[code, key]))


def _asked(request: Request) -> Asked:
    """Read agency and days; what cannot be read falls back to this month and one's own agency."""
    today = clock.today()
    typed = request.POST if request.method == "POST" else request.GET
    own = agencies_of(request.viewer)
    code = typed.get("co-quan", "") or own[0][0]
    paths = {own_code: path for own_code, _, path in own}
    problem = None
    if code not in paths:
        code = own[0][0]
        problem = Sentence(
            "Bạn hãy chọn một cơ quan trong danh sách.", "Choose an agency from the list."
        )
    since = _day(typed.get("tu", ""), today.replace(day=1))
    until = _day(typed.get("den", ""), today)
    if since is None or until is None:
        problem = Sentence(
            "Bạn hãy viết ngày đủ ngày, tháng, năm, ví dụ 01/12/2026.",
            "Write day, month and year, for example 01/12/2026.",
        )
    elif until < since or until - since > timedelta(days=366):
        problem = Sentence(
            "Ngày cuối phải từ ngày đầu trở đi và không quá một năm.",
            "The last day must not be before the first, nor more than a year after it.",
        )
    if problem:
        since, until = today.replace(day=1), today
    span = RegisterSpan(paths[code], since or today, until or today)
    return Asked(span, code, tuple((own_code, name) for own_code, name, _ in own), problem)


def _day(text: str, otherwise: date) -> date | None:
    if not text:
        return otherwise
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=HANOI).date()
        except ValueError:
            continue
    return None


def _cursor(text: str) -> tuple[datetime, int, int] | None:
    moment, _, rest = text.partition("_")
    number, _, sequence = rest.partition("_")
    try:
        at = datetime.fromisoformat(moment)
        cursor = at, int(number), int(sequence)
    except ValueError:
        return None
    return cursor if at.tzinfo and cursor[1] < 2**63 and 0 <= cursor[2] < 2**63 else None


def agencies_of(viewer: Viewer) -> list[tuple[str, str, str]]:
    """Give (code, short name, path) of the agencies whose register this officer keeps."""
    held = dict.fromkeys(g.agency_code for g in viewer.grants if g.role in CASE_ROLES)
    found = [agencies.agency(code) for code in held]
    return [(agency.code, agency.short_name, agency.path) for agency in found]


def _register_page(
    request: Request, asked: Asked, found: Any, *, status: int = 200
) -> HttpResponse:
    days = {"co-quan": asked.agency_code, "tu": asked.span.since, "den": asked.span.until}
    following = ""
    if found and found.after:
        moment, number, sequence = found.after
        following = urlencode({**days, "sau": f"{moment.isoformat()}_{number}_{sequence}"})
    return pages.render(
        request,
        "desk/books/register.html",
        {
            "asked": asked,
            "page": found,
            "sheet": f"{reverse('desk:register_sheet')}?{urlencode(days)}",
            "following": f"?{following}" if following else "",
        },
        status=400 if asked.problem and status == 200 else status,
    )


def _sheet(lines: Iterator[RegisterLine]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115 -- the response closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet("Sổ theo dõi hồ sơ")
        bold = workbook.add_format({"bold": True, "text_wrap": True})
        sheet.freeze_panes(1, 2)
        sheet.write_row(0, 0, REGISTER_HEADINGS, bold)
        for number, line in enumerate(lines, start=1):
            sheet.write_row(number, 0, register_row(line))
    file.seek(0)
    return file
