"""Paper intake: the officer types the same form that citizens fill in."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Refused
from motcua.procedures import queries as procedures
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request


@officer_required(Role.RECEPTIONIST)
def intake(request: Request) -> HttpResponse:
    """Choose the service, then go on to the form; drafts under way are offered first."""
    now = clock.now()
    if request.method == "POST":
        try:
            return _begin(request)
        except Refused as refused:
            return refusals.page(request, refused, back=reverse("desk:intake"))
    context = {
        "services": [(s.code, s.name) for s in procedures.services(now.date())],
        "drafts": [
            (draft, address_of(draft.key, by=request.viewer))
            for draft in queries.drafts(viewer=request.viewer)
        ],
        "channels": [Channel.COUNTER, Channel.POST],
    }
    return pages.render(request, "desk/intake.html", context)


def _begin(request: Request) -> HttpResponse:
    grant = next(g for g in request.viewer.grants if g.role is Role.RECEPTIONIST)
    posted = request.POST.get("kenh")
    channel = Channel.POST if posted == Channel.POST.value else Channel.COUNTER
    draft = actions.start_draft(
        service_code=request.POST.get("thu-tuc", ""),
        by=request.viewer,
        at=clock.now(),
        channel=channel,
        reception_code=grant.agency_code,
    )
    return HttpResponseRedirect(address_of(draft, by=request.viewer))


def address_of(key: UUID, *, by: Viewer) -> str:
    """Give the page of the form on which a draft goes on: where it was left, else the first."""
    draft = queries.draft(viewer=by, key=key)
    if draft is None:
        return reverse("desk:intake")
    form = procedures.service_by_digest(draft.service_digest).form
    return reverse("portal:fill", args=[key, draft.page or form.pages[0].name])
