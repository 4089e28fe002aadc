"""An evaluator's worksheet of a portal: every criterion, how far it is, and the end of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import leading, worksheets
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules.observing import summed_up
from motcua.evaluation.values.campaigns import SEAT_TITLES, CampaignRefused, CampaignState
from motcua.evaluation.values.criteria import CriteriaSet, Criterion, Method
from motcua.evaluation.values.worksheets import Worksheet, WorksheetRow
from motcua.observatory.auditing.words import share
from motcua.observatory.evaluating import scales
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    doing,
    problem_of,
    reading,
)
from motcua.web import clock, pages
from motcua.web.formats import say
from motcua.web.http import Request

HERE = "observatory/evaluating/sheets/"


def sheet(request: Request, code: str, agency: str) -> Worksheet:
    """Give the reader's own worksheet of a portal; not found where there is none."""
    found = worksheets.worksheet(viewer=request.viewer, code=code, agency=agency)
    if found is None:
        raise Http404
    return found


def criteria(request: Request, code: str) -> CriteriaSet:
    """Give the set that the campaign judges by."""
    found = leading.criteria(viewer=request.viewer, code=code)
    if found is None:
        raise Http404
    return found


def on_sheet(found: Worksheet) -> dict[str, Any]:
    """Give what the top of every page of a worksheet says."""
    asked, left = len(found.rows), len(found.left)
    return {
        **head(found.campaign),
        "sheet": found,
        "subject": found.subject,
        "agency": found.subject.agency,
        "seat": SEAT_TITLES[found.seat],
        "asked": asked,
        "done": asked - left,
    }


@reading(*LEADERS)
def worksheet(request: Request, code: str, agency: str) -> HttpResponse:
    """Show every criterion of a portal, group by group, and which is still open."""
    return _page(request, sheet(request, code, agency), None)


@doing(*LEADERS)
def finish(request: Request, code: str, agency: str) -> HttpResponse:
    """Say that one is done with a portal."""
    found = sheet(request, code, agency)
    try:
        actions.finish_worksheet(code=code, agency=agency, by=request.viewer, at=clock.now())
    except CampaignRefused as refused:
        return _page(request, found, problem_of(refused))
    messages.success(request, _("Bạn đã hoàn thành phiếu đánh giá này. Cảm ơn bạn!"))
    return HttpResponseRedirect(reverse("evaluating:worksheet", args=[code, agency]))


def _page(request: Request, found: Worksheet, problem: Problem | None) -> HttpResponse:
    code, agency = found.campaign.code, found.subject.agency
    of = criteria(request, code)
    rows = {row.criterion.code: row for row in found.rows}
    context = {
        **on_sheet(found),
        "groups": [
            {"text": group.text, "code": group.code, "tasks": tasks}
            for group in of.groups
            if (
                tasks := [_task(one, rows, found) for one in of.criteria if one.group == group.code]
            )
        ],
        "next": _address(found, found.left[0]) if found.left else "",
        "errors": _errors(found, problem),
        "settle": found.other_finished
        and found.finished_at is not None
        and found.campaign.state in {CampaignState.OPEN, CampaignState.JUDGING}
        and found.campaign.seats > 1,
        "observed": _observed(request, code, agency),
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}worksheet.html", context, status=status)


def _task(one: Criterion, rows: dict[str, WorksheetRow], found: Worksheet) -> dict[str, Any]:
    row = rows.get(one.code)
    if row is None:
        state = {
            Method.AUTOMATIC: _("Máy xem"),
            Method.DECLARED: _("Cơ quan kê khai"),
            Method.INDICATOR: _("Số liệu đo lường"),
            Method.MANUAL: "",
        }[one.method]
        args = [found.campaign.code, found.subject.agency, one.code]
        href = reverse("evaluating:seen_criterion", args=args)
        return {"title": one.text, "hint": one.code, "href": href, "state": state}
    state, tone = _state(row)
    files = len(row.evidence)
    kept = _("%(n)s tệp minh chứng") % {"n": files} if files else ""
    hint = f"{one.code} · {kept}" if kept else one.code
    return {
        "title": one.text,
        "hint": hint,
        "href": _address(found, one.code),
        "state": state,
        "tone": tone,
    }


def _state(row: WorksheetRow) -> tuple[str, str]:
    if row.answer is None or (not row.answer.is_whole and row.answer.problem is None):
        return _("Chưa chấm"), "wait"
    if row.answer.problem is not None and row.answer.typed.applies:
        return _("Chưa đọc được"), "warn"
    tone = "good" if row.answer.typed.applies else "neutral"
    return say(scales.said(row.criterion, row.answer)), tone


def _address(found: Worksheet, criterion: str) -> str:
    args = [found.campaign.code, found.subject.agency, criterion]
    return reverse("evaluating:answer", args=args)


def _errors(found: Worksheet, problem: Problem | None) -> list[tuple[str, Any]]:
    """Lead from a refusal to every criterion that is open still."""
    if problem is None:
        return []
    if problem.field != "con-thieu":
        return [("", one) for one in problem.sentences]
    texts = {row.criterion.code: row.criterion.text for row in found.rows}
    return [(_address(found, code), f"{code}: {say(texts[code])}") for code in found.left]


def _observed(request: Request, code: str, agency: str) -> dict[str, Any] | None:
    told = queries.sessions(viewer=request.viewer, code=code, agency=agency)
    found = summed_up(told)
    if not found.sessions:
        return None
    return {"sessions": found.sessions, "success": share(found.success or 0)}
