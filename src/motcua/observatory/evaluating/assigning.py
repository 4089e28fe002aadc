"""Who judges which portal: spread evenly, or chosen portal by portal."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.evaluation import actions
from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import SEAT_TITLES, CampaignRefused, Seat
from motcua.kernel.words import Sentence
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
from motcua.web.http import Request

UNKNOWN = Sentence("Bạn hãy chọn người trong danh sách.", "Choose somebody of the list.")


@asking(*LEADERS)
def assigning(request: Request, code: str) -> HttpResponse:
    """Show who judges which portal; spread the empty seats over the people chosen."""
    problem = None
    if request.method == "POST":
        try:
            return _spread(request, code)
        except CampaignRefused as refused:
            problem = problem_of(refused)
    found = board(request, code)
    seats = tuple(Seat)[: found.campaign.seats]
    rows = [
        (row.subject, [next((s for s in row.seats if s.seat is seat), None) for seat in seats])
        for row in found.rows
    ]
    context = {
        **head(found.campaign, verbs=found.verbs),
        "rows": rows,
        "left": any(None in sits for _subject, sits in rows),
        "seats": [SEAT_TITLES[seat] for seat in seats],
        "people": _people(request, code),
        "chosen": request.POST.getlist("nguoi"),
        "may_assign": Verb.ASSIGN.value in found.verbs,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/assigning.html", context, status=status)


@asking(*LEADERS)
def seat(request: Request, code: str, agency: str) -> HttpResponse:
    """Choose who judges one portal in one seat."""
    if request.method != "POST":
        return _one(request, code, agency, problem=None)
    portal(request, code, agency)
    try:
        _seat(request, code, agency)
    except CampaignRefused as refused:
        return _one(request, code, agency, problem=problem_of(refused))
    messages.success(request, _("Đã phân công."))
    return HttpResponseRedirect(reverse("evaluating:assigning", args=[code]))


@doing(*LEADERS)
def reopen(request: Request, *, code: str, agency: str, where: str) -> HttpResponse:
    """Let an evaluator change a finished worksheet, while the other one is not done."""
    if where not in set(Seat):
        raise Http404
    try:
        actions.reopen_worksheet(
            code=code,
            agency=agency,
            seat=Seat(where),
            reason=typed.words(request.POST, "ly-do"),
            by=request.viewer,
            at=clock.now(),
        )
    except CampaignRefused as refused:
        return _one(request, code, agency, problem=problem_of(refused))
    messages.success(request, _("Đã mở lại phiếu."))
    return HttpResponseRedirect(reverse("evaluating:seat", args=[code, agency]))


def _one(
    request: Request, code: str, agency: str, *, problem: Problem | None = None
) -> HttpResponse:
    subject, _held = portal(request, code, agency)
    found = board(request, code)
    row = next(row for row in found.rows if row.subject.agency == agency)
    done = [one for one in row.seats if one.finished_at]
    context = {
        **head(found.campaign, verbs=found.verbs),
        "subject": subject,
        "sits": row.seats,
        "closed": done if len(done) == 1 and moving.can(Verb.ANSWER, found.campaign.state) else [],
        "titles": SEAT_TITLES,
        "seats": [(one.value, SEAT_TITLES[one]) for one in tuple(Seat)[: found.campaign.seats]],
        "people": _people(request, code),
        "posted": request.POST,
        "may_assign": Verb.ASSIGN.value in found.verbs,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, "observatory/evaluating/seat.html", context, status=status)


def _spread(request: Request, code: str) -> HttpResponse:
    chosen = [typed.key(one, "nguoi") for one in request.POST.getlist("nguoi")]
    known = {str(key) for key, _name in _people(request, code)}
    if not chosen or not known.issuperset(map(str, chosen)):
        raise CampaignRefused("nguoi", UNKNOWN)
    number = actions.assign_evenly(code=code, evaluators=chosen, by=request.viewer, at=clock.now())
    said = ngettext("Đã phân công %(n)s chỗ.", "Đã phân công %(n)s chỗ.", number) % {"n": number}
    messages.success(request, said)
    return HttpResponseRedirect(reverse("evaluating:assigning", args=[code]))


def _seat(request: Request, code: str, agency: str) -> None:
    where = typed.words(request.POST, "cho", 20)
    if where not in {one.value for one in Seat}:
        raise CampaignRefused("cho", Sentence("Bạn hãy chọn một mục.", "Choose one."))
    who = typed.key(typed.words(request.POST, "nguoi-danh-gia", 50), "nguoi-danh-gia")
    actions.assign(
        code=code,
        agency=agency,
        seat=Seat(where),
        evaluator=who,
        by=request.viewer,
        at=clock.now(),
    )


def _people(request: Request, code: str) -> list[tuple[str, str]]:
    found = queries.evaluators(viewer=request.viewer, code=code, at=clock.now())
    return [(str(one.key), one.name) for one in found]
