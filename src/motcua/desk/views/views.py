"""Ways of looking at a list: kept, opened with, shared, forgotten."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.desk import listing
from motcua.desk.views import CASE_ROLES
from motcua.dossiers.actions import views as actions
from motcua.dossiers.queries.columns import ALL, INBOX
from motcua.dossiers.queries.lists_views import ViewKept
from motcua.dossiers.queries.lists_views import views as kept_views
from motcua.kernel.words import Refused
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request

LISTS = {INBOX: "desk:inbox", ALL: "desk:dossiers"}


@require_GET
@officer_required(*CASE_ROLES)
def views(request: Request) -> HttpResponse:
    """Show one's own views and those of the unit, list by list."""
    return _page(request)


@require_POST
@officer_required(*CASE_ROLES)
def save(request: Request) -> HttpResponse:
    """Keep the list that is being looked at under a name."""
    wanted = listing.posted(request.POST)
    try:
        actions.save_view(
            wanted=wanted,
            name=request.POST.get("ten", ""),
            by=request.viewer,
            at=clock.now(),
            shared=bool(request.POST.get("chung")),
            default=bool(request.POST.get("mo-san")),
        )
    except Refused as refused:
        return _page(request, problem=refused)
    messages.success(request, _("Đã lưu cách xem."))
    return HttpResponseRedirect(reverse(LISTS[wanted.list_name]) + listing.address(wanted))


@require_POST
@officer_required(*CASE_ROLES)
def choose_default(request: Request) -> HttpResponse:
    """Open a list with a view from now on, or as it is by itself."""
    name = request.POST.get("ds", "")
    try:
        actions.choose_default(
            key=listing.key_of(request.POST.get("khoa", "")),
            list_name=name if name in LISTS else ALL,
            by=request.viewer,
            at=clock.now(),
        )
    except Refused as refused:
        return refusals.page(request, refused, back=reverse("desk:views"))
    messages.success(request, _("Đã đổi cách mở danh sách."))
    return HttpResponseRedirect(reverse("desk:views"))


@require_POST
@officer_required(*CASE_ROLES)
def remove(request: Request, key: UUID) -> HttpResponse:
    """Forget an own view."""
    try:
        actions.remove_view(key=key, by=request.viewer, at=clock.now())
    except Refused as refused:
        return refusals.page(request, refused, back=reverse("desk:views"))
    messages.success(request, _("Đã xóa cách xem."))
    return HttpResponseRedirect(reverse("desk:views"))


def _page(request: Request, *, problem: Refused | None = None) -> HttpResponse:
    context = {
        "lists": [
            (_("Hồ sơ cần xử lý"), INBOX, _with_addresses(request, INBOX)),
            (_("Tất cả hồ sơ"), ALL, _with_addresses(request, ALL)),
        ],
        "problem": problem.sentence if problem else None,
        "typed": request.POST if problem else None,
    }
    return pages.render(request, "desk/lists/views.html", context, status=422 if problem else 200)


def _with_addresses(request: Request, name: str) -> list[tuple[ViewKept, str]]:
    return [
        (one, reverse(LISTS[name]) + listing.address(one.wanted))
        for one in kept_views(viewer=request.viewer, list_name=name)
    ]
