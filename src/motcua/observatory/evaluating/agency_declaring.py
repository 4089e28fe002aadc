"""Declaring a criterion that is asked of the agency, with evidence."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import worksheets
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import Criterion
from motcua.evaluation.values.worksheets import DeclarationSheet, DeclarationView, Side, Typed
from motcua.observatory.evaluating import scales
from motcua.observatory.evaluating.agency_pages import HEADS, HERE, own_portal, top
from motcua.observatory.evaluating.reaching import Problem, asking, doing, problem_of
from motcua.observatory.evaluating.sheet_answers import (
    TAKES,
    listed,
    typed_of,
    unfinished,
    upload_of,
)
from motcua.web import clock, pages
from motcua.web.http import Request


@asking(*HEADS)
def declare(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Show what is asked and keep what the agency declares."""
    at = (code, agency, criterion)
    if request.method != "POST":
        return _page(request, at)
    problem = _refused(lambda: _keep(request, at)) or _refused(lambda: _add(request, at))
    if problem:
        return _page(request, at, problem)
    messages.success(request, _("Đã lưu kê khai tiêu chí %(code)s.") % {"code": criterion})
    return HttpResponseRedirect(reverse("evaluating:agency", args=[code, agency]))


@doing(*HEADS)
def add_file(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Keep a file as evidence, and what is declared so far."""
    return _with_words(request, (code, agency, criterion), lambda at: _add(request, at, must=True))


@doing(*HEADS)
def remove_file(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Take a file back; what is declared so far is kept."""
    return _with_words(request, (code, agency, criterion), lambda at: _remove(request, at))


At = tuple[str, str, str]


def _with_words(request: Request, at: At, do: Callable[[At], None]) -> HttpResponse:
    _found(request, at)
    problem = _refused(lambda: _keep(request, at, whole=False)) or _refused(lambda: do(at))
    if problem:
        return _page(request, at, problem)
    return HttpResponseRedirect(reverse("evaluating:declare", args=at) + "#minh-chung")


def _refused(do: Callable[[], Problem | None]) -> Problem | None:
    try:
        return do()
    except CampaignRefused as refused:
        return problem_of(refused)


def _keep(request: Request, at: At, *, whole: bool = True) -> Problem | None:
    code, agency, criterion = at
    _found(request, at)
    view = actions.declare(
        code=code,
        agency=agency,
        criterion=criterion,
        typed=typed_of(request.POST),
        by=request.viewer,
        at=clock.now(),
    )
    return unfinished(view) if whole else None


def _add(request: Request, at: At, *, must: bool = False) -> None:
    upload = upload_of(request, must=must)
    if upload is None:
        return
    code, agency, criterion = at
    actions.add_evidence(
        code=code,
        agency=agency,
        criterion=criterion,
        side=Side.DECLARED,
        upload=upload,
        by=request.viewer,
        at=clock.now(),
    )


def _remove(request: Request, at: At) -> None:
    code, agency, criterion = at
    actions.remove_evidence(
        code=code,
        agency=agency,
        criterion=criterion,
        side=Side.DECLARED,
        digest=request.POST.get("bo", "")[:64],
        by=request.viewer,
        at=clock.now(),
    )


def _found(request: Request, at: At) -> tuple[DeclarationSheet, Criterion, DeclarationView | None]:
    code, agency, criterion = at
    own_portal(request, code, agency)
    sheet = worksheets.declaration_sheet(viewer=request.viewer, code=code, agency=agency)
    if sheet is None:
        raise Http404
    for one, view in sheet.rows:
        if one.code == criterion:
            return sheet, one, view
    raise Http404


def _page(request: Request, at: At, problem: Problem | None = None) -> HttpResponse:
    sheet, one, view = _found(request, at)
    posted = request.method == "POST"
    typed = typed_of(request.POST) if posted else view.typed if view else Typed()
    context: dict[str, Any] = {
        **top(sheet.campaign, sheet.subject),
        "one": one,
        "options": scales.options(one.scale),
        "chosen": scales.chosen(one, typed),
        "typed": typed,
        "view": view,
        "closed": not sheet.may_change,
        "files": listed(
            view.evidence if view else (),
            lambda digest: reverse("evaluating:sheet_file", args=[*at[:2], digest]),
        ),
        "takes": TAKES,
        "here": reverse("evaluating:declare", args=at),
        "add": reverse("evaluating:add_declared_file", args=at),
        "remove": reverse("evaluating:remove_declared_file", args=at),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}declare.html", context, status=status)
