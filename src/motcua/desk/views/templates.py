"""Sentences for reasons that an agency keeps: heads write them, officers put them into a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.dossiers.actions import templates as verbs
from motcua.dossiers.queries import templates as known
from motcua.dossiers.queries.lists_names import Names
from motcua.dossiers.values.templates import TemplateView, Use
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

_NO_USE = Sentence(
    "Bạn hãy chọn mẫu dùng khi yêu cầu bổ sung hay khi từ chối.",
    "Choose whether it is for a supplement or a refusal.",
)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.APPROVER)
def listed(request: Request) -> HttpResponse:
    """List the sentences of one's agencies and what was written often; keep a new one."""
    return _keep(request) if request.method == "POST" else _page(request)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.APPROVER)
def change(request: Request, key: UUID) -> HttpResponse:
    """Word a sentence anew."""
    found = known.template(viewer=request.viewer, key=key)
    if found is None:
        raise Http404
    return _keep(request, found) if request.method == "POST" else _page(request, found)


@require_POST
@officer_required(Role.APPROVER)
def drop(request: Request, key: UUID) -> HttpResponse:
    """Drop a sentence."""
    try:
        verbs.drop_reason(key=key, by=request.viewer, at=clock.now())
    except verbs.TemplateUnknown as unknown:
        return refusals.page(request, unknown, back=reverse("desk:reasons"))
    messages.success(request, _("Đã bỏ mẫu lý do."))
    return HttpResponseRedirect(reverse("desk:reasons"))


def _keep(request: Request, found: TemplateView | None = None) -> HttpResponse:
    posted = request.POST
    if posted.get("dung-khi") not in set(Use):
        return _page(request, found, problem=("dung-khi", _NO_USE), status=400)
    service = posted.get("thu-tuc", "")
    worded = verbs.Worded(
        words=posted.get("noi-dung", ""),
        use=Use(posted["dung-khi"]),
        service_code=service if service in dict(_services()) else "",
    )
    try:
        verbs.keep_reason(
            agency_path=found.agency_path if found else posted.get("noi", _own(request)[0][0]),
            worded=worded,
            by=request.viewer,
            at=clock.now(),
            key=found.key if found else None,
        )
    except Refused as refused:
        return _page(request, found, problem=("noi-dung", refused.sentence), status=409)
    messages.success(request, _("Đã giữ mẫu lý do. Cán bộ chèn được mẫu này khi ghi lý do."))
    return HttpResponseRedirect(reverse("desk:reasons"))


def _page(
    request: Request,
    found: TemplateView | None = None,
    *,
    problem: tuple[str, Sentence] | None = None,
    status: int = 200,
) -> HttpResponse:
    services = _services()
    typed = {
        "noi-dung": found.words if found else "",
        "dung-khi": found.use.value if found else "",
        "thu-tuc": found.service_code if found else "",
    } | {name: value for name, value in request.POST.items() if isinstance(value, str)}
    context = {
        "kept": known.templates(viewer=request.viewer),
        "often": known.often_said(viewer=request.viewer, at=clock.now()),
        "changing": found,
        "services": services,
        "names": dict(services),
        "uses": [(one.value, formats.say(one.label)) for one in Use],
        "own": _own(request),
        "problem": problem,
        "typed": typed,
    }
    return pages.render(request, "desk/talk/reasons_kept.html", context, status=status)


def _own(request: Request) -> list[tuple[str, str]]:
    paths = request.viewer.paths(Role.APPROVER)
    return [(path, agencies.agency(path.strip(".")).name) for path in paths]


def _services() -> list[tuple[str, str]]:
    names = Names(clock.now(), formats.language())
    found = [(code, names.say(one.name)) for code, one in names.services.items()]
    return sorted(found, key=lambda one: one[1])
