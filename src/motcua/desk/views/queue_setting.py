"""Setting counters and appointment hours up: heads and business administrators."""

from datetime import time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.counters import actions, queries
from motcua.counters.queries import HEADS
from motcua.counters.values import Business, CounterView, Turn
from motcua.desk.views.no_paper import WEEKDAYS
from motcua.identity.values import Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request, number_of

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@officer_required(*HEADS)
def add(request: Request) -> HttpResponse:
    """Set a counter up."""
    if request.method != "POST":
        number = max((one.number for one in queries.counters_of(viewer=request.viewer)), default=0)
        every = [one.value for one in Turn]
        return _form(request, {"so": str(number + 1)}, chosen={"luot": every})
    return _set(request, None)


@require_http_methods(_METHODS)
@officer_required(*HEADS)
def change(request: Request, key: UUID) -> HttpResponse:
    """Change a counter."""
    found = _found(request, key)
    if request.method == "POST":
        return _set(request, found)
    typed = {"so": str(found.number), "ten": found.name, "co-quan": found.agency_code}
    chosen = {
        "viec": [one.value for one in found.businesses],
        "luot": [one.value for one in found.turns],
        "linh-vuc": list(found.fields),
    }
    return _form(request, typed, chosen=chosen, counter=found)


@require_POST
@officer_required(*HEADS)
def remove(request: Request, key: UUID) -> HttpResponse:
    """Take a counter away."""
    found = _found(request, key)
    try:
        actions.remove_counter(
            key=key, agency_code=found.agency_code, by=request.viewer, at=clock.now()
        )
    except Refused as refused:
        return refusals.page(request, refused, back=reverse("desk:counters"), status=409)
    messages.success(request, _("Đã bỏ quầy %(number)s.") % {"number": found.number})
    return HttpResponseRedirect(reverse("desk:counters"))


@require_http_methods(_METHODS)
@officer_required(*HEADS)
def slots(request: Request) -> HttpResponse:
    """Show when people are seen by appointment; add hours."""
    if request.method != "POST":
        return _slots(request, {"phut": "30", "so-nguoi": "2", "truoc": "14"})
    posted = request.POST
    said = actions.SlotsSaid(
        weekdays=tuple(int(day) for day in posted.getlist("thu") if day in set("0123456")),
        begins=_time(posted.get("tu", ""), otherwise=time.max),
        ends=_time(posted.get("den", ""), otherwise=time.min),
        minutes=number_of(posted.get("phut")) or 0,
        capacity=number_of(posted.get("so-nguoi")) or 0,
        days_ahead=number_of(posted.get("truoc")) or 0,
    )
    try:
        actions.set_slots(
            agency_code=_agency(request), said=said, by=request.viewer, at=clock.now()
        )
    except actions.CounterRefused as refused:
        return _slots(request, posted.dict(), problem=(refused.field, refused.sentence))
    messages.success(request, _("Đã mở giờ hẹn. Người dân đặt được ngay."))
    return HttpResponseRedirect(reverse("desk:slots"))


@require_POST
@officer_required(*HEADS)
def withdraw(request: Request, key: UUID) -> HttpResponse:
    """Offer these hours no more; what was booked stays."""
    if key not in {rule.key for rule in queries.rules_for(viewer=request.viewer)}:
        raise Http404
    actions.withdraw_slots(key=key, by=request.viewer, at=clock.now())
    messages.success(request, _("Đã dừng nhận hẹn vào giờ này. Lịch đã đặt vẫn giữ."))
    return HttpResponseRedirect(reverse("desk:slots"))


def _set(request: Request, found: CounterView | None) -> HttpResponse:
    posted = request.POST
    known = {*queries.fields(clock.today())}
    said = actions.CounterSaid(
        number=number_of(posted.get("so", "").strip()) or 0,
        name=posted.get("ten", ""),
        businesses=tuple(posted.getlist("viec")),
        turns=tuple(posted.getlist("luot")),
        fields=tuple(one for one in posted.getlist("linh-vuc") if one in known),
    )
    try:
        actions.set_counter(
            agency_code=found.agency_code if found else _agency(request),
            said=said,
            by=request.viewer,
            at=clock.now(),
            key=found.key if found else None,
        )
    except actions.CounterRefused as refused:
        chosen = {name: posted.getlist(name) for name in ("viec", "luot", "linh-vuc")}
        problem = (refused.field, refused.sentence)
        return _form(request, posted.dict(), chosen=chosen, counter=found, problem=problem)
    messages.success(request, _("Đã ghi quầy %(number)s.") % {"number": said.number})
    return HttpResponseRedirect(reverse("desk:counters"))


def _agency(request: Request) -> str:
    """Give the agency that was chosen, among those the viewer heads."""
    headed = dict(_headed(request.viewer))
    chosen = request.POST.get("co-quan", "")
    if chosen not in headed:
        raise actions.CounterRefused(
            "co-quan", Sentence("Bạn hãy chọn cơ quan của bạn.", "Choose an agency of yours.")
        )
    return chosen


def _headed(viewer: Viewer) -> list[tuple[str, str]]:
    codes = dict.fromkeys(grant.agency_code for grant in viewer.grants if grant.role in HEADS)
    return [(code, agencies.agency(code).name) for code in codes]


def _found(request: Request, key: UUID) -> CounterView:
    found = queries.counter(viewer=request.viewer, key=key)
    if found is None:
        raise Http404
    return found


def _time(text: str, *, otherwise: time) -> time:
    try:
        return time.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return otherwise


def _form(
    request: Request,
    typed: dict[str, str],
    *,
    chosen: dict[str, list[str]],
    counter: CounterView | None = None,
    problem: tuple[str, Sentence] | None = None,
) -> HttpResponse:
    today = clock.today()
    context = {
        "counter": counter,
        "agencies": _headed(request.viewer),
        "businesses": [(one.value, one.label) for one in Business],
        "turns": [(one.value, one.label) for one in Turn],
        "fields": [(one, one) for one in queries.fields(today)],
        "typed": typed,
        "chosen": chosen,
        "problem": problem,
    }
    return pages.render(request, "desk/queue/setting.html", context, status=422 if problem else 200)


def _slots(
    request: Request, typed: dict[str, str], *, problem: tuple[str, Sentence] | None = None
) -> HttpResponse:
    context = {
        "rules": [
            (rule, agencies.agency(rule.agency_code).name, [WEEKDAYS[day] for day in rule.weekdays])
            for rule in queries.rules_for(viewer=request.viewer)
        ],
        "agencies": _headed(request.viewer),
        "weekdays": [(str(number), name) for number, name in enumerate(WEEKDAYS)],
        "chosen": request.POST.getlist("thu") or ["0", "1", "2", "3", "4"],
        "typed": typed,
        "problem": problem,
    }
    return pages.render(request, "desk/queue/slots.html", context, status=422 if problem else 200)
