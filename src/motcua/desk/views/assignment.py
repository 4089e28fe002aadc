"""Giving a dossier to an officer, or taking it oneself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.desk.views import ACTING_ROLES
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.assigning import assign as give
from motcua.dossiers.queries.holding import holding
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

_NOBODY = Sentence("Bạn hãy chọn một cán bộ.", "Choose an officer.")


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*ACTING_ROLES)
def assign(request: Request, code: str) -> HttpResponse:
    """Choose who gets the dossier, and say why when somebody else had it."""
    if request.method != "POST":
        return _page(request, code)
    to = key_in(request.POST.get("can-bo"))
    if to is None:
        return _page(request, code, problem=_NOBODY, status=400)
    try:
        give(
            code=code,
            to=to,
            by=request.viewer,
            at=clock.now(),
            reason=request.POST.get("ly-do", ""),
            revision=number_of(request.POST.get("ban")),
        )
    except actions.DossierUnknown as unknown:
        return refusals.page(request, unknown, back=reverse("desk:inbox"))
    except Refused as refused:
        status = refusals.status_of(refused)
        return _page(request, code, problem=refused.sentence, status=status)
    messages.success(request, _("Đã giao hồ sơ %(code)s.") % {"code": code})
    return HttpResponseRedirect(reverse("desk:dossier", args=[code]))


def key_in(text: str | None) -> UUID | None:
    """Read a key that a form carries; None where it is none."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _page(
    request: Request, code: str, *, problem: Sentence | None = None, status: int = 200
) -> HttpResponse:
    now = clock.now()
    found = queries.dossier(viewer=request.viewer, code=code, at=now)
    if found is None or found.for_applicant:
        return refusals.page(request, actions.DossierUnknown(), back=reverse("desk:inbox"))
    context = {
        "dossier": found,
        "held": holding(viewer=request.viewer, code=code, at=now),
        "problem": problem,
        "typed": request.POST,
    }
    return pages.render(request, "desk/sharing/assign.html", context, status=status)
