"""One criterion of a worksheet: judged, kept as one types, with files; nothing typed is lost."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Side, Typed, Worksheet, WorksheetRow
from motcua.observatory.auditing.words import number
from motcua.observatory.evaluating import scales
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    doing,
    problem_of,
)
from motcua.observatory.evaluating.sheet_answers import (
    TAKES,
    listed,
    typed_of,
    unfinished,
    upload_of,
)
from motcua.observatory.evaluating.sheets import HERE, criteria, on_sheet, sheet
from motcua.web import clock, formats, pages
from motcua.web.http import Request


@asking(*LEADERS)
def answer(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Show one criterion and keep its answer; a whole one leads on to the next that is open."""
    found = sheet(request, code, agency)
    row = _row(found, criterion)
    if request.method != "POST":
        return _page(request, found, row)
    later = request.POST.get("_later") == "yes"
    problem = _told(lambda: _keep(request, found, row, whole=not later))
    problem = _told(lambda: _add(request, found, row, must=False)) or problem
    if problem:
        return _page(request, found, row, problem=problem)
    if later:
        return HttpResponseRedirect(reverse("evaluating:worksheet", args=[code, agency]))
    messages.success(request, _("Đã lưu tiêu chí %(code)s.") % {"code": criterion})
    return HttpResponseRedirect(_next(sheet(request, code, agency), criterion))


@doing(*LEADERS)
def autosave(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Keep an answer as it is typed (protocol: autosave.js)."""
    row = _row(sheet(request, code, agency), criterion)
    at = clock.now()
    try:
        actions.save_answer(
            code=code,
            agency=agency,
            criterion=row.criterion.code,
            typed=typed_of(request.POST),
            by=request.viewer,
            at=at,
        )
    except CampaignRefused as refused:
        return JsonResponse({"problem": formats.say(problem_of(refused).sentence)}, status=400)
    return JsonResponse({"revision": 0, "saved_at": formats.clock(at)})


@doing(*LEADERS)
def add_file(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Keep a file as evidence, and the answer as it is typed so far."""
    return _with_answer(request, (code, agency, criterion), partial(_add, must=True))


@doing(*LEADERS)
def remove_file(request: Request, *, code: str, agency: str, criterion: str) -> HttpResponse:
    """Take a file back; the answer is kept as it is typed so far."""
    return _with_answer(request, (code, agency, criterion), _remove)


Does = Callable[[Request, Worksheet, WorksheetRow], None]


def _with_answer(request: Request, at: tuple[str, str, str], do: Does) -> HttpResponse:
    code, agency, criterion = at
    found = sheet(request, code, agency)
    row = _row(found, criterion)
    problem = _told(lambda: _keep(request, found, row, whole=False))
    problem = problem or _told(lambda: do(request, found, row))
    if problem:
        return _page(request, found, row, problem=problem)
    return HttpResponseRedirect(reverse("evaluating:answer", args=at) + "#minh-chung")


def _told(do: Callable[[], Problem | None]) -> Problem | None:
    try:
        return do()
    except CampaignRefused as refused:
        return problem_of(refused)


def _keep(request: Request, found: Worksheet, row: WorksheetRow, *, whole: bool) -> Problem | None:
    view = actions.save_answer(
        code=found.campaign.code,
        agency=found.subject.agency,
        criterion=row.criterion.code,
        typed=typed_of(request.POST),
        by=request.viewer,
        at=clock.now(),
    )
    return unfinished(view) if whole else None


def _add(request: Request, found: Worksheet, row: WorksheetRow, *, must: bool) -> None:
    upload = upload_of(request, must=must)
    if upload is None:
        return
    actions.add_evidence(
        code=found.campaign.code,
        agency=found.subject.agency,
        criterion=row.criterion.code,
        side=Side(found.seat.value),
        upload=upload,
        by=request.viewer,
        at=clock.now(),
    )


def _remove(request: Request, found: Worksheet, row: WorksheetRow) -> None:
    actions.remove_evidence(
        code=found.campaign.code,
        agency=found.subject.agency,
        criterion=row.criterion.code,
        side=Side(found.seat.value),
        digest=request.POST.get("bo", "")[:64],
        by=request.viewer,
        at=clock.now(),
    )


def _row(found: Worksheet, criterion: str) -> WorksheetRow:
    row = next((one for one in found.rows if one.criterion.code == criterion), None)
    if row is None:
        raise Http404
    return row


def _next(found: Worksheet, criterion: str) -> str:
    """Give where to go on: the next open criterion, from here or the first, else the sheet."""
    codes = [row.criterion.code for row in found.rows]
    after = codes[codes.index(criterion) + 1 :]
    args = [found.campaign.code, found.subject.agency]
    for code in (*after, *codes):
        if code in found.left:
            return reverse("evaluating:answer", args=[*args, code])
    return reverse("evaluating:worksheet", args=args)


def _page(
    request: Request, found: Worksheet, row: WorksheetRow, *, problem: Problem | None = None
) -> HttpResponse:
    code, agency, one = found.campaign.code, found.subject.agency, row.criterion
    args = [code, agency, one.code]
    if request.method == "POST":
        found = sheet(request, code, agency)
        row = _row(found, one.code)
    typed = typed_of(request.POST) if request.method == "POST" else _typed(row)
    codes = [each.criterion.code for each in found.rows]
    place = codes.index(one.code)
    group = next(each for each in criteria(request, code).groups if each.code == one.group)
    context: dict[str, Any] = {
        **on_sheet(found),
        "one": one,
        "group": group.text,
        "place": place + 1,
        "points": number(one.points),
        "options": scales.options(one.scale),
        "chosen": scales.chosen(one, typed),
        "typed": typed,
        "problem": problem,
        "files": listed(
            row.evidence,
            lambda digest: reverse("evaluating:sheet_file", args=[code, agency, digest]),
        ),
        "takes": TAKES,
        "previous": _place(args, codes, place - 1),
        "following": _place(args, codes, place + 1),
        "saved_at": row.answer.saved_at if row.answer else None,
        "here": reverse("evaluating:answer", args=args),
        "add": reverse("evaluating:add_answer_file", args=args),
        "remove": reverse("evaluating:remove_answer_file", args=args),
        "autosave": reverse("evaluating:autosave_answer", args=args) if found.may_change else "",
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}criterion.html", context, status=status)


def _typed(row: WorksheetRow) -> Typed:
    return row.answer.typed if row.answer else Typed()


def _place(args: list[str], codes: list[str], place: int) -> str:
    if not 0 <= place < len(codes):
        return ""
    return reverse("evaluating:answer", args=[*args[:2], codes[place]])
