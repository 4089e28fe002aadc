"""Reports as PDF."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from motcua.observatory import answering, asking, places, reporting
from motcua.web import clock


@require_safe
def national(request: HttpRequest) -> HttpResponseBase:
    """Give the country's report on a period (`?ky=`)."""
    return _report(request, "")


@require_safe
def of_agency(request: HttpRequest, code: str) -> HttpResponseBase:
    """Give an agency's report on a period (`?ky=`)."""
    return _report(request, places.place(code).code)


def _report(request: HttpRequest, code: str) -> HttpResponseBase:
    period = asking.period(request)
    return answering.file(
        request,
        lambda: reporting.report(code, period, at=clock.now()),
        name=f"do-luong-{code or 'ca-nuoc'}-{period.code}.pdf",
        kind="application/pdf",
    )
