"""Who is away and who stands in."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.desk.views import ACTING_ROLES
from motcua.desk.views.assignment import key_in
from motcua.identity.actions.absences import AbsenceRefused, end_absence, enter_absence
from motcua.identity.queries import absences as known
from motcua.identity.values import Role
from motcua.kernel.words import Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

_INCOMPLETE = Sentence(
    "Bạn hãy chọn người vắng, người làm thay, ngày bắt đầu và ngày kết thúc.",
    "Choose who is away, who stands in, the first day and the last.",
)


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*ACTING_ROLES)
def absences(request: Request) -> HttpResponse:
    """List absences that are not over; enter one's own, or as head those of one's officers."""
    if request.method != "POST":
        return _page(request)
    account, cover = (key_in(request.POST.get(name)) for name in ("nguoi-vang", "lam-thay"))
    begins_on, ends_on = (_day(request.POST, name) for name in ("tu-ngay", "den-ngay"))
    if account is None or cover is None or begins_on is None or ends_on is None:
        return _page(request, problem=_INCOMPLETE, status=400)
    try:
        enter_absence(
            account=account,
            cover=cover,
            begins_on=begins_on,
            ends_on=ends_on,
            by=request.viewer,
            at=clock.now(),
            reason=request.POST.get("ly-do", ""),
        )
    except AbsenceRefused as refused:
        return _page(request, problem=refused.sentence, status=409)
    messages.success(request, _("Đã ghi. Người làm thay thấy hồ sơ trong những ngày đó."))
    return HttpResponseRedirect(reverse("desk:absences"))


@require_POST
@officer_required(*ACTING_ROLES)
def end(request: Request, key: UUID) -> HttpResponse:
    """End an absence before its time."""
    try:
        end_absence(key=key, by=request.viewer, at=clock.now())
    except AbsenceRefused as refused:
        return refusals.page(request, refused, back=reverse("desk:absences"))
    messages.success(request, _("Đã kết thúc việc làm thay."))
    return HttpResponseRedirect(reverse("desk:absences"))


def _day(posted: Mapping[str, str], name: str) -> date | None:
    parts = [
        number_of(posted.get(f"{name}.{part}", "").strip()) for part in ("year", "month", "day")
    ]
    try:
        return date(*(part or 0 for part in parts))
    except (ValueError, OverflowError):
        return None


def _page(request: Request, *, problem: Sentence | None = None, status: int = 200) -> HttpResponse:
    viewer, now = request.viewer, clock.now()
    people = [(str(key), name) for key, name in known.colleagues(viewer=viewer, at=now)]
    heads = bool(viewer.paths(Role.APPROVER))
    context = {
        "absences": known.absences(viewer=viewer, at=now),
        "people": people,
        "away": people if heads else [(str(viewer.key), viewer.name)],
        "problem": problem,
        "typed": request.POST,
        "days": {
            name: {
                part: request.POST.get(f"{name}.{part}", "") for part in ("day", "month", "year")
            }
            for name in ("tu-ngay", "den-ngay")
        },
    }
    return pages.render(request, "desk/sharing/absences.html", context, status=status)
