"""Handing over what one's desk took in for agencies elsewhere, and receiving it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.dossiers.actions.handing import HandOverRefused, confirm_hand_over, hand_over
from motcua.dossiers.queries import handover as known
from motcua.dossiers.values.handover import HandOverView
from motcua.kernel.words import Sentence
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*known.RECEIVING)
def handovers(request: Request) -> HttpResponse:
    """List what waits to be handed over, what is fetched here, and the records; make a record."""
    if request.method != "POST":
        return _list(request)
    posted = request.POST
    start, _sep, to = posted.get("lo", "").partition(">")
    papers = {code: posted.get(f"giay-to:{code}", "") for code in posted.getlist("ho-so")}
    try:
        key = hand_over(
            from_code=start,
            to_code=to,
            papers=papers,
            by=request.viewer,
            at=clock.now(),
            note=posted.get("ghi-chu", ""),
        )
    except HandOverRefused as refused:
        return _list(request, problem=refused.sentence, status=409)
    messages.success(request, _("Đã lập biên bản bàn giao. Bạn in ra và giao cùng hồ sơ."))
    return HttpResponseRedirect(reverse("desk:handover", args=[key]))


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*known.RECEIVING)
def handover(request: Request, key: UUID) -> HttpResponse:
    """Show a record, to be printed; take the receiver's confirmation."""
    found = known.hand_over(viewer=request.viewer, key=key)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _record(request, found)
    try:
        confirm_hand_over(
            key=key,
            by=request.viewer,
            at=clock.now(),
            remarks=request.POST.get("ghi-chu", ""),
            missing=request.POST.getlist("thieu"),
        )
    except HandOverRefused as refused:
        return _record(request, found, problem=refused.sentence, status=409)
    messages.success(request, _("Đã xác nhận nhận bàn giao."))
    return HttpResponseRedirect(reverse("desk:handover", args=[key]))


def _list(request: Request, *, problem: Sentence | None = None, status: int = 200) -> HttpResponse:
    context = {
        "waiting": known.to_hand_over(viewer=request.viewer),
        "to_return": known.to_return(viewer=request.viewer),
        "records": known.hand_overs(viewer=request.viewer),
        "problem": problem,
        "typed": request.POST,
    }
    return pages.render(request, "desk/sharing/handovers.html", context, status=status)


def _record(
    request: Request, found: HandOverView, *, problem: Sentence | None = None, status: int = 200
) -> HttpResponse:
    context = {"record": found, "problem": problem, "typed": request.POST}
    return pages.render(request, "desk/sharing/handover.html", context, status=status)
