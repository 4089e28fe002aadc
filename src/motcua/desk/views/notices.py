"""What an officer is told at the desk."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.identity.values import Role
from motcua.notifications import actions, queries
from motcua.notifications.queries.officers import PAGE
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of, safe_path


@require_http_methods(["GET", "POST"])
@officer_required()
def notices(request: Request) -> HttpResponse:
    """List the officer's own notices, the latest first; a POST marks those shown as read."""
    if request.method == "POST":
        up_to = number_of(request.POST.get("den"))
        if up_to is not None:
            actions.read_notices(by=request.viewer, at=clock.now(), up_to=up_to)
        return HttpResponseRedirect(reverse("desk:notices"))
    before = number_of(request.GET.get("truoc"))
    found = queries.notices(viewer=request.viewer, before=before)
    return pages.render(
        request,
        "desk/notices/list.html",
        {"notices": found, "older": found[-1].number if len(found) == PAGE else None},
    )


@require_POST
@officer_required()
def notice(request: Request, number: int) -> HttpResponse:
    """Go where a notice leads; it counts as read then."""
    link = actions.open_notice(number=number, by=request.viewer, at=clock.now())
    if link is None:
        raise Http404
    return HttpResponseRedirect(safe_path(link, reverse("desk:notices")))


@require_GET
@officer_required(Role.SYSTEM_ADMIN, Role.CONTROLLER)
def failures(request: Request) -> HttpResponse:
    """List messages that did not get there by any way: neither their words nor whom they are to."""
    return pages.render(request, "desk/notices/failures.html", {"failed": queries.failed()})


@require_POST
@officer_required(Role.SYSTEM_ADMIN)
def retry(request: Request, number: int) -> HttpResponse:
    """Send a message again that was given up."""
    if not actions.retry(number=number, by=request.viewer, at=clock.now()):
        raise Http404
    messages.success(request, _("Tin đang được gửi lại."))
    return HttpResponseRedirect(reverse("desk:failures"))
