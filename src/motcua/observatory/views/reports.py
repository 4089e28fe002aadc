"""Reports as PDF."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.agencies import queries as agencies
from motcua.identity.values import Role
from motcua.observatory import answering, asking, places, reporting
from motcua.web import clock
from motcua.web.access import officer_required
from motcua.web.http import Request

READERS = (Role.EXECUTIVE, Role.APPROVER, Role.CONTROLLER, Role.EMC_OPERATOR)
FIRST_YEAR, LAST_YEAR = 2020, 2100


@require_safe
def national(request: HttpRequest) -> HttpResponseBase:
    """Give the country's report on a period (`?ky=`)."""
    return _report(request, "")


@require_safe
def of_agency(request: HttpRequest, code: str) -> HttpResponseBase:
    """Give an agency's report on a period (`?ky=`)."""
    return _report(request, places.place(code).code)


@require_safe
@officer_required(*READERS)
def of_targets(request: Request, code: str, year: int) -> HttpResponse:
    """Give the report on an agency's targets to those who may read them."""
    try:
        path = agencies.agency(code).path
    except agencies.AgencyUnknown as unknown:
        raise Http404 from unknown
    if not request.viewer.roles_at(path) & set(READERS) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    made = HttpResponse(
        reporting.targets_report(code, year, at=clock.now()), content_type="application/pdf"
    )
    made["Content-Disposition"] = f'attachment; filename="chi-tieu-{code}-{year}.pdf"'
    made["Cache-Control"] = "private, no-store"
    return made


def _report(request: HttpRequest, code: str) -> HttpResponseBase:
    period = asking.period(request)
    return answering.file(
        request,
        lambda: reporting.report(code, period, at=clock.now()),
        name=f"do-luong-{code or 'ca-nuoc'}-{period.code}.pdf",
        kind="application/pdf",
    )
