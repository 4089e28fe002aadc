"""The list of campaigns that concern the reader; beginning one, changing one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.queries import worksheets
from motcua.evaluation.queries.criteria import CriteriaUnknown, sets
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import may_judge_by
from motcua.evaluation.values.campaigns import (
    KIND_TITLES,
    LEAD_TITLES,
    SEAT_TITLES,
    STATE_TITLES,
    CampaignRefused,
    CampaignState,
)
from motcua.evaluation.values.facts import Area
from motcua.identity.values import Viewer
from motcua.observatory.auditing.words import AREAS
from motcua.observatory.evaluating import asking as typed
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    READERS,
    Problem,
    asking,
    board,
    problem_of,
    reading,
)
from motcua.observatory.evaluating.words import STATES
from motcua.web import clock, pages
from motcua.web.formats import say
from motcua.web.http import Request

TYPED_AT_FIRST = {"loai": "periodic", "so-nguoi": "2", "so-trang": "15", "nhip": "1"}


@reading(*READERS)
def campaigns(request: Request) -> HttpResponse:
    """List the campaigns that the reader leads, judges in or is judged in."""
    context = {
        "campaigns": queries.campaigns(viewer=request.viewer),
        "may_begin": bool(typed.leads(request.viewer)),
        "sheets": [_sheet(one) for one in worksheets.own_worksheets(viewer=request.viewer)],
        "states": STATE_TITLES,
        "tones": STATES,
        "kinds": KIND_TITLES,
        "leads": LEAD_TITLES,
    }
    return pages.render(request, "observatory/evaluating/campaigns.html", context)


def _sheet(one: worksheets.SheetLine) -> dict[str, Any]:
    """Give a worksheet of the reader as one of the things to be done."""
    said = _("Xong") if one.finished else _("Đang chấm") if one.answered else _("Chưa chấm")
    return {
        "title": one.subject.name,
        "hint": f"{say(one.campaign.title)} · {say(SEAT_TITLES[one.seat])}",
        "href": reverse("evaluating:worksheet", args=[one.campaign.code, one.subject.agency]),
        "state": said,
        "tone": "good" if one.finished else "info" if one.answered else "wait",
    }


@asking(*LEADERS)
def create(request: Request) -> HttpResponse:
    """Begin to prepare a campaign."""
    if request.method != "POST":
        return _form(request, _at_first(), None)
    try:
        wanted = typed.campaign(request.POST, request.viewer)
        made = actions.create_campaign(wanted=wanted, by=request.viewer, at=clock.now())
    except CriteriaUnknown as refused:
        return _form(request, request.POST, Problem("bo-tieu-chi", (refused.sentence,)))
    except CampaignRefused as refused:
        return _form(request, request.POST, problem_of(refused))
    messages.success(request, _("Đã tạo đợt đánh giá. Bây giờ bạn hãy thêm các cổng."))
    return HttpResponseRedirect(reverse("evaluating:portals", args=[made.code]))


@asking(*LEADERS)
def change(request: Request, code: str) -> HttpResponse:
    """Change a campaign that has not opened."""
    found = board(request, code).campaign
    if request.method != "POST":
        return _form(request, typed.as_typed(found), _too_late(found.state), code=code)
    try:
        wanted = typed.campaign(request.POST, request.viewer)
        actions.change_campaign(code=code, wanted=wanted, by=request.viewer, at=clock.now())
    except CriteriaUnknown as refused:
        problem = Problem("bo-tieu-chi", (refused.sentence,))
        return _form(request, request.POST, problem, code=code)
    except CampaignRefused as refused:
        return _form(request, request.POST, problem_of(refused), code=code)
    messages.success(request, _("Đã lưu."))
    return HttpResponseRedirect(reverse("evaluating:campaign", args=[code]))


def _too_late(state: CampaignState) -> Problem | None:
    try:
        moving.check(Verb.CHANGE, state)
    except CampaignRefused as refused:
        return problem_of(refused)
    return None


def _at_first() -> QueryDict:
    posted = QueryDict(mutable=True)
    posted.update(TYPED_AT_FIRST)
    return posted


def _form(
    request: Request, posted: QueryDict, problem: Problem | None, *, code: str = ""
) -> HttpResponse:
    own = typed.leads(request.viewer)
    context = {
        "posted": posted,
        "problem": problem,
        "code": code,
        "kinds": [(kind.value, say(title)) for kind, title in KIND_TITLES.items()],
        "leads": [(lead.value, say(LEAD_TITLES[lead])) for lead in own] if len(own) > 1 else [],
        "sets": _sets(request.viewer),
        "areas": [(area.value, say(AREAS[area])) for area in Area],
        "chosen_areas": posted.getlist("linh-vuc"),
        "days": {
            name: typed.typed_day(posted, name)
            for name in ("tu-ngay", "den-ngay", "so-lieu-tu", "so-lieu-den")
        },
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/create.html", context, status=status)


def _sets(viewer: Viewer) -> list[tuple[str, Any]]:
    """Give the sets that somebody's campaigns can judge by."""
    own = typed.leads(viewer)
    return [
        (one.name, f"{say(one.title)} ({one.version})")
        for one in sets()
        if any(may_judge_by(lead, one.name) for lead in own)
    ]
