"""Calling people to a counter, and where their business goes on."""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.agencies import queries as agencies
from motcua.counters import actions, queries
from motcua.counters.queries import HEADS, READERS, SITTERS
from motcua.counters.values import CounterView
from motcua.kernel.words import Refused, Sentence
from motcua.web import clock, pages, refusals
from motcua.web.access import officer_required
from motcua.web.http import Request


@require_safe
@officer_required(*READERS)
def counters(request: Request) -> HttpResponse:
    """List the counters of one's agencies, who sits there, who is expected today."""
    now, viewer = clock.now(), request.viewer
    places: dict[str, list[CounterView]] = {}
    for one in queries.counters_of(viewer=viewer):
        places.setdefault(one.agency_code, []).append(one)
    for rule in queries.rules_for(viewer=viewer):
        places.setdefault(rule.agency_code, [])
    context = {
        "places": [
            {
                "agency": agencies.agency(code),
                "counters": found,
                "board": queries.board(code, at=now),
                "expected": queries.expected(viewer=viewer, path=f"{code}.", at=now),
            }
            for code, found in places.items()
        ],
        "may_sit": bool(viewer.paths(*SITTERS)),
        "may_set": bool(viewer.paths(*HEADS)),
        "mine": queries.seat_of(viewer=viewer),
    }
    return pages.render(request, "desk/queue/counters.html", context)


@require_safe
@officer_required(*SITTERS)
def counter(request: Request, key: UUID) -> HttpResponse:
    """Show who is at a counter and who waits for it."""
    return _page(request, _found(request, key))


@require_safe
@officer_required(*SITTERS)
def to_return(request: Request) -> HttpResponse:
    """Go on to handing back the result of the application whose code was typed."""
    code = request.GET.get("ma", "").strip()[:60]
    if not code or "/" in code:
        return HttpResponseRedirect(reverse("desk:counters"))
    asked = urlencode({"phieu": request.GET.get("phieu", "")[:36]})
    return HttpResponseRedirect(f"{reverse('desk:hand_back', args=[code])}?{asked}")


@require_POST
@officer_required(*SITTERS)
def sit(request: Request, key: UUID) -> HttpResponse:
    """Sit down and open a counter."""
    found = _found(request, key)
    return _step(request, found, lambda: actions.sit(key=key, by=request.viewer, at=clock.now()))


@require_POST
@officer_required(*SITTERS, *HEADS)
def leave(request: Request, key: UUID) -> HttpResponse:
    """Close a counter: one's own, or as a head one that was forgotten."""
    _found(request, key)
    try:
        actions.leave(key=key, by=request.viewer, at=clock.now())
    except Refused as refused:
        back = reverse("desk:counters")
        return refusals.page(request, refused, back=back, status=409)
    return HttpResponseRedirect(reverse("desk:counters"))


@require_POST
@officer_required(*SITTERS)
def call_next(request: Request, key: UUID) -> HttpResponse:
    """Call whose turn it is; whoever is being served is done with it."""
    found, by, now = _found(request, key), request.viewer, clock.now()

    def step() -> None:
        here = queries.at_counter(key, at=now)
        if here is not None and here.started_at is not None:
            actions.finish(counter=key, by=by, at=now)
        if actions.call_next(counter=key, by=by, at=now) is None:
            messages.info(request, _("Không còn ai chờ quầy này."))

    return _step(request, found, step)


@require_POST
@officer_required(*SITTERS)
def call_again(request: Request, key: UUID) -> HttpResponse:
    """Call the same number once more."""
    found = _found(request, key)
    return _step(
        request, found, lambda: actions.call_again(counter=key, by=request.viewer, at=clock.now())
    )


@require_POST
@officer_required(*SITTERS)
def start(request: Request, key: UUID) -> HttpResponse:
    """Begin with who was called."""
    found = _found(request, key)
    return _step(
        request, found, lambda: actions.start(counter=key, by=request.viewer, at=clock.now())
    )


@require_POST
@officer_required(*SITTERS)
def finish(request: Request, key: UUID) -> HttpResponse:
    """End with who is here, without calling the next."""
    found = _found(request, key)
    return _step(
        request, found, lambda: actions.finish(counter=key, by=request.viewer, at=clock.now())
    )


@require_POST
@officer_required(*SITTERS)
def miss(request: Request, key: UUID) -> HttpResponse:
    """Note that nobody came."""
    found = _found(request, key)
    return _step(
        request, found, lambda: actions.miss(counter=key, by=request.viewer, at=clock.now())
    )


@require_POST
@officer_required(*SITTERS)
def pass_on(request: Request, key: UUID) -> HttpResponse:
    """Send who is here to another counter."""
    found = _found(request, key)
    to = _uuid(request.POST.get("quay", ""))
    return _step(
        request,
        found,
        lambda: actions.pass_on(counter=key, to=to, by=request.viewer, at=clock.now()),
    )


@require_POST
@officer_required(*SITTERS)
def take_back(request: Request, key: UUID) -> HttpResponse:
    """Let somebody who missed the call wait again."""
    found = _found(request, key)
    ticket = _uuid(request.POST.get("phieu", ""))
    return _step(
        request,
        found,
        lambda: actions.take_back(ticket=ticket, counter=key, by=request.viewer, at=clock.now()),
    )


def _found(request: Request, key: UUID) -> CounterView:
    found = queries.counter(viewer=request.viewer, key=key)
    if found is None:
        raise Http404
    return found


def _step(request: Request, found: CounterView, step: Callable[[], None]) -> HttpResponse:
    try:
        step()
    except Refused as refused:
        return _page(request, _found(request, found.key), problem=refused.sentence)
    return HttpResponseRedirect(reverse("desk:counter", args=[found.key]))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _page(request: Request, found: CounterView, *, problem: Sentence | None = None) -> HttpResponse:
    now = clock.now()
    here = queries.at_counter(found.key, at=now)
    others = queries.counters(found.agency_code)
    context = {
        "counter": found,
        "agency": agencies.agency(found.agency_code),
        "mine": found.sitting_key is not None and found.sitting_key == request.viewer.key,
        "here": here,
        "line": queries.line_of(found.key, at=now),
        "absent": queries.absent_from(found.key, at=now),
        "others": [
            (
                str(one.key),
                _("Quầy %(number)s: %(name)s") % {"number": one.number, "name": one.name},
            )
            for one in others
            if one.open and one.key != found.key
        ],
        "now": now,
        "problem": problem,
    }
    return pages.render(request, "desk/queue/counter.html", context, status=409 if problem else 200)
