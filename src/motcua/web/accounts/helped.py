"""Who helped me, and ending help: by the helper's button, or by the person from their account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from motcua.agencies.queries import agency
from motcua.identity import actions, queries
from motcua.web import assistance, clock, pages
from motcua.web.access import citizen_required
from motcua.web.http import Request


@require_safe
@citizen_required
@never_cache
def helpers(request: Request) -> HttpResponse:
    """Show who helped me, when, and what was submitted."""
    received = queries.help_received(viewer=request.viewer, at=clock.now())
    context = {"sessions": [(one, agency(one.agency_code).name) for one in received]}
    return pages.render(request, "account/help_received.html", context)


@require_POST
@citizen_required
def revoke(request: Request, key: UUID) -> HttpResponse:
    """Take my consent back at once."""
    if actions.revoke_help(session=key, by=request.viewer, at=clock.now()):
        messages.success(request, _("Đã thu hồi. Người hỗ trợ không còn xem được gì của bạn."))
    return HttpResponseRedirect(reverse("web:helpers"))


@require_POST
@citizen_required
def end(request: Request) -> HttpResponse:
    """End the help given in this browser."""
    assistance.leave(request, at=clock.now())
    messages.success(request, _("Đã kết thúc hỗ trợ. Cảm ơn bạn."))
    return HttpResponseRedirect(reverse("desk:assistance"))
