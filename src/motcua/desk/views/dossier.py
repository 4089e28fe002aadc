"""One dossier on one page, and everything an officer does to it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.desk.showing import answers_to_ask, components, page_context, papers_to_ask
from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.dossiers import actions, queries
from motcua.dossiers.values import DossierView, SupplementItem
from motcua.forms import rules as form_rules
from motcua.forms.values import AnswerSet, Section
from motcua.kernel.words import Refused
from motcua.payments.values import Method
from motcua.procedures import queries as procedures
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request
from motcua.workflow.values import Move


@require_GET
@officer_required(*CASE_ROLES)
def dossier(request: Request, code: str) -> HttpResponse:
    """Show the dossier; that the officer looked is noted for the applicant."""
    found = _found(request, code)
    if found is None:
        return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
    actions.note_look(code=code, by=request.viewer, at=clock.now())
    return _page(request, found)


@require_POST
@officer_required(*ACTING_ROLES)
def move(request: Request, code: str) -> HttpResponse:
    """Make one move: the same rule that drew the button decides."""
    found = _found(request, code)
    if found is None:
        return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
    try:
        state = actions.perform(
            code=code,
            move=Move(request.POST.get("buoc", "")),
            by=request.viewer,
            at=clock.now(),
            reason=request.POST.get("ly-do", ""),
            items=_items(request, found),
            revision=_number(request.POST.get("ban")),
            alternative=request.POST.get("can-cu") or None,
        )
    except ValueError:
        messages.error(request, _("Bạn hãy chọn một việc cần làm rồi bấm lại."))
        return _page(request, found, status=400)
    except Refused as refused:
        return _page(request, found, problem=refused, status=refusals.status_of(refused))
    messages.success(
        request,
        _("Đã xong. Hồ sơ %(code)s nay ở trạng thái “%(state)s”.")
        % {"code": code, "state": formats.say(state.label)},
    )
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]))


@require_POST
@officer_required(*ACTING_ROLES)
def draft_result(request: Request, code: str) -> HttpResponse:
    """Put the draft of the result together, with the officer's corrections."""
    prefix = "dong:"
    corrections = {
        name.removeprefix(prefix): value.strip()
        for name, value in request.POST.items()
        if name.startswith(prefix) and isinstance(value, str)
    }
    return _do(
        request,
        code,
        lambda: actions.draft_result(
            code=code, by=request.viewer, at=clock.now(), corrections=corrections
        ),
        done=_("Đã lập dự thảo kết quả. Người nộp thấy được dự thảo này."),
    )


@require_POST
@officer_required(*ACTING_ROLES)
def message(request: Request, code: str) -> HttpResponse:
    """Write to the applicant."""
    return _do(
        request,
        code,
        lambda: actions.message(
            code=code, body=request.POST.get("noi-dung", ""), by=request.viewer, at=clock.now()
        ),
        done=_("Đã gửi tin nhắn."),
    )


@require_POST
@officer_required(*ACTING_ROLES)
def payment(request: Request, code: str) -> HttpResponse:
    """Record that what is owed was received at the counter."""
    return _do(
        request,
        code,
        lambda: actions.record_payment(
            code=code,
            amount=_number(request.POST.get("so-tien")) or 0,
            method=Method(request.POST.get("hinh-thuc", Method.CASH.value)),
            by=request.viewer,
            at=clock.now(),
        ),
        done=_("Đã ghi nhận tiền thu. Biên lai nằm trong mục Văn bản."),
    )


def _do(request: Request, code: str, verb: Callable[[], object], *, done: str) -> HttpResponse:
    found = _found(request, code)
    if found is None:
        return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
    try:
        verb()
    except Refused as refused:
        return _page(request, found, problem=refused, status=refusals.status_of(refused))
    messages.success(request, done)
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]))


def _found(request: Request, code: str) -> DossierView | None:
    found = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    return None if found is None or found.for_applicant else found


def _page(
    request: Request, found: DossierView, *, problem: Refused | None = None, status: int = 200
) -> HttpResponse:
    service = procedures.service_by_digest(found.service_digest)
    sections = _sections(found)
    context = page_context(found, service, now=clock.now()) | {
        "sections": sections,
        "components": components(found, service),
        "papers": papers_to_ask(service),
        "answers": answers_to_ask(sections),
        "problem": problem.sentence if problem else None,
        "typed": request.POST,
        "may_act": bool(request.viewer.paths(*ACTING_ROLES)),
    }
    return pages.render(request, "desk/dossier.html", context, status=status)


def _sections(found: DossierView) -> tuple[Section, ...]:
    form = procedures.service_by_digest(found.service_digest).form
    answers = AnswerSet.from_json(found.answers)
    return form_rules.summary(form, answers, get_language() or "vi")


def _items(request: Request, found: DossierView) -> list[SupplementItem]:
    if request.POST.get("buoc") != Move.REQUEST_SUPPLEMENT.value:
        return []
    service = procedures.service_by_digest(found.service_digest)
    names = dict(papers_to_ask(service) + answers_to_ask(_sections(found)))
    return [
        SupplementItem(
            target=target,
            name=names[target],
            kind=request.POST.get(f"loai:{target}", "missing"),
            note=request.POST.get(f"ghi-chu:{target}", "").strip(),
        )
        for target in request.POST.getlist("can")
        if target in names
    ]


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() else None
