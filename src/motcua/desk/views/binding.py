"""Which role fulfils which function at an agency: for its procedure administrator."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyView
from motcua.dossiers.actions.binding import BINDABLE, bind
from motcua.identity.rules.roles import NAMES, roles_for
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request
from motcua.workflow.values import Function


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.PROCEDURE_ADMIN)
def binding(request: Request) -> HttpResponse:
    """Show what holds at an agency of the viewer's; take another binding, or none of its own."""
    own = _own(request)
    wanted = request.POST.get("co-quan") or request.GET.get("co-quan", "")
    found = next((one for one in own if one.code == wanted), own[0])
    if request.method != "POST":
        return _page(request, own, found)
    functions = {}
    if request.POST.get("lam") != "mac-dinh":
        functions = {name: request.POST.getlist(name) for name in NAMES}
    try:
        bind(agency_code=found.code, functions=functions, by=request.viewer, at=clock.now())
    except Refused as refused:
        status = refusals.status_of(refused)
        return _page(request, own, found, problem=refused.sentence, status=status)
    messages.success(request, _("Đã lưu. Việc phân công này có hiệu lực ngay."))
    return HttpResponseRedirect(f"{request.path}?co-quan={found.code}")


def _own(request: Request) -> tuple[AgencyView, ...]:
    codes = [g.agency_code for g in request.viewer.grants if g.role is Role.PROCEDURE_ADMIN]
    found: dict[str, AgencyView] = {}
    for code in codes:
        for agency in (agencies.agency(code), *agencies.units_of(code)):
            found[agency.code] = agency
    return tuple(found.values())


def _page(
    request: Request,
    own: tuple[AgencyView, ...],
    found: AgencyView,
    *,
    problem: Sentence | None = None,
    status: int = 200,
) -> HttpResponse:
    bound = agencies.binding_at(found.path)
    rows = [
        (
            name,
            formats.say(Function(name).label),
            request.POST.getlist(name)
            if problem
            else [role.value for role in roles_for(name, bound)],
        )
        for name in NAMES
    ]
    context = {
        "own": [(agency.code, agency.name) for agency in own],
        "agency": found,
        "rows": rows,
        "roles": [(role.value, formats.say(role.title)) for role in BINDABLE],
        "bound": bool(bound),
        "problem": problem,
    }
    return pages.render(request, "desk/sharing/binding.html", context, status=status)
