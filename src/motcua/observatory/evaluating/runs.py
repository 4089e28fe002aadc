"""Automatic looks at portals: started, watched, read; asked for again by an agency."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext
from markupsafe import Markup

from motcua.evaluation import actions
from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.queries import leading, worksheets
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import CampaignRefused, RunState, SubjectProgress
from motcua.kernel.words import Sentence
from motcua.observatory import auditing
from motcua.observatory.auditing import telling
from motcua.observatory.auditing.pictures import Pictures
from motcua.observatory.evaluating import words
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    board,
    campaign,
    doing,
    portal,
    problem_of,
    reading,
)
from motcua.web import clock, pages
from motcua.web.formats import language
from motcua.web.http import Request

BUSY = {RunState.WAITING, RunState.RUNNING}
PICTURES = ("image/jpeg", "image/png", "image/webp")


@asking(*LEADERS)
def runs(request: Request, code: str) -> HttpResponse:
    """Watch the automatic looks; start those that were never done."""
    if request.method == "POST":
        try:
            return _start(request, code, ())
        except CampaignRefused as refused:
            return _watch(request, code, problem_of(refused))
    return _watch(request, code, None)


@doing(*LEADERS)
def run_again(request: Request, code: str, agency: str) -> HttpResponse:
    """Look at one portal again."""
    portal(request, code, agency)
    try:
        return _start(request, code, (agency,))
    except CampaignRefused as refused:
        return _watch(request, code, problem_of(refused))


@reading(*LEADERS)
def run(request: Request, code: str, agency: str) -> HttpResponse:
    """Show what the machine saw of a portal, to who leads or judges it."""
    subject, held = portal(request, code, agency)
    found = leading.looked(viewer=request.viewer, code=code, agency=agency)
    if found is None:
        raise Http404
    shown = campaign(request, code)
    context: dict[str, Any] = {
        **head(shown),
        "subject": subject,
        "runs": [(one, *words.RUNS[one.state]) for one in found.runs],
        "busy": any(one.state in BUSY for one in found.runs),
        "seen": found.number,
        "leads": Stand.LEADER in held,
        "may_start": _may_start(request, code),
    }
    if found.judged:
        context |= telling.whole(found.judged, _Kept(code, agency))
    return pages.render(request, "observatory/evaluating/run.html", context)


@reading(*LEADERS)
def run_report(request: Request, code: str, agency: str) -> HttpResponse:
    """Give the report of the last whole look as one file."""
    found = leading.looked(viewer=request.viewer, code=code, agency=agency)
    if found is None or found.judged is None:
        raise Http404

    def read(digest: str) -> bytes | None:
        kept = worksheets.run_evidence(
            viewer=request.viewer, code=code, agency=agency, digest=digest
        )
        return kept.content if kept else None

    content = auditing.html(found.judged, read=read, language=language())
    answer = HttpResponse(content, content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{code}-{_plain(agency)}.html"'
    return answer


@reading(*LEADERS)
def run_file(request: Request, *, code: str, agency: str, digest: str) -> HttpResponse:
    """Give what an automatic look kept: pictures to be seen, everything else to be saved."""
    kept = worksheets.run_evidence(viewer=request.viewer, code=code, agency=agency, digest=digest)
    if kept is None:
        raise Http404
    shown = kept.media_type in PICTURES
    answer = HttpResponse(
        kept.content, content_type=kept.media_type if shown else "application/octet-stream"
    )
    if not shown:
        answer["Content-Disposition"] = f'attachment; filename="{kept.name}"'
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


class _Kept(Pictures):
    """Pictures at addresses of their own."""

    def __init__(self, code: str, agency: str) -> None:
        super().__init__(lambda _digest: None)
        self._where = (code, agency)

    def address(self, digest: str) -> Markup | None:
        """Give the address of a picture."""
        if not digest:
            return None
        return Markup(reverse("evaluating:run_file", args=[*self._where, digest]))  # noqa: S704 -- an address of our own


def _start(request: Request, code: str, agencies: tuple[str, ...]) -> HttpResponse:
    number = actions.start_runs(code=code, agencies=agencies, by=request.viewer, at=clock.now())
    if not number:
        raise CampaignRefused(
            "chay",
            Sentence(
                "Không có cổng nào để xem thêm: cổng đã xem, đang xem, hoặc chưa có địa chỉ.",
                "There is no portal left: seen already, under way, or without an address.",
            ),
        )
    said = ngettext("Máy sẽ xem %(n)s cổng.", "Máy sẽ xem %(n)s cổng.", number) % {"n": number}
    messages.success(request, said)
    return HttpResponseRedirect(reverse("evaluating:runs", args=[code]))


def _may_start(request: Request, code: str) -> bool:
    found = queries.board(viewer=request.viewer, code=code, at=clock.now())
    return found is not None and Verb.START_RUNS.value in found.verbs


def _watch(request: Request, code: str, problem: Problem | None) -> HttpResponse:
    found = board(request, code)
    told = [_told(row) for row in found.rows]
    states = [row.run.state if row.run else None for row in found.rows]
    context = {
        **head(found.campaign, verbs=found.verbs),
        "rows": told,
        "busy": any(state in BUSY for state in states),
        "counts": [
            (*words.RUNS[state], states.count(state)) for state in RunState if state in states
        ]
        + ([(*words.NO_RUN, states.count(None))] if None in states else []),
        "left": any(state in (None, RunState.FAILED) for state in states),
        "may_start": Verb.START_RUNS.value in found.verbs,
        "at": clock.now(),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/runs.html", context, status=status)


def _told(row: SubjectProgress) -> dict[str, Any]:
    tone, said = words.RUNS[row.run.state] if row.run else words.NO_RUN
    return {"subject": row.subject, "run": row.run, "tone": tone, "state": said}


def _plain(agency: str) -> str:
    return "".join(one for one in agency if one.isalnum() or one in ".-")[:60]
