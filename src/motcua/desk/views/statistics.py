"""Statistics of settlement for those who answer for it, and the periodic report."""

from django.http import FileResponse, HttpResponse
from django.views.decorators.http import require_GET

from motcua.agencies import queries as agencies
from motcua.desk.reports import settlement_report as written
from motcua.documents.rules.policy import EXCEL
from motcua.dossiers.queries import tallying
from motcua.identity.values import Role, Viewer
from motcua.web import clock, pages, settlement
from motcua.web.access import officer_required
from motcua.web.http import Request

READERS = (Role.APPROVER, Role.CONTROLLER, Role.EXECUTIVE, Role.RECEPTIONIST, Role.CASE_OFFICER)


@require_GET
@officer_required(*READERS)
def statistics(request: Request) -> HttpResponse:
    """Show how the reader's own places settle what they receive."""
    own = places_of(request.viewer)
    asked = _asked(request, own)
    waiting, late = tallying.waiting_at(path=asked.place, at=clock.now())
    return pages.render(
        request,
        "desk/statistics/statistics.html",
        {"shown": settlement.shown(asked), "own": own, "waiting": waiting, "late": late},
    )


@require_GET
@officer_required(*READERS)
def settlement_report(request: Request) -> FileResponse:
    """Give the periodic report as a spreadsheet."""
    asked = _asked(request, places_of(request.viewer))
    file = written(asked, now=clock.now())
    name = f"bao-cao-{asked.place}{asked.period}.xlsx"
    response = FileResponse(file, as_attachment=True, filename=name, content_type=EXCEL)
    response["Cache-Control"] = "private, no-store"
    return response


def places_of(viewer: Viewer) -> list[tuple[str, str]]:
    """Give (path, name) of the places whose statistics this officer reads."""
    return [
        (path, agencies.agency(path.rstrip(".")).short_name)
        for path in dict.fromkeys(viewer.paths(*READERS))
    ]


def _asked(request: Request, own: list[tuple[str, str]]) -> settlement.Asked:
    wanted = request.GET.get("noi", "")
    tops = [path for path, _ in own]
    top = next((path for path in tops if wanted.startswith(path)), tops[0])
    return settlement.read(request.GET, top=top)
