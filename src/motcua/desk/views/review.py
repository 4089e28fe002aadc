"""Review of procedures: what each asks, where people give up, what could be dropped."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from motcua.desk.views import CASE_ROLES
from motcua.dossiers.queries.abandonment import Funnel, funnels
from motcua.identity.values import Role
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.actions import review as actions
from motcua.procedures.queries import review as queries
from motcua.procedures.values.review import ProposalKind, ProposalStatus
from motcua.statistics import queries as statistics
from motcua.statistics.rules import percentile
from motcua.statistics.values import By, Month, Span
from motcua.web import clock, formats, pages, settlement
from motcua.web.access import officer_required
from motcua.web.http import Request

READERS = (*CASE_ROLES, Role.PROCEDURE_ADMIN, Role.EXECUTIVE)
PLANNERS = (Role.APPROVER, Role.EXECUTIVE)
_LOOKED_BACK = timedelta(days=90)
_STILL_AT_IT = timedelta(days=2)


@require_http_methods(["GET", "POST"])
@officer_required(*READERS)
def review(request: Request) -> HttpResponse:
    """Show the burden of every procedure, and set the plan."""
    if request.method != "POST":
        return _overview(request)
    try:
        actions.plan(
            title=request.POST.get("ten", ""),
            planned=_number(request.POST.get("so", "")),
            since=_day(request.POST.get("tu", "")),
            until=_day(request.POST.get("den", "")),
            by=request.viewer,
            at=clock.now(),
        )
    except actions.ReviewRefused as refused:
        return _overview(request, problem=refused.sentence)
    return HttpResponseRedirect(reverse("desk:review"))


@require_http_methods(["GET", "POST"])
@officer_required(*READERS)
def procedure(request: Request, code: str) -> HttpResponse:
    """Show one procedure's burden and proposals, and take a new proposal."""
    if request.method != "POST":
        return _one(request, code)
    try:
        actions.propose(
            code=code,
            kind=ProposalKind(request.POST.get("loai", "")),
            text=request.POST.get("noi-dung", ""),
            by=request.viewer,
            at=clock.now(),
        )
    except ValueError:
        chosen = Sentence("Bạn hãy chọn loại đề xuất.", "Please choose what you propose.")
        return _one(request, code, problem=chosen)
    except actions.ReviewRefused as refused:
        return _one(request, code, problem=refused.sentence)
    return HttpResponseRedirect(reverse("desk:review_procedure", args=[code]))


@require_POST
@officer_required(*READERS)
def decide(request: Request, key: UUID) -> HttpResponse:
    """Agree to a proposal, decline it, or say that it is done."""
    found = next((one for one in queries.proposals(viewer=request.viewer) if one.key == key), None)
    if found is None:
        raise Http404
    try:
        actions.decide(
            key=key,
            status=ProposalStatus(request.POST.get("quyet-dinh", "")),
            comment=request.POST.get("y-kien", ""),
            by=request.viewer,
            at=clock.now(),
        )
    except ValueError:
        chosen = Sentence("Bạn hãy bấm một nút quyết định.", "Please press one of the buttons.")
        return _one(request, found.code, problem=chosen)
    except actions.ReviewRefused as refused:
        return _one(request, found.code, problem=refused.sentence)
    return HttpResponseRedirect(reverse("desk:review_procedure", args=[found.code]))


def _overview(request: Request, *, problem: Sentence | None = None) -> HttpResponse:
    now = clock.now()
    viewer = request.viewer
    today = local_day(now)
    year = Span(Month(today.year, 1), Month(today.year, 12))
    lines = statistics.settlement(span=year, by=By.SERVICE).lines
    times = {line.key: line.figures for line in lines if line.figures.settled >= settlement.FEW}
    given_up = funnels(since=now - _LOOKED_BACK, until=now - _STILL_AT_IT)
    made = [one.code for one in queries.proposals(viewer=viewer)]
    rows = [
        {
            "burden": one,
            "median": settlement.hours(percentile(times[one.code].hours, 0.5))
            if one.code in times
            else "",
            "proposals": made.count(one.code),
            **_given_up(one.code, given_up.get(one.code)),
        }
        for one in queries.burdens(today)
    ]
    return pages.render(
        request,
        "desk/review/review.html",
        {
            "rows": rows,
            "plan": queries.plan_of(viewer.paths(*READERS)[0]),
            "may_plan": bool(viewer.paths(*PLANNERS)),
            "problem": problem,
            "typed": request.POST,
        },
        status=400 if problem else 200,
    )


def _one(request: Request, code: str, *, problem: Sentence | None = None) -> HttpResponse:
    now = clock.now()
    today = local_day(now)
    found = next((one for one in queries.burdens(today) if one.code == code), None)
    if found is None:
        raise Http404
    service = procedures.service(code, today)
    viewer = request.viewer
    return pages.render(
        request,
        "desk/review/procedure.html",
        {
            "burden": found,
            "funnel": funnels(since=now - _LOOKED_BACK, until=now - _STILL_AT_IT).get(code),
            "pages": {page.name: formats.say(page.title) for page in service.form.pages},
            "proposals": queries.proposals(viewer=viewer, code=code),
            "kinds": [(kind.value, formats.say(kind.label)) for kind in ProposalKind],
            "may_propose": bool(viewer.paths(*actions.PROPOSERS)),
            "may_decide": bool(viewer.paths(*actions.DECIDERS)),
            "problem": problem,
            "typed": request.POST,
        },
        status=400 if problem else 200,
    )


def _given_up(code: str, funnel: Funnel | None) -> dict[str, Any]:
    if funnel is None or funnel.abandoned is None:
        return {"abandoned": "", "left": ""}
    page = funnel.left[0][0] if funnel.left else ""
    today = clock.today()
    titles = {
        one.name: formats.say(one.title) for one in procedures.service(code, today).form.pages
    }
    return {"abandoned": f"{funnel.abandoned:.0%}", "left": titles.get(page, page)}


def _number(text: str) -> int:
    digits = text.strip().replace(".", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise actions.ReviewRefused(
            Sentence("Bạn hãy chọn ngày bắt đầu và ngày kết thúc.", "Please choose both days.")
        ) from wrong
