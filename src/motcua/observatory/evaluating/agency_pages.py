"""What the head of an agency sees of a campaign: what to do, the result before it is published."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import leading, worksheets
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import (
    CampaignRefused,
    CampaignView,
    SubjectView,
)
from motcua.evaluation.values.worksheets import OUTCOME_TITLES, DeclarationView, ReplyView
from motcua.identity.values import Role
from motcua.observatory.auditing.words import number
from motcua.observatory.evaluating import results as shown
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    Problem,
    asking,
    campaign,
    doing,
    portal,
    problem_of,
    reading,
)
from motcua.observatory.evaluating.sheet_seen import Taken
from motcua.web import clock, pages
from motcua.web.formats import moment, say
from motcua.web.http import Request

HEADS = (Role.EXECUTIVE,)
HERE = "observatory/evaluating/agency/"


def own_portal(request: Request, code: str, agency: str) -> tuple[CampaignView, SubjectView]:
    """Give a campaign and a portal that the reader is head of; not found for anybody else."""
    subject, held = portal(request, code, agency)
    if Stand.HEAD not in held:
        raise Http404
    return campaign(request, code), subject


def top(found: CampaignView, subject: SubjectView) -> dict[str, Any]:
    """Give what the top of every page of an agency says."""
    return {**head(found), "subject": subject, "agency": subject.agency}


@reading(*HEADS)
def agency(request: Request, code: str, agency: str) -> HttpResponse:
    """Show what a campaign asks of an agency now, and what came of it."""
    return _page(request, code, agency, problem=None)


@doing(*HEADS)
def finish(request: Request, code: str, agency: str) -> HttpResponse:
    """Say that the agency has nothing to add."""
    own_portal(request, code, agency)
    try:
        actions.finish_replies(code=code, agency=agency, by=request.viewer, at=clock.now())
    except CampaignRefused as refused:
        return _page(request, code, agency, problem=problem_of(refused))
    messages.success(request, _("Cảm ơn cơ quan. Chúng tôi đã ghi nhận cơ quan giải trình xong."))
    return HttpResponseRedirect(reverse("evaluating:agency", args=[code, agency]))


@reading(*HEADS)
def result(request: Request, code: str, agency: str) -> HttpResponse:
    """Show the result and every finding, each with a way to explain it."""
    found, subject = own_portal(request, code, agency)
    told = queries.result(viewer=request.viewer, code=code, agency=agency)
    of = leading.criteria(viewer=request.viewer, code=code)
    context: dict[str, Any] = {**top(found, subject), **replying(found)}
    context["told"] = told is not None and of is not None
    if told is not None and of is not None:
        said = _said(request, code, agency)
        taken = Taken(code, agency)
        context |= shown.told(of, told, code)
        for each in context["findings"]:
            each["reply"] = said.get(("finding", each["one"].fact))
            for place in each["places"]:
                place["picture"] = taken.address(place["place"].picture)
        for group in context["criteria"]:
            for row in group["rows"]:
                row["reply"] = said.get(("criterion", row["code"]))
    return pages.render(request, f"{HERE}result.html", context)


@asking(*HEADS)
def ask_retest(request: Request, code: str, agency: str) -> HttpResponse:
    """Ask for the portal to be looked at again; show what became of earlier requests."""
    found, subject = own_portal(request, code, agency)
    problem: Problem | None = None
    if request.method == "POST":
        try:
            actions.ask_retest(
                code=code,
                agency=agency,
                reason=request.POST.get("ly-do", ""),
                by=request.viewer,
                at=clock.now(),
            )
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, _("Đã gửi yêu cầu kiểm tra lại."))
            return HttpResponseRedirect(reverse("evaluating:ask_retest", args=[code, agency]))
    asked = queries.retests(viewer=request.viewer, code=code, agency=agency)
    context = {
        **top(found, subject),
        "asked": asked,
        "may_ask": moving.can(Verb.ASK_RETEST, found.state)
        and not any(one.granted is None for one in asked),
        "reason": request.POST.get("ly-do", ""),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}retest.html", context, status=status)


def _page(request: Request, code: str, agency: str, *, problem: Problem | None) -> HttpResponse:
    found, subject = own_portal(request, code, agency)
    sheet = worksheets.declaration_sheet(viewer=request.viewer, code=code, agency=agency)
    rows = sheet.rows if sheet else ()
    told = queries.result(viewer=request.viewer, code=code, agency=agency)
    replies = queries.replies(viewer=request.viewer, code=code, agency=agency)
    context = {
        **top(found, subject),
        **replying(found),
        "declared": sum(view is not None and is_whole(view) for _one, view in rows),
        "tasks": [_task(found.code, agency, one=one, view=view) for one, view in rows],
        "may_declare": bool(sheet and sheet.may_change),
        "grade": told.result.grade if told and not told.result.provisional else "",
        "points": f"{number(told.result.total)} / {number(told.result.most)}" if told else "",
        "findings": len(told.findings) if told else 0,
        "replies": [
            {"one": each, "outcome": OUTCOME_TITLES[each.outcome] if each.outcome else ""}
            for each in replies
        ],
        "may_ask": moving.can(Verb.ASK_RETEST, found.state),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}agency.html", context, status=status)


def is_whole(view: DeclarationView) -> bool:
    """Tell whether a declaration answers what is asked."""
    return view.value is not None or view.typed.is_left_out


def replying(found: CampaignView) -> dict[str, Any]:
    """Say whether there is time left to explain, and how much."""
    until, now = found.reply_until, clock.now()
    late = until is not None and now > until
    left = (until - now).days if until and not late else 0
    can = moving.can(Verb.REPLY, found.state) and found.replies_closed_at is None and not late
    return {
        "may_reply": can,
        "until": moment(until),
        "until_iso": until,
        "late": late or found.replies_closed_at is not None,
        "days_left": left,
    }


def _said(request: Request, code: str, agency: str) -> Mapping[tuple[str, str], ReplyView]:
    found = queries.replies(viewer=request.viewer, code=code, agency=agency)
    return {(one.about.value, one.code): one for one in found}


def _task(code: str, agency: str, *, one: Any, view: DeclarationView | None) -> dict[str, Any]:
    if view is None or (not is_whole(view) and view.problem is None):
        state, tone = _("Chưa kê khai"), "wait"
    elif not is_whole(view):
        state, tone = _("Chưa đọc được"), "warn"
    elif not view.evidence and view.typed.applies:
        state, tone = _("Chưa có minh chứng"), "warn"
    else:
        state, tone = _("Đã kê khai"), "good"
    needed = _("Cần có")
    return {
        "title": one.text,
        "hint": f"{one.code} · {needed}: {say(one.evidence)}",
        "href": reverse("evaluating:declare", args=[code, agency, one.code]),
        "state": state,
        "tone": tone,
    }
