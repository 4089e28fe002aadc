"""Looking at every component of a paper dossier, and scanning what stays at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.desk.views import CASE_ROLES
from motcua.dossiers import actions, queries
from motcua.dossiers.queries.intake_check import intake_of_dossier, intake_of_draft
from motcua.dossiers.rules.intake_check import PapersRefused
from motcua.dossiers.values import DraftView
from motcua.dossiers.values.intake import CheckedPaper, IntakeView, NotDigitised, ScanView
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.rules.scenarios import required_components
from motcua.procedures.values.services import Component
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

KINDS = (("chinh", "originals"), ("chung-thuc", "certified"), ("sao", "copies"))
_NO_FILE = Sentence("Bạn hãy chọn tệp đã quét.", "Choose the scanned file.")
_NO_PAGES = Sentence(
    "Bạn hãy đếm và ghi số trang của giấy tờ, từ 1 đến 999.",
    "Count the pages of the paper and enter the number, from 1 to 999.",
)


class NoPaperHere(Refused):
    """What is typed in amends a dossier, so its papers were looked at when it came in."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Tờ khai này bổ sung cho hồ sơ đã nhận nên không kiểm lại toàn bộ giấy tờ. Bạn "
                "đính kèm giấy tờ mới ngay trong tờ khai.",
                "This form supplements an application that came in already; its papers are not "
                "checked again. Attach new papers in the form itself.",
            )
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A component on the page: what is asked, what was noted or typed, what was scanned."""

    component: Component
    asked: bool
    typed: Mapping[str, str]
    scans: tuple[ScanView, ...]
    error: Sentence | None

    @property
    def noted(self) -> bool:
        """Whether anything was noted, typed or refused about it."""
        return bool(self.scans or self.error or any(self.typed.values()))


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.RECEPTIONIST)
def papers(request: Request, key: UUID) -> HttpResponse:
    """Note what was handed in of each component."""
    draft, noted = _opened(request, key)
    if noted is None:
        return refusals.page(request, NoPaperHere(), back=reverse("portal:check", args=[key]))
    service = procedures.service_by_digest(draft.service_digest)
    if request.method != "POST":
        return _page(request, draft, noted)
    try:
        lines = [line for c in service.components if (line := _read(request, c)) is not None]
        actions.check_papers(draft=key, papers=lines, by=request.viewer, at=clock.now())
    except PapersRefused as refused:
        return _page(request, draft, noted, problems=refused.problems, status=422)
    except Refused as refused:
        return _page(request, draft, noted, problems={"": refused.sentence}, status=422)
    messages.success(request, _("Đã ghi giấy tờ nhận được."))
    return HttpResponseRedirect(reverse("desk:intake_papers", args=[key]))


@require_POST
@officer_required(Role.RECEPTIONIST)
def scan(request: Request, key: UUID, component: str) -> HttpResponse:
    """Keep a scan whose pages are as many as the officer counted."""
    draft, noted = _opened(request, key)
    if noted is None:
        return refusals.page(request, NoPaperHere(), back=reverse("portal:check", args=[key]))
    upload, declared = request.FILES.get("tep"), number_of(request.POST.get("so-trang"))
    problem = None if upload else _NO_FILE
    if problem is None and not (declared and 0 < declared < 1000):
        problem = _NO_PAGES
    if problem or upload is None:
        return _page(request, draft, noted, problems={component: problem or _NO_FILE}, status=422)
    try:
        digest = actions.scan(
            draft=key,
            component=component,
            content=upload.read(),
            filename=upload.name or "",
            declared_pages=declared or 0,
            by=request.viewer,
            at=clock.now(),
        )
    except Refused as refused:
        return _page(request, draft, noted, problems={component: refused.sentence}, status=422)
    messages.success(
        request, _("Đã quét đủ số trang. Mã kiểm tra: %(digest)s…") % {"digest": digest[:16]}
    )
    return HttpResponseRedirect(reverse("desk:intake_papers", args=[key]))


@require_safe
@officer_required(*CASE_ROLES)
def record(request: Request, code: str) -> HttpResponse:
    """Show what was noted when a dossier was taken in."""
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    noted = intake_of_dossier(viewer=request.viewer, code=code) if view else None
    if view is None:
        raise Http404
    service = procedures.service_by_digest(view.service_digest)
    context = {"dossier": view, "noted": noted, "service": service}
    return pages.render(request, "desk/intake/record.html", context)


def _opened(request: Request, key: UUID) -> tuple[DraftView, IntakeView | None]:
    draft = queries.draft(viewer=request.viewer, key=key)
    if draft is None or draft.submitted_as or draft.channel.is_online:
        raise Http404
    return draft, intake_of_draft(viewer=request.viewer, draft=key)


def _read(request: Request, component: Component) -> CheckedPaper | None:
    posted, code = request.POST, component.code
    counts = {name: number_of(posted.get(f"{code}.{kind}")) or 0 for kind, name in KINDS}
    shown, missing = (posted.get(f"{code}.{what}") == "yes" for what in ("xem", "thieu"))
    if not (any(counts.values()) or shown or missing):
        return None
    why = posted.get(f"{code}.khong-so-hoa", "")
    return CheckedPaper(
        component=code,
        shown=shown,
        missing=missing,
        not_digitised=NotDigitised(why) if why in set(NotDigitised) else None,
        note=posted.get(f"{code}.ghi-chu", "").strip(),
        **counts,
    )


def _page(
    request: Request,
    draft: DraftView,
    noted: IntakeView,
    *,
    problems: Mapping[str, Sentence] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "draft": draft,
        "noted": noted,
        "lines": _lines(request, draft, noted, problems=problems or {}),
        "errors": [(code, words) for code, words in (problems or {}).items()],
        "reasons": [(reason.value, reason.label) for reason in NotDigitised],
        "back": reverse("portal:check", args=[draft.key]),
    }
    return pages.render(request, "desk/intake/papers.html", context, status=status)


def _lines(
    request: Request,
    draft: DraftView,
    noted: IntakeView,
    *,
    problems: Mapping[str, Sentence],
) -> list[Line]:
    service = procedures.service_by_digest(draft.service_digest)
    asked = {
        component.code
        for component in required_components(service, draft.answers, channel=draft.channel.value)
    }
    lines = [
        Line(
            component=component,
            asked=component.code in asked,
            typed=_typed(request, component.code, noted.paper(component.code)),
            scans=tuple(one for one in noted.scans if one.component == component.code),
            error=problems.get(component.code),
        )
        for component in service.components
    ]
    return sorted(lines, key=lambda line: not line.asked)


def _typed(request: Request, code: str, paper: CheckedPaper | None) -> dict[str, str]:
    names = [kind for kind, _name in KINDS] + ["xem", "thieu", "khong-so-hoa", "ghi-chu"]
    if any(name.startswith(f"{code}.") for name in request.POST):
        return {name: request.POST.get(f"{code}.{name}", "") for name in names}
    if paper is None:
        return dict.fromkeys(names, "")
    counts = {kind: str(getattr(paper, name) or "") for kind, name in KINDS}
    return counts | {
        "xem": "yes" if paper.shown else "",
        "thieu": "yes" if paper.missing else "",
        "khong-so-hoa": paper.not_digitised.value if paper.not_digitised else "",
        "ghi-chu": paper.note,
    }
