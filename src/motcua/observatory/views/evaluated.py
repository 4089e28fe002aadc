"""Published evaluations: campaigns, portals, criteria, their files and badges. For everybody."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from motcua.evaluation.queries import published as queries
from motcua.observatory.evaluated import campaigns, files, portals
from motcua.web import clock, pages

FRESH = 300
"""Seconds for which anybody's cache may answer: what is published changes only by another one."""
Make = Callable[[], Mapping[str, Any] | None]


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """List what was published, the latest first."""
    return pages.render(
        request, "observatory/evaluated/overview.html", {"lines": queries.snapshots()}
    )


@require_safe
def campaign(request: HttpRequest, code: str) -> HttpResponse:
    """Show both leagues of a campaign, its grades, and what portals fail most."""
    return _page(request, "campaign", lambda: campaigns.campaign(code, _number(request)))


@require_safe
def criteria(request: HttpRequest, code: str) -> HttpResponse:
    """Show how many portals fail each criterion."""

    def make() -> Mapping[str, Any]:
        number = _number(request)
        found, of = queries.published(code, number), queries.criteria_of(code, number)
        lines = campaigns.failing(found, of, queries.tally(code, number))
        return {**campaigns.head(found), "lines": lines}

    return _page(request, "criteria", make)


@require_safe
def criterion(request: HttpRequest, code: str, criterion: str) -> HttpResponse:
    """Show where every portal stands on one criterion."""
    return _page(request, "criterion", lambda: portals.criterion(code, criterion, _number(request)))


@require_safe
def portal(request: HttpRequest, code: str, agency: str) -> HttpResponse:
    """Show how one portal was judged, and why."""
    return _page(request, "portal", lambda: portals.portal(code, agency, _number(request)))


@require_safe
def report(request: HttpRequest, code: str) -> HttpResponse:
    """Print the report of a campaign."""
    made = _made(lambda: files.report(code, _number(request), at=clock.now()))
    return _file(made, kind="application/pdf", name=f"danh-gia-{code}.pdf")


@require_safe
def document(request: HttpRequest, code: str) -> HttpResponse:
    """Give the signed document, byte for byte."""
    made = _made(lambda: files.document(code, _number(request)))
    return _file(made, kind="application/json", name=f"danh-gia-{code}.json")


@require_safe
def signature(request: HttpRequest, code: str) -> HttpResponse:
    """Give the signature of the document and the key to check it with."""
    return _open(JsonResponse(_made(lambda: files.signature(code, _number(request)))))


@require_safe
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Give every portal with every criterion as CSV."""
    made = _made(lambda: files.sheet(code, _number(request)))
    return _file(made, kind="text/csv; charset=utf-8", name=f"danh-gia-{code}.csv")


@require_safe
def catalogue(_request: HttpRequest) -> HttpResponse:
    """List what was published, for machines."""
    return _open(HttpResponse(files.catalogue(), content_type="application/json"))


@require_safe
@xframe_options_exempt
def badge(_request: HttpRequest, code: str, agency: str) -> HttpResponse:
    """Give the badge that an agency may show on its portal."""
    drawn = _made(lambda: files.badge(code, agency))
    return _open(HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8"))


@require_safe
def evidence(_request: HttpRequest, *, code: str, agency: str, digest: str) -> HttpResponse:
    """Give what an automatic look kept, under its digest."""
    kind, content = _made(lambda: queries.evidence(code, agency, digest))
    given = HttpResponse(content, content_type=kind if kind in _SHOWN else "text/plain")
    given["Content-Disposition"] = "inline" if kind in _SHOWN else "attachment"
    given["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return given


_SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "application/json"})
"""Kinds of evidence that a browser may show; the rest, which portals wrote, is only kept."""


def _page(request: HttpRequest, name: str, make: Make) -> HttpResponse:
    told = _made(make)
    if told is None:
        raise Http404
    return pages.render(request, f"observatory/evaluated/{name}.html", told)


def _made(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except queries.NotPublishedYet as refused:
        raise Http404(str(refused.sentence)) from None


def _number(request: HttpRequest) -> int | None:
    asked = request.GET.get("ban", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 6):
        raise Http404
    return int(asked)


def _file(content: bytes, *, kind: str, name: str) -> HttpResponse:
    given = HttpResponse(content, content_type=kind)
    given["Content-Disposition"] = f'attachment; filename="{name}"'
    return _open(given)


def _open(given: HttpResponse) -> HttpResponse:
    given["Access-Control-Allow-Origin"] = "*"
    given["Cross-Origin-Resource-Policy"] = "cross-origin"
    given["Cache-Control"] = f"public, max-age={FRESH}"
    return given
