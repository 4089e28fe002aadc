"""Finding a procedure and reading about it: home, lists, suggestions, one procedure."""

from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from markupsafe import Markup

from motcua.portal.catalogue import cases, linked, lists, wording
from motcua.portal.catalogue.page import page
from motcua.procedures import queries
from motcua.procedures.values.services import ServiceVersion
from motcua.web import clock
from motcua.web.pages import render

_SUGGESTED = 7


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Open with the search box, life events, the most used services and the look-up."""
    counts = {facet.dimension: facet for facet in queries.facets()}
    life = {one.value: one.count for one in counts["life"].values} if "life" in counts else {}
    return render(
        request,
        "portal/home.html",
        {
            "events": [(event, life.get(event.code, 0)) for event in queries.life_events()],
            "popular": queries.popular(8),
            "open_here": _open_here(),
            "size": queries.size(),
        },
    )


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """List the procedures that an address asks for, by words and filters."""
    wanted = lists.asked(request.GET.dict())
    result = lists.found(wanted)
    boxes = lists.choices(wanted, result)
    pages = max(1, -(-result.total // lists.PER_PAGE))
    return render(
        request,
        "portal/catalogue/list.html",
        {
            "wanted": wanted,
            "result": result,
            "open_here": _open_here(),
            "boxes": boxes,
            "narrowed": lists.narrowed(wanted, boxes),
            "pages": pages,
            "newer": wanted.address(page=wanted.page - 1) if wanted.page > 1 else None,
            "older": wanted.address(page=wanted.page + 1) if wanted.page < pages else None,
            "everywhere": replace(wanted, filters={}, page=1).address() if wanted.text else None,
        },
    )


@require_safe
@cache_control(private=True, max_age=300)
def suggestions(request: HttpRequest) -> HttpResponse:
    """Give what may be meant while it is being typed, as a fragment for instant-search.js."""
    wanted = lists.asked(request.GET.dict())
    ended = " " if request.GET.get("q", "").endswith(" ") else ""
    result = queries.search(wanted.text + ended, limit=_SUGGESTED, typing=True)
    return render(
        request, "portal/catalogue/suggestions.html", {"wanted": wanted, "result": result}
    )


@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Tell about one procedure; a local code leads to the national one."""
    try:
        view = queries.procedure(code)
    except queries.ProcedureUnknown:
        return _elsewhere(code, "portal:procedure")
    service = _service(view.key)
    address = linked.absolute(settings.BASE_URL, reverse("portal:procedure", args=[view.key]))
    return render(
        request,
        "portal/catalogue/procedure.html",
        {
            "view": view,
            "page": page(view),
            "service": service,
            "guide": queries.guide(service.code, service.version) if service else None,
            "online": wording.online(service.level if service else view.record.online),
            "limit": wording.service_limit(service.workflow.limit) if service else "",
            "cases": cases.cases(service) if service else (),
            "linked": Markup(linked.script(linked.document(view, address=address))),  # noqa: S704 -- escaped by script()
        },
    )


@require_safe
@cache_control(public=True, max_age=3600)
def procedure_linked(_request: HttpRequest, code: str) -> HttpResponse:
    """Give one procedure as linked data."""
    try:
        view = queries.procedure(code)
    except queries.ProcedureUnknown:
        return _elsewhere(code, "portal:procedure_linked")
    address = linked.absolute(settings.BASE_URL, reverse("portal:procedure", args=[view.key]))
    answer = JsonResponse(
        linked.document(view, address=address),
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        content_type=linked.MEDIA_TYPE,
    )
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _service(code: str) -> ServiceVersion | None:
    """Give the service behind a procedure, where one can apply for it here."""
    try:
        return queries.service(code, clock.today())
    except queries.ServiceUnknown:
        return None


def _open_here() -> frozenset[str]:
    """Give the codes of what one can apply for here."""
    return frozenset(service.code for service in queries.services(clock.today()))


def _elsewhere(code: str, name: str) -> HttpResponse:
    """Lead a local or undotted code to the national one, or refuse."""
    national = queries.national_code(code)
    if national and national != code:
        return HttpResponseRedirect(reverse(name, args=[national]))
    raise Http404(_("Danh mục không có thủ tục nào mang mã %(code)s.") % {"code": code})
