"""Lists taken away as files."""

from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.desk import listing
from motcua.desk.views import CASE_ROLES
from motcua.dossiers.actions import exporting
from motcua.dossiers.actions.exporting_files import MEDIA_TYPES
from motcua.dossiers.queries.lists_exports import ExportView
from motcua.dossiers.queries.lists_exports import exports as asked_for
from motcua.dossiers.queries.lists_names import Names
from motcua.kernel.words import Refused
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

ON_THEIR_WAY = {"waiting", "writing"}


@require_GET
@officer_required(*CASE_ROLES)
def exports(request: Request) -> HttpResponse:
    """Show the files one asked for, with how far they have come."""
    names = Names(clock.now(), formats.language())
    found = [(one, _told(one, request, names)) for one in asked_for(viewer=request.viewer)]
    context = {
        "files": found,
        "moving": any(one.state in ON_THEIR_WAY for one, _ in found),
        "days": exporting.KEPT.days,
    }
    return pages.render(request, "desk/exports/exports.html", context)


@require_POST
@officer_required(*CASE_ROLES)
def ask(request: Request) -> HttpResponse:
    """Ask for the list that is being looked at as a file."""
    try:
        exporting.ask_export(
            wanted=listing.posted(request.POST),
            kind=request.POST.get("loai", ""),
            language=formats.language(),
            by=request.viewer,
            at=clock.now(),
        )
    except Refused as refused:
        return refusals.page(request, refused, back=reverse("desk:exports"), status=422)
    return HttpResponseRedirect(reverse("desk:exports"))


@require_GET
@officer_required(*CASE_ROLES)
def fetch(request: Request, key: UUID) -> HttpResponseBase:
    """Give one's own file, piece by piece."""
    try:
        found, file = exporting.fetch_export(key=key, by=request.viewer, at=clock.now())
    except Refused as refused:
        return refusals.page(request, refused, back=reverse("desk:exports"))
    answer = FileResponse(
        file, as_attachment=True, filename=found.filename, content_type=MEDIA_TYPES[found.kind]
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _told(one: ExportView, request: Request, names: Names) -> str:
    chips = listing.chips(one.wanted, names, request.viewer)
    return "; ".join(chip.words for chip in chips)
