"""Counters for everybody: the kiosk, one's ticket, the board in the hall."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from markupsafe import Markup

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyView
from motcua.counters import actions, queries
from motcua.documents.rules.numbering import qr_svg
from motcua.identity.actions import consume
from motcua.kernel.words import Sentence
from motcua.web import clock, pages
from motcua.web.http import Request, place_of

TAKING, WINDOW = 40, timedelta(minutes=10)
"""So many tickets from one place in so long: more than a busy hall draws, too few to empty a roll.

A kiosk prints one in fifteen seconds at most.
"""


@require_safe
def places(request: Request) -> HttpResponse:
    """List where one can draw a number or book."""
    booking = set(queries.bookable())
    codes = dict.fromkeys((*queries.places(), *sorted(booking)))
    service = request.GET.get("thu-tuc", "")[:20]
    context = {
        "places": [(agencies.agency(code), code in booking) for code in codes],
        "service": service,
    }
    return pages.render(request, "portal/counters/places.html", context)


@require_safe
def office(request: Request, agency: str) -> HttpResponse:
    """Show what one can do at an agency, and how it is there now."""
    found = agency_with_counters(agency)
    context = {
        "agency": found,
        "board": queries.board(found.code, at=clock.now()),
        "open": [one for one in queries.counters(found.code) if one.open],
        "hours": agencies.calendar_of(found.code).hours,
        "books": bool(queries.rules_of(found.code)),
    }
    return pages.render(request, "portal/counters/office.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def kiosk(request: Request, agency: str) -> HttpResponse:
    """Offer what one can come for; a press draws a ticket."""
    found = agency_with_counters(agency)
    if request.method != "POST":
        return _kiosk(request, found)
    _count(request, found)
    try:
        ticket = actions.take(
            agency_code=found.code,
            errand=request.POST.get("viec", ""),
            priority=request.POST.get("uu-tien") == "yes",
            by=request.viewer,
            at=clock.now(),
        )
    except actions.TicketRefused as refused:
        return _kiosk(request, found, problem=("viec", refused.sentence))
    return _to_ticket(ticket, request)


@require_POST
def arrive(request: Request, agency: str) -> HttpResponse:
    """Turn an appointment into a ticket."""
    found = agency_with_counters(agency)
    _count(request, found)
    try:
        ticket = actions.arrive(
            agency_code=found.code,
            code=request.POST.get("ma", "")[:200],
            by=request.viewer,
            at=clock.now(),
        )
    except actions.BookingRefused as refused:
        return _kiosk(request, found, problem=("ma", refused.sentence))
    return _to_ticket(ticket, request)


@require_safe
def board(request: Request, agency: str) -> HttpResponse:
    """Show who is called where."""
    found = agency_with_counters(agency)
    context = {"agency": found, "board": queries.board(found.code, at=clock.now())}
    return pages.render(request, "portal/counters/board.html", context)


@require_safe
def ticket(request: Request, key: UUID) -> HttpResponse:
    """Show a ticket and where it stands, for the printer and for one's telephone."""
    found = queries.ticket(key)
    if found is None:
        raise Http404
    address = settings.BASE_URL + reverse("portal:ticket", args=[key])
    context = {
        "ticket": found,
        "agency": agencies.agency(found.agency_code),
        "place": queries.place(key, at=clock.now()),
        "qr": code_drawn(address),
        "address": address,
        "at_kiosk": request.GET.get("quay") == "1",
    }
    return pages.render(request, "portal/counters/ticket.html", context)


def code_drawn(address: str) -> Markup:
    """Draw the QR of an address of ours."""
    return Markup(qr_svg(address))  # noqa: S704 -- drawn by segno, holds no text


def agency_with_counters(code: str) -> AgencyView:
    """Give an agency that has counters or slots, or 404."""
    found = agencies.agency(code[:35])
    if not queries.counters(found.code) and not queries.rules_of(found.code):
        raise Http404
    return found


def _count(request: Request, agency: AgencyView) -> None:
    key = f"ticket:{agency.code}:{place_of(request)}"
    consume(key=key, limit=TAKING, window=WINDOW, at=clock.now())


def _to_ticket(key: UUID, request: Request) -> HttpResponse:
    asked = "?quay=1" if request.POST.get("quay") == "1" else ""
    return HttpResponseRedirect(reverse("portal:ticket", args=[key]) + asked)


def _kiosk(
    request: Request, agency: AgencyView, *, problem: tuple[str, Sentence] | None = None
) -> HttpResponse:
    context = {
        "agency": agency,
        "errands": queries.errands(agency.code),
        "books": bool(queries.rules_of(agency.code)),
        "problem": problem,
        "typed": request.POST,
    }
    return pages.render(
        request, "portal/counters/kiosk.html", context, status=422 if problem else 200
    )
