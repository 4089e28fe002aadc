"""Petitions at the desk: what people said, who takes it up, the answer."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from motcua.feedback import actions, queries
from motcua.feedback.queries import HANDLERS
from motcua.kernel.words import Sentence
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request


@require_GET
@officer_required(*HANDLERS)
def petitions(request: Request) -> HttpResponse:
    """List the petitions to the officer's agencies, those due first on top."""
    every = request.GET.get("tat-ca") == "1"
    found = queries.petitions(viewer=request.viewer, open_only=not every)
    return pages.render(
        request,
        "desk/petitions/list.html",
        {"petitions": found, "every": every, "now": clock.now()},
    )


@require_http_methods(["GET", "POST"])
@officer_required(*HANDLERS)
def petition(request: Request, code: str) -> HttpResponse:
    """Show one petition; take it up, pass it on, answer it."""
    problem = None
    if request.method == "POST":
        problem = _done(request, code)
        if problem is None:
            return HttpResponseRedirect(reverse("desk:petitions"))
    found = queries.petition(viewer=request.viewer, code=code)
    if found is None:
        raise Http404
    return pages.render(
        request,
        "desk/petitions/petition.html",
        {"petition": found, "problem": problem, "typed": request.POST, "now": clock.now()},
        status=409 if problem else 200,
    )


def _done(request: Request, code: str) -> tuple[str, Sentence] | None:
    typed, by, now = request.POST, request.viewer, clock.now()
    what = typed.get("viec", "")
    try:
        if what == "nhan":
            actions.assign_petition(code=code, by=by, at=now, to_self=True)
        elif what == "chuyen":
            agency = typed.get("co-quan", "").strip() or "?"
            actions.assign_petition(code=code, by=by, at=now, agency_code=agency)
        else:
            actions.answer_petition(
                code=code,
                answer=typed.get("tra-loi", ""),
                closes=what == "dong",
                publish=typed.get("cong-khai") == "yes",
                by=by,
                at=now,
            )
    except actions.FeedbackRefused as refused:
        if refused.field == "ma" and queries.petition(viewer=by, code=code) is None:
            raise Http404 from refused
        return refused.field, refused.sentence
    return None
