"""Appointments for everybody: choose a time, keep the code, move, cancel."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.agencies import queries as agencies
from motcua.counters import actions, queries
from motcua.counters.rules import calendar_files
from motcua.counters.values import AppointmentState, AppointmentView, Slot
from motcua.identity.actions import consume, give_back
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence
from motcua.portal.views.counters import agency_with_counters, code_drawn
from motcua.procedures import queries as procedures
from motcua.web import clock, formats, pages
from motcua.web.http import Request, place_of

BOOKING = (10, timedelta(hours=1))
LOOKING = (30, timedelta(minutes=10))
"""So many wrong codes from one place."""


@require_http_methods(["GET", "HEAD", "POST"])
def book(request: Request, agency: str) -> HttpResponse:
    """Show the free times of a day; take a booking with name and telephone."""
    found = agency_with_counters(agency)
    if request.method != "POST":
        return _form(request, found.code, typed=request.GET.dict())
    limit, window = BOOKING
    consume(key=f"book:{place_of(request)}", limit=limit, window=window, at=clock.now())
    typed = request.POST
    try:
        code = actions.book(
            agency_code=found.code,
            slot=typed.get("gio", ""),
            errand=typed.get("viec", ""),
            name=typed.get("ten", ""),
            phone=typed.get("dien-thoai", ""),
            language=formats.language(),
            by=request.viewer,
            at=clock.now(),
        )
    except actions.BookingRefused as refused:
        problem = (refused.field, refused.sentence)
        return _form(request, found.code, typed=typed.dict(), problem=problem)
    return HttpResponseRedirect(reverse("portal:appointment", args=[code]))


@require_safe
def find(request: Request) -> HttpResponse:
    """Ask for a code and lead to its appointment."""
    typed = request.GET.get("ma", "")[:200]
    if typed.strip() and _known(request, typed) is not None:
        return HttpResponseRedirect(reverse("portal:appointment", args=[actions.plain(typed)]))
    context = {"typed": typed, "unknown": "ma" in request.GET}
    status = 404 if context["unknown"] else 200
    return pages.render(request, "portal/counters/find.html", context, status=status)


@require_safe
def appointment(request: Request, code: str) -> HttpResponse:
    """Show an appointment; who has its code may move or cancel it."""
    return _page(request, _found(request, code))


@require_POST
def cancel(request: Request, code: str) -> HttpResponse:
    """Give the time back."""
    found = _found(request, code)
    try:
        actions.cancel(code=found.code, by=request.viewer, at=clock.now())
    except actions.BookingRefused as refused:
        return _page(request, found, problem=refused.sentence)
    messages.success(request, _("Đã hủy lịch hẹn. Cảm ơn bạn đã nhường chỗ cho người khác."))
    return HttpResponseRedirect(reverse("portal:appointment", args=[found.code]))


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: Request, code: str) -> HttpResponse:
    """Choose another time."""
    found = _found(request, code)
    if request.method != "POST":
        return _form(request, found.agency_code, typed=request.GET.dict(), moving=found)
    slot = request.POST.get("gio", "")
    try:
        actions.move(code=found.code, slot=slot, by=request.viewer, at=clock.now())
    except actions.BookingRefused as refused:
        typed, problem = request.POST.dict(), (refused.field, refused.sentence)
        return _form(request, found.agency_code, typed=typed, moving=found, problem=problem)
    messages.success(request, _("Đã đổi giờ hẹn."))
    return HttpResponseRedirect(reverse("portal:appointment", args=[found.code]))


@require_safe
def calendar_file(request: Request, code: str) -> HttpResponse:
    """Give the appointment for one's own calendar."""
    found = _found(request, code)
    agency = agencies.agency(found.agency_code)
    address = settings.BASE_URL + reverse("portal:appointment", args=[found.code])
    entry = calendar_files.Entry(
        uid=f"{found.key}@motcua",
        sequence=found.times_moved,
        starts_at=found.starts_at,
        minutes=found.minutes,
        title=f"{formats.say(found.business.label)} – {agency.name}",
        place=agency.address or agency.name,
        words=_("Mã lịch hẹn: %(code)s. Bạn hãy đến trước vài phút và nhập mã này ở máy lấy số.")
        % {"code": found.code},
        address=address,
        cancelled=found.state is AppointmentState.CANCELLED,
    )
    answer = HttpResponse(
        calendar_files.written(entry, at=clock.now()), content_type=calendar_files.MEDIA_TYPE
    )
    answer["Content-Disposition"] = f'attachment; filename="lich-hen-{found.code}.ics"'
    return answer


def _found(request: Request, code: str) -> AppointmentView:
    found = _known(request, code)
    if found is None:
        raise Http404
    return found


def _known(request: Request, code: str) -> AppointmentView | None:
    """Look a code up; only wrong ones count against whoever tries."""
    limit, window = LOOKING
    key, now = f"appointment:{place_of(request)}", clock.now()
    consume(key=key, limit=limit, window=window, at=now)
    found = queries.appointment(actions.plain(code))
    if found is not None:
        give_back(key=key, window=window, at=now)
    return found


def _page(
    request: Request, found: AppointmentView, *, problem: Sentence | None = None
) -> HttpResponse:
    address = settings.BASE_URL + reverse("portal:appointment", args=[found.code])
    now = clock.now()
    context = {
        "appointment": found,
        "agency": agencies.agency(found.agency_code),
        "open": found.state is AppointmentState.BOOKED and found.starts_at >= now,
        "tone": {"booked": "info", "arrived": "good"}.get(found.state.value, "neutral"),
        "qr": code_drawn(address),
        "problem": problem,
    }
    return pages.render(
        request, "portal/counters/appointment.html", context, status=409 if problem else 200
    )


def _form(
    request: Request,
    agency_code: str,
    *,
    typed: dict[str, Any],
    moving: AppointmentView | None = None,
    problem: tuple[str, Sentence] | None = None,
) -> HttpResponse:
    slots = queries.free(agency_code, now=clock.now())
    days = [(day, tuple(times)) for day, times in groupby(slots, key=_day)]
    shown = _shown_day(typed, days)
    errands = _errand_words(agency_code)
    context = {
        "agency": agencies.agency(agency_code),
        "days": [(day, times[0].starts_at) for day, times in days],
        "shown": shown,
        "times": _times(dict(days).get(shown, ())),
        "errands": errands,
        "moving": moving,
        "typed": {"viec": _errand_for(typed.get("thu-tuc", ""), errands)} | typed,
        "problem": problem,
    }
    return pages.render(
        request, "portal/counters/book.html", context, status=422 if problem else 200
    )


def _day(slot: Slot) -> str:
    return local_day(slot.starts_at).isoformat()


def _shown_day(typed: dict[str, Any], days: list[tuple[str, tuple[Slot, ...]]]) -> str:
    offered = [day for day, _times in days]
    chosen = next((d for d, times in days if typed.get("gio") in {t.value for t in times}), None)
    asked = chosen or typed.get("ngay", "")
    return asked if asked in offered else (offered or [""])[0]


def _times(slots: Iterable[Slot]) -> list[tuple[str, str]]:
    return [(slot.value, formats.clock(slot.starts_at)) for slot in slots]


def _errand_words(agency_code: str) -> list[tuple[str, str]]:
    return [
        (one.value, formats.say(one.business.label) + (f": {one.field}" if one.field else ""))
        for one in queries.errands(agency_code)
    ]


def _errand_for(service: str, errands: list[tuple[str, str]]) -> str:
    """Give the errand under which a procedure is handed in, where the address names one."""
    today = clock.today()
    offered = [value for value, _words in errands]
    try:
        field = procedures.service(service[:20], today).field.vi
    except procedures.ServiceUnknown:
        return ""
    return next((v for v in (f"receive:{field}", "receive:") if v in offered), "")
