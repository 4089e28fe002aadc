"""Paper intake: the officer types the same form that citizens fill in."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.agencies import queries as agencies
from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

_NO_SERVICE = Sentence("Bạn hãy chọn thủ tục.", "Choose the procedure.")


@officer_required(Role.RECEPTIONIST)
def intake(request: Request) -> HttpResponse:
    """Choose the service, then go on to the form; drafts under way are offered too."""
    if request.method != "POST":
        return _page(request)
    if not request.POST.get("thu-tuc"):
        return _page(request, problem=_NO_SERVICE, status=400)
    try:
        return _begin(request)
    except Refused as refused:
        return _page(request, problem=refused.sentence, status=refusals.status_of(refused))


def _page(request: Request, *, problem: Sentence | None = None, status: int = 200) -> HttpResponse:
    context = {
        "services": [(s.code, s.name) for s in procedures.services(clock.now().date())],
        "drafts": [
            (draft, address_of(draft.key, by=request.viewer))
            for draft in queries.drafts(viewer=request.viewer)
            if not draft.channel.is_online or draft.supplements
        ],
        "channels": [Channel.COUNTER, Channel.POST],
        "reception": agencies.agency(_reception(request.viewer)),
        "problem": problem,
        "typed": request.POST,
    }
    return pages.render(request, "desk/intake.html", context, status=status)


def _begin(request: Request) -> HttpResponse:
    posted = request.POST.get("kenh")
    draft = actions.start_draft(
        service_code=request.POST.get("thu-tuc", ""),
        by=request.viewer,
        at=clock.now(),
        channel=Channel.POST if posted == Channel.POST.value else Channel.COUNTER,
        reception_code=_reception(request.viewer),
    )
    return HttpResponseRedirect(address_of(draft, by=request.viewer))


def _reception(viewer: Viewer) -> str:
    return next(grant.agency_code for grant in viewer.grants if grant.role is Role.RECEPTIONIST)


def address_of(key: UUID, *, by: Viewer) -> str:
    """Give the page of the form on which a draft goes on: where it was left, else the first."""
    draft = queries.draft(viewer=by, key=key)
    if draft is None:
        return reverse("desk:intake")
    form = procedures.service_by_digest(draft.service_digest).form
    return reverse("portal:fill", args=[key, draft.page or form.pages[0].name])
