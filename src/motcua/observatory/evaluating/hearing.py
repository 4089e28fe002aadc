"""What agencies explain, and what whoever leads makes of it, each with an answer."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import leading
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import OUTCOME_TITLES, About, ReplyOutcome, ReplyView
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating import asking as typed
from motcua.observatory.evaluating import results as shown
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    board,
    portal,
    problem_of,
    reading,
)
from motcua.web import clock, pages
from motcua.web.http import Request


@reading(*LEADERS)
def replies(request: Request, code: str) -> HttpResponse:
    """List what agencies explain, unanswered ones first."""
    found = board(request, code)
    names = {row.subject.agency: row.subject.name for row in found.rows}
    context = {
        **head(found.campaign, verbs=found.verbs),
        "rows": [
            (one, names.get(one.agency, one.agency), _outcome(one))
            for one in queries.replies(viewer=request.viewer, code=code)
        ],
        "may_answer": Verb.ANSWER_REPLY.value in found.verbs,
    }
    return pages.render(request, "observatory/evaluating/replies.html", context)


@asking(*LEADERS)
def answer_reply(
    request: Request, *, code: str, agency: str, about: str, item: str
) -> HttpResponse:
    """Show an explanation beside what it is about; say what is made of it and why."""
    problem: Problem | None = None
    if request.method == "POST":
        try:
            _answer(request, code, agency, about=about, item=item)
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, _("Đã trả lời cơ quan."))
            return HttpResponseRedirect(reverse("evaluating:replies", args=[code]))
    found = board(request, code)
    subject, _held = portal(request, code, agency)
    one = _found(request, code, agency, about=about, item=item)
    context = {
        **head(found.campaign, verbs=found.verbs),
        **_about(request, code, one),
        "subject": subject,
        "one": one,
        "outcomes": [(each.value, title) for each, title in OUTCOME_TITLES.items()],
        "chosen": request.POST.get("ket-luan", one.outcome.value if one.outcome else ""),
        "answer": request.POST.get("tra-loi", one.answer),
        "may_answer": Verb.ANSWER_REPLY.value in found.verbs,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/reply.html", context, status=status)


def _answer(request: Request, code: str, agency: str, *, about: str, item: str) -> None:
    outcome = request.POST.get("ket-luan", "")
    if outcome not in set(ReplyOutcome):
        raise CampaignRefused("ket-luan", Sentence("Bạn hãy chọn một mục.", "Choose one."))
    if about not in set(About):
        raise Http404
    actions.answer_reply(
        code=code,
        agency=agency,
        on=About(about),
        about_code=item,
        outcome=ReplyOutcome(outcome),
        answer=typed.words(request.POST, "tra-loi"),
        by=request.viewer,
        at=clock.now(),
    )


def _found(request: Request, code: str, agency: str, *, about: str, item: str) -> ReplyView:
    for one in queries.replies(viewer=request.viewer, code=code, agency=agency):
        if (one.about.value, one.code) == (about, item):
            return one
    raise Http404


def _about(request: Request, code: str, reply: ReplyView) -> dict[str, Any]:
    """Give the criterion or the finding that an explanation is about, as the result tells it."""
    result = queries.result(viewer=request.viewer, code=code, agency=reply.agency)
    of = leading.criteria(viewer=request.viewer, code=code)
    told = shown.told(of, result, code) if of and result else {"criteria": [], "findings": []}
    rows = [row for group in told["criteria"] for row in group["rows"]]
    criterion = reply.about is About.CRITERION
    row = next((each for each in rows if criterion and each["code"] == reply.code), None)
    faults = [each for each in told["findings"] if each["one"].fact == reply.code]
    what = row["text"] if row else faults[0]["one"].name if faults and not criterion else reply.code
    return {"what": what, "row": row, "faults": [] if criterion else faults}


def _outcome(one: ReplyView) -> Sentence | None:
    return OUTCOME_TITLES[one.outcome] if one.outcome else None
