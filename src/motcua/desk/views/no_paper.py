"""Services and days without paper: heads decide, the desk sees, exceptions are counted."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.dossiers import actions
from motcua.dossiers.queries.no_paper import no_paper_rules
from motcua.identity.values import Role
from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

WEEKDAYS = (
    Sentence("Thứ hai", "Monday"),
    Sentence("Thứ ba", "Tuesday"),
    Sentence("Thứ tư", "Wednesday"),
    Sentence("Thứ năm", "Thursday"),
    Sentence("Thứ sáu", "Friday"),
    Sentence("Thứ bảy", "Saturday"),
    Sentence("Chủ nhật", "Sunday"),
)
PARTS = ("day", "month", "year")
_DATE = Sentence(
    "Ngày này chưa đúng. Bạn hãy nhập đủ ngày, tháng, năm, ví dụ 1 12 2026.",
    "This date is wrong. Enter day, month and year, such as 1 12 2026.",
)


class DateRefused(Refused):
    """What was typed is no date."""


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(Role.APPROVER, Role.RECEPTIONIST)
def rules(request: Request) -> HttpResponse:
    """Show the rules of one's agencies; a head adds one."""
    if request.method != "POST":
        return _page(request)
    try:
        _add(request)
    except Refused as refused:
        return _page(request, problem=refused.sentence, status=422)
    messages.success(request, _("Đã ghi. Trang nhận hồ sơ giấy sẽ báo cho cán bộ."))
    return HttpResponseRedirect(reverse("desk:no_paper"))


@require_POST
@officer_required(Role.APPROVER)
def lift(request: Request, key: UUID) -> HttpResponse:
    """Take paper again."""
    try:
        actions.lift_no_paper(key=key, by=request.viewer, at=clock.now())
    except Refused as refused:
        return _page(request, problem=refused.sentence, status=409)
    messages.success(request, _("Đã dừng. Cơ quan lại nhận bản giấy."))
    return HttpResponseRedirect(reverse("desk:no_paper"))


def _add(request: Request) -> None:
    posted = request.POST
    from_on = _date(request, "tu-ngay")
    if from_on is None:
        raise DateRefused(_DATE)
    actions.set_no_paper(
        agency_code=posted.get("co-quan", "")[:35],
        service_code=posted.get("thu-tuc", "")[:20],
        weekdays=[int(day) for day in posted.getlist("thu") if day in set("0123456")],
        from_on=from_on,
        to_on=_date(request, "den-ngay"),
        reason=posted.get("ly-do", ""),
        by=request.viewer,
        at=clock.now(),
    )


def _date(request: Request, name: str) -> date | None:
    said = [request.POST.get(f"{name}.{part}", "").strip() for part in reversed(PARTS)]
    if not any(said):
        return None
    try:
        return date(*map(int, said))
    except (ValueError, OverflowError) as wrong:
        raise DateRefused(_DATE) from wrong


def _page(request: Request, *, problem: Sentence | None = None, status: int = 200) -> HttpResponse:
    today = clock.today()
    services = [(one.code, one.name) for one in procedures.services(today)]
    headed = [grant.agency_code for grant in request.viewer.grants if grant.role is Role.APPROVER]
    names = dict(services)
    context = {
        "rules": [
            (
                rule,
                agencies.agency(rule.agency_code).name,
                names.get(rule.service_code, rule.service_code),
                [WEEKDAYS[day] for day in rule.weekdays],
                rule.agency_code in headed,
            )
            for rule in no_paper_rules(viewer=request.viewer)
        ],
        "agencies": [(code, agencies.agency(code).name) for code in headed],
        "services": services,
        "weekdays": [(str(number), name) for number, name in enumerate(WEEKDAYS)],
        "chosen": request.POST.getlist("thu"),
        "dates": {
            name: {part: request.POST.get(f"{name}.{part}", "") for part in PARTS}
            for name in ("tu-ngay", "den-ngay")
        },
        "problem": problem,
        "typed": request.POST,
    }
    return pages.render(request, "desk/no_paper.html", context, status=status)
