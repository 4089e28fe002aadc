"""Agencies' requests to be looked at again, and what the leader decides of them."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating import asking as typed
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    asking,
    board,
    problem_of,
)
from motcua.web import clock, pages
from motcua.web.http import Request


@asking(*LEADERS)
def retests(request: Request, code: str) -> HttpResponse:
    """List the requests, undecided ones first; grant or refuse one."""
    problem = None
    if request.method == "POST":
        try:
            granted = _decide(request, code)
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            said = _("Đã đồng ý; máy sẽ xem lại cổng.") if granted else _("Đã từ chối.")
            messages.success(request, said)
            return HttpResponseRedirect(reverse("evaluating:retests", args=[code]))
    found = board(request, code)
    names = {row.subject.agency: row.subject.name for row in found.rows}
    context = {
        **head(found.campaign, verbs=found.verbs),
        "rows": queries.retests(viewer=request.viewer, code=code),
        "names": names,
        "may_decide": Verb.DECIDE_RETEST.value in found.verbs,
        "may_grant": Verb.START_RUNS.value in found.verbs,
        "posted": request.POST,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/retests.html", context, status=status)


def _decide(request: Request, code: str) -> bool:
    choice = request.POST.get("quyet-dinh", "")
    if choice not in {"dong-y", "tu-choi"}:
        raise CampaignRefused(
            "quyet-dinh", Sentence("Bạn hãy chọn đồng ý hay từ chối.", "Grant it or refuse it.")
        )
    actions.decide_retest(
        code=code,
        key=typed.key(typed.words(request.POST, "yeu-cau", 50), "quyet-dinh"),
        granted=choice == "dong-y",
        decision=typed.words(request.POST, "ly-do"),
        by=request.viewer,
        at=clock.now(),
    )
    return choice == "dong-y"
