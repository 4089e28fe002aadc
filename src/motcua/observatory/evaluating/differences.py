"""Where two evaluators of a portal differ, side by side, and what they agree on."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import worksheets
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import SEAT_TITLES, CampaignRefused, Seat
from motcua.evaluation.values.worksheets import AnswerView, Difference, Typed
from motcua.observatory.evaluating import scales
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    campaign,
    portal,
    problem_of,
    reading,
)
from motcua.observatory.evaluating.sheets import HERE
from motcua.web import clock, pages
from motcua.web.http import Request


@reading(*LEADERS)
def differences(request: Request, code: str, agency: str) -> HttpResponse:
    """Show where the two evaluators of a portal differ, what is agreed and what is left."""
    context = _top(request, code, agency)
    found = worksheets.differences(viewer=request.viewer, code=code, agency=agency)
    own = worksheets.worksheet(viewer=request.viewer, code=code, agency=agency)
    context |= {
        "rows": [_told(one) for one in found],
        "left": sum(one.agreed is None for one in found),
        "waiting": own is not None and not (own.finished_at and own.other_finished),
    }
    return pages.render(request, f"{HERE}differences.html", context)


@asking(*LEADERS)
def settle(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Agree on one value of a criterion, with the reason."""
    context = _top(request, code, agency)
    found = worksheets.differences(viewer=request.viewer, code=code, agency=agency)
    one = next((each for each in found if each.criterion.code == criterion), None)
    if one is None:
        raise Http404
    problem: Problem | None = None
    if request.method == "POST":
        try:
            actions.reconcile(
                code=code,
                agency=agency,
                criterion=criterion,
                typed=_typed(request),
                by=request.viewer,
                at=clock.now(),
            )
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, _("Đã thống nhất tiêu chí %(code)s.") % {"code": criterion})
            return HttpResponseRedirect(reverse("evaluating:differences", args=[code, agency]))
    typed = _typed(request) if request.method == "POST" else _settled(one)
    context |= {
        **_told(one),
        "options": scales.options(one.criterion.scale),
        "chosen": scales.chosen(one.criterion, typed),
        "typed": typed,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}settle.html", context, status=status)


def _top(request: Request, code: str, agency: str) -> dict[str, Any]:
    subject, held = portal(request, code, agency)
    if not held - {Stand.HEAD}:
        raise Http404
    shown = campaign(request, code)
    return {
        **head(shown),
        "subject": subject,
        "agency": agency,
        "judges": bool(held & {Stand.FIRST, Stand.SECOND}),
        "may_settle": moving.can(Verb.RECONCILE, shown.state),
    }


def _told(one: Difference) -> dict[str, Any]:
    sides = ((Seat.FIRST, one.first), (Seat.SECOND, one.second))
    return {
        "one": one.criterion,
        "sides": [_side(one, SEAT_TITLES[seat], view) for seat, view in sides],
        "agreed": one.agreed,
        "agreed_words": scales.said(one.criterion, one.agreed) if one.agreed else "",
    }


def _side(one: Difference, title: Any, view: AnswerView) -> dict[str, Any]:
    return {"title": title, "said": scales.said(one.criterion, view), "note": view.typed.note}


def _typed(request: Request) -> Typed:
    posted = request.POST
    return Typed(
        value=posted.get("gia-tri", ""),
        applies=posted.get("khong-ap-dung") != "yes",
        note=posted.get("ly-do", ""),
    )


def _settled(one: Difference) -> Typed:
    if one.agreed is None:
        return Typed()
    value = "" if one.agreed.value is None else str(one.agreed.value)
    return Typed(value=value, applies=one.agreed.applies, note=one.agreed.reason)
