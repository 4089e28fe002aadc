"""Explaining a criterion or a finding before the result is published, with evidence."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import leading
from motcua.evaluation.queries import results as queries
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import OUTCOME_TITLES, About, Side
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating import results as shown
from motcua.observatory.evaluating.agency_pages import HEADS, HERE, own_portal, replying, top
from motcua.observatory.evaluating.reaching import Problem, asking, doing, problem_of
from motcua.observatory.evaluating.sheet_answers import TAKES, listed, upload_of
from motcua.observatory.evaluating.sheet_seen import Taken
from motcua.web import clock, pages
from motcua.web.http import Request

At = tuple[str, str, str, str]
"""Campaign, agency, `criterion` or `finding`, and which one."""


@asking(*HEADS)
def reply(request: Request, *, code: str, agency: str, about: str, item: str) -> HttpResponse:
    """Show what was found and keep the agency's explanation."""
    at = (code, agency, about, item)
    if request.method != "POST":
        return _page(request, at)
    problem = _refused(lambda: _keep(request, at)) or _refused(lambda: _add(request, at))
    if problem:
        return _page(request, at, problem)
    messages.success(request, _("Đã gửi giải trình."))
    return HttpResponseRedirect(reverse("evaluating:agency_result", args=[code, agency]))


@doing(*HEADS)
def add_file(request: Request, *, code: str, agency: str, about: str, item: str) -> HttpResponse:
    """Keep a file with the explanation, and the explanation itself."""
    at = (code, agency, about, item)
    return _with_words(request, at, lambda: _add(request, at, must=True))


@doing(*HEADS)
def remove_file(request: Request, *, code: str, agency: str, about: str, item: str) -> HttpResponse:
    """Take a file back; the explanation is kept as it is written so far."""
    at = (code, agency, about, item)
    return _with_words(request, at, lambda: _remove(request, at))


def _with_words(request: Request, at: At, do: Callable[[], None]) -> HttpResponse:
    problem = _refused(lambda: _keep(request, at)) or _refused(do)
    if problem:
        return _page(request, at, problem)
    return HttpResponseRedirect(reverse("evaluating:reply", args=at) + "#minh-chung")


def _refused(do: Callable[[], None]) -> Problem | None:
    try:
        do()
    except CampaignRefused as refused:
        return problem_of(refused)
    return None


def _keep(request: Request, at: At) -> None:
    code, agency, about, item = at
    own_portal(request, code, agency)
    _what(request, at)
    actions.reply(
        code=code,
        agency=agency,
        on=About(about),
        about_code=item,
        text=request.POST.get("giai-trinh", ""),
        by=request.viewer,
        at=clock.now(),
    )


def _add(request: Request, at: At, *, must: bool = False) -> None:
    upload = upload_of(request, must=must)
    if upload is None:
        return
    actions.add_evidence(
        code=at[0],
        agency=at[1],
        criterion=at[3],
        side=Side.REPLY,
        upload=upload,
        by=request.viewer,
        at=clock.now(),
    )


def _remove(request: Request, at: At) -> None:
    actions.remove_evidence(
        code=at[0],
        agency=at[1],
        criterion=at[3],
        side=Side.REPLY,
        digest=request.POST.get("bo", "")[:64],
        by=request.viewer,
        at=clock.now(),
    )


def _page(request: Request, at: At, problem: Problem | None = None) -> HttpResponse:
    code, agency, about, item = at
    found, subject = own_portal(request, code, agency)
    what = _what(request, at)
    said = queries.replies(viewer=request.viewer, code=code, agency=agency)
    there = next((one for one in said if (one.about.value, one.code) == (about, item)), None)
    answered = there is not None and there.answered_at is not None
    able = replying(found)
    context: dict[str, Any] = {
        **top(found, subject),
        **able,
        **what,
        "there": there,
        "outcome": OUTCOME_TITLES[there.outcome] if there and there.outcome else "",
        "text": request.POST.get("giai-trinh", there.text if there else ""),
        "closed": answered or not able["may_reply"],
        "files": listed(
            there.evidence if there else (),
            lambda digest: reverse("evaluating:sheet_file", args=[code, agency, digest]),
        ),
        "takes": TAKES,
        "here": reverse("evaluating:reply", args=at),
        "add": reverse("evaluating:add_reply_file", args=at),
        "remove": reverse("evaluating:remove_reply_file", args=at),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}reply.html", context, status=status)


def _what(request: Request, at: At) -> dict[str, Any]:
    """Find what is explained in the result; not found where it does not hold it."""
    code, agency, about, item = at
    told = queries.result(viewer=request.viewer, code=code, agency=agency)
    of = leading.criteria(viewer=request.viewer, code=code)
    if told is None or of is None:
        raise Http404
    if about == About.CRITERION.value and item in of.by_code:
        rows = (row for group in shown.told(of, told, code)["criteria"] for row in group["rows"])
        row = next((each for each in rows if each["code"] == item), None)
        return {"what": of.by_code[item].text, "row": row, "findings": []}
    taken = Taken(code, agency)
    faults = [one for one in shown.told(of, told, code)["findings"] if one["one"].fact == item]
    if about != About.FINDING.value or not faults:
        raise Http404
    for each in faults:
        for place in each["places"]:
            place["picture"] = taken.address(place["place"].picture)
    name: Sentence = faults[0]["one"].name
    return {"what": name, "row": None, "findings": faults}
