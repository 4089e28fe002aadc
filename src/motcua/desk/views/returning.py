"""Handing a result back at the counter, by post or electronically; and its receipt, on demand."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.desk.views import CASE_ROLES
from motcua.dossiers import actions, queries
from motcua.dossiers.queries.returning import hand_back as handed_back
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.returning import Taker, Way
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of
from motcua.workflow.values import Move

LONGEST = 300
_NO_WAY = Sentence("Bạn hãy chọn cách trả kết quả.", "Choose how the result is handed back.")


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.RECEPTIONIST)
def hand_back(request: Request, code: str) -> HttpResponse:
    """Compare the identity, take the signature, hand the result over."""
    found = _opened(request, code)
    done = handed_back(viewer=request.viewer, code=code)
    if done is not None:
        return HttpResponseRedirect(reverse("desk:handed_back", args=[code]))
    if request.method != "POST":
        return _page(request, found)
    way = request.POST.get("cach", "")
    if way not in set(Way):
        return _page(request, found, problem=_NO_WAY, status=422)
    try:
        actions.hand_back(
            code=code,
            way=Way(way),
            by=request.viewer,
            at=clock.now(),
            taker=_taker(request) if way == Way.COUNTER.value else None,
            tracking=request.POST.get("ma-buu-gui", "")[: LONGEST + 1],
            revision=number_of(request.POST.get("ban")),
        )
    except Refused as refused:
        status = refusals.status_of(refused)
        return _page(request, found, problem=refused.sentence, status=status)
    messages.success(request, _("Đã trả kết quả. Bạn chỉ in biên nhận khi người dân cần."))
    return HttpResponseRedirect(reverse("desk:handed_back", args=[code]))


@require_safe
@officer_required(*CASE_ROLES)
def record(request: Request, code: str) -> HttpResponse:
    """Show who took the result; a page made for printing, if somebody wants it on paper."""
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    done = handed_back(viewer=request.viewer, code=code) if view else None
    if view is None or done is None:
        raise Http404
    return pages.render(request, "desk/returning/record.html", {"dossier": view, "done": done})


def _opened(request: Request, code: str) -> DossierView:
    found = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    if found is None or found.for_applicant:
        raise Http404
    return found


def _taker(request: Request) -> Taker:
    posted = request.POST
    received = posted.get("da-nhan") == "yes"
    return Taker(
        name=" ".join(posted.get("nguoi-nhan", "").split())[: LONGEST + 1],
        identity_number=posted.get("so-dinh-danh", "")[:LONGEST],
        authorised=posted.get("la") == "duoc-uy-quyen",
        authority=posted.get("giay-uy-quyen", "").strip()[: LONGEST + 1],
        signature=posted.get("chu-ky", ""),
        typed_name=posted.get("ky-ten", "").strip()[: LONGEST + 1] if received else "",
        papers_seen=posted.get("da-xem") == "yes",
    )


def _page(
    request: Request, found: DossierView, *, problem: Sentence | None = None, status: int = 200
) -> HttpResponse:
    offer = next((one for one in found.offers if one.move is Move.RETURN_RESULT), None)
    context = {
        "dossier": found,
        "problem": problem,
        "ready": offer is not None and offer.refusal is None,
        "why_not": offer.refusal if offer else None,
        "ways": [
            (way.value, way.label) for way in Way if way is not Way.ELECTRONIC or found.has_account
        ],
        "typed": request.POST,
        "known": bool(found.contact.get("citizen_id")),
    }
    return pages.render(request, "desk/returning/form.html", context, status=status)
