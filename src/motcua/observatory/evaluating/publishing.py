"""The last page before results are everybody's: what will be frozen, and the word to do it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import leading
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    board,
    problem_of,
)
from motcua.observatory.evaluating.results import leagues
from motcua.web import clock, pages
from motcua.web.http import Request


@asking(*LEADERS)
def publish(request: Request, code: str) -> HttpResponse:
    """Show what will be frozen and signed; publish it."""
    problem = None
    if request.method == "POST":
        try:
            _said_yes(request)
            actions.publish(code=code, by=request.viewer, at=clock.now())
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            messages.success(request, _("Đã công bố. Ai cũng xem được kết quả."))
            return HttpResponseRedirect(reverse("evaluating:campaign", args=[code]))
    return _last(request, code, problem)


def _said_yes(request: Request) -> None:
    if request.POST.get("dong-y") != "yes":
        raise CampaignRefused(
            "dong-y",
            Sentence(
                "Bạn hãy đánh dấu là đã xem lại kết quả.", "Tick that you went over the results."
            ),
        )


def _last(request: Request, code: str, problem: Problem | None) -> HttpResponse:
    found = board(request, code)
    if problem is None:
        try:
            moving.check(Verb.PUBLISH, found.campaign.state)
        except CampaignRefused as refused:
            problem = problem_of(refused)
    made = queries.results(viewer=request.viewer, code=code)
    of = leading.criteria(viewer=request.viewer, code=code)
    hindrances = leading.hinders(
        viewer=request.viewer, code=code, verb=Verb.PUBLISH, at=clock.now()
    )
    replies = queries.replies(viewer=request.viewer, code=code)
    can = Verb.PUBLISH.value in found.verbs
    context = {
        **head(found.campaign, verbs=found.verbs),
        "leagues": leagues(of, made),
        "of": of,
        "replies": len(replies),
        "open": [row.subject for row in found.rows if row.open and row.subject.open_reason],
        "correction": found.campaign.published_at is not None,
        "hindrances": hindrances if can else (),
        "may": can and not hindrances,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/publish.html", context, status=status)
