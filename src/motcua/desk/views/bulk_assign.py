"""Giving many dossiers to one officer: chosen, previewed, confirmed; then a run like any other."""

from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.desk import listing
from motcua.desk.views import ACTING_ROLES
from motcua.desk.views.assignment import key_in
from motcua.desk.views.bulk import NothingChosen, back_of, codes_of, kept
from motcua.dossiers.actions import bulk as actions
from motcua.dossiers.queries.lists_assigning import AssignChoice, assign_choice
from motcua.dossiers.values.holding import Candidate
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

_NOBODY = Sentence("Bạn hãy chọn một cán bộ trong danh sách.", "Choose an officer from the list.")


@require_POST
@officer_required(*ACTING_ROLES)
def choose(request: Request) -> HttpResponse:
    """Choose who gets the ticked dossiers and see which can be given; `khoa` confirms it."""
    codes, _more = codes_of(request)
    if not codes:
        return refusals.page(request, NothingChosen(), back=back_of(request), status=422)
    choice = assign_choice(viewer=request.viewer, codes=codes, at=clock.now())
    key, to = listing.key_of(request.POST.get("khoa", "")), _officer(request, choice)
    if key is None:
        unknown = _NOBODY if request.POST.get("can-bo") and to is None else None
        return _page(request, choice, to=to, problem=unknown)
    if to is None:
        return _page(request, choice, to=None, problem=_NOBODY)
    try:
        actions.ask_assign(
            key=key,
            to=to,
            lines=choice.lines,
            by=request.viewer,
            at=clock.now(),
            reason=request.POST.get("ly-do", ""),
        )
    except Refused as refused:
        return _page(request, choice, to=to, problem=refused.sentence)
    return HttpResponseRedirect(reverse("desk:bulk_run", args=[key]))


def _officer(request: Request, choice: AssignChoice) -> Candidate | None:
    key = key_in(request.POST.get("can-bo"))
    return next((one for one in choice.officers if one.key == key), None)


def _page(
    request: Request, choice: AssignChoice, *, to: Candidate | None, problem: Sentence | None
) -> HttpResponse:
    lines = [(line, line.why_not(to.key)) for line in choice.lines] if to else []
    able = [line for line, why in lines if why is None]
    context = {
        "choice": choice,
        "to": to,
        "able": able,
        "unable": [(line, why) for line, why in lines if why is not None],
        "again": bool(to) and any(line.needs_reason(to.key) for line in able if to),
        "key": request.POST.get("khoa") or str(uuid4()),
        "reason": request.POST.get("ly-do", ""),
        "problem": problem,
        "back": back_of(request),
        "kept": kept(request),
    }
    return pages.render(request, "desk/bulk/assign.html", context, status=422 if problem else 200)
