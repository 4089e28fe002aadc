"""Putting a value in the place of what was found, with a reason; leaving criteria open."""

from fractions import Fraction

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import doubting, leading
from motcua.evaluation.queries import results as found_results
from motcua.evaluation.queries import worksheets as queries
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.publishing import open_criteria
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Typed
from motcua.observatory.auditing import words as numbers
from motcua.observatory.evaluating import asking as typed
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    board,
    doing,
    portal,
    problem_of,
)
from motcua.web import clock, pages
from motcua.web.formats import say
from motcua.web.http import Request


@asking(*LEADERS)
def overrides(request: Request, code: str, agency: str) -> HttpResponse:
    """Show what was put in the place of findings of a portal; put another value."""
    if request.method != "POST":
        return _form(request, code, agency, problem=None)
    posted = request.POST
    try:
        actions.override(
            code=code,
            agency=agency,
            criterion=typed.words(posted, "tieu-chi", 60),
            typed=Typed(
                value=typed.words(posted, "gia-tri", 60),
                applies=posted.get("khong-ap-dung") != "yes",
                note=typed.words(posted, "ly-do"),
            ),
            by=request.viewer,
            at=clock.now(),
        )
    except CampaignRefused as refused:
        return _form(request, code, agency, problem=problem_of(refused))
    return _back(request, code, agency, said=_("Đã sửa. Bạn hãy tính lại kết quả."))


@doing(*LEADERS)
def lift(request: Request, code: str, agency: str) -> HttpResponse:
    """Let what was found hold again."""
    try:
        actions.lift_override(
            code=code,
            agency=agency,
            criterion=typed.words(request.POST, "tieu-chi", 60),
            reason=typed.words(request.POST, "ly-do-bo"),
            by=request.viewer,
            at=clock.now(),
        )
    except CampaignRefused as refused:
        return _form(request, code, agency, problem=_at(problem_of(refused), "ly-do", "ly-do-bo"))
    return _back(request, code, agency, said=_("Đã bỏ lần sửa đó. Bạn hãy tính lại kết quả."))


@doing(*LEADERS)
def leave_open(request: Request, code: str, agency: str) -> HttpResponse:
    """Say why criteria of a portal stay open when it is published."""
    try:
        actions.leave_open(
            code=code,
            agency=agency,
            reason=typed.words(request.POST, "ly-do-de-ngo"),
            by=request.viewer,
            at=clock.now(),
        )
    except CampaignRefused as refused:
        return _form(
            request, code, agency, problem=_at(problem_of(refused), "ly-do", "ly-do-de-ngo")
        )
    return _back(request, code, agency, said=_("Đã ghi lý do để ngỏ."))


def _at(problem: Problem, was: str, field: str) -> Problem:
    return Problem(field, problem.sentences) if problem.field == was else problem


def _back(request: Request, code: str, agency: str, *, said: str) -> HttpResponse:
    messages.success(request, said)
    return HttpResponseRedirect(reverse("evaluating:overrides", args=[code, agency]))


def _form(request: Request, code: str, agency: str, *, problem: Problem | None) -> HttpResponse:
    subject, _held = portal(request, code, agency)
    found = board(request, code)
    of = leading.criteria(viewer=request.viewer, code=code)
    known = of.by_code if of else {}
    result = found_results.result(viewer=request.viewer, code=code, agency=agency)
    context = {
        **head(found.campaign, verbs=found.verbs),
        "subject": subject,
        "criteria": [(one.code, f"{one.code} {say(one.text)}") for one in known.values()],
        "chosen": request.POST.get("tieu-chi") or request.GET.get("tieu-chi", ""),
        "rows": [
            (one, known.get(one.criterion), _value(one.settled.value))
            for one in queries.overrides(viewer=request.viewer, code=code, agency=agency)
        ],
        "open": [known[each] for each in open_criteria(result) if each in known] if result else [],
        "doubts": doubting.doubts(viewer=request.viewer, code=code, agency=agency),
        "may": Verb.OVERRIDE.value in found.verbs,
        "posted": request.POST,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/overrides.html", context, status=status)


def _value(value: Fraction | None) -> str:
    return "" if value is None else numbers.number(value)
