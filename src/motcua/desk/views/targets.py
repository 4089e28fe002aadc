"""Targets given to heads of agencies: how they stand, setting, withdrawing, history."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from motcua.agencies import queries as agencies
from motcua.desk import targets as reading
from motcua.desk.targets import READERS, SETTERS, Asked
from motcua.kernel.words import Sentence
from motcua.measurement import actions, queries
from motcua.measurement.values.targets import TargetState
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.http import Request


@require_GET
@officer_required(*READERS)
def targets(request: Request) -> HttpResponse:
    """Show how the targets of an agency and of all below it stand in a year."""
    asked = _asked(request)
    states = queries.targets_below(asked.agency.code, asked.year, clock.now())
    return pages.render(
        request,
        "desk/targets/list.html",
        {"asked": asked, "rows": [_row(one) for one in states]},
    )


@require_http_methods(["GET", "POST"])
@officer_required(*SETTERS)
def set_target(request: Request) -> HttpResponse:
    """Give an agency's head a target."""
    asked = _asked(request)
    problem = None
    if request.method == "POST":
        problem = _set(request, asked)
        if problem is None:
            return HttpResponseRedirect(_list_of(asked))
    context = {
        "asked": asked,
        "units": reading.units(asked),
        "indicators": reading.indicators(),
        "officers": reading.officers(asked),
        "betters": reading.BETTERS,
        "typed": request.POST,
        "problem": problem,
    }
    return pages.render(request, "desk/targets/set.html", context, status=409 if problem else 200)


@require_http_methods(["GET", "POST"])
@officer_required(*READERS)
def target(request: Request, key: UUID) -> HttpResponse:
    """Show one target with its months and history; withdraw it."""
    found = queries.target(key, clock.now())
    if found is None or not _may_read(request, found):
        raise Http404
    problem = None
    if request.method == "POST":
        problem = _withdrawn(request, key)
        if problem is None:
            return HttpResponseRedirect(reverse("desk:target", args=[key]))
    agency = agencies.agency(found.target.agency)
    one = found.target
    context = {
        "one": _row(found),
        "state": found,
        "months": [
            (reading.month_name(m.month), *map(reading.counted, (m.numerator, m.denominator)))
            for m in found.months
        ],
        "history": [
            (past, reading.shown(found.card, past.value))
            for past in queries.target_history(one.agency, one.year, one.indicator)
        ],
        "may_set": actions.may_set(agency=agency, by=request.viewer),
        "typed": request.POST,
        "problem": problem,
    }
    return pages.render(request, "desk/targets/one.html", context, status=409 if problem else 200)


def _asked(request: Request) -> Asked:
    found = reading.asked(
        request.viewer, agency=request.GET.get("co-quan", ""), year=request.GET.get("nam", "")
    )
    if found is None:
        raise Http404
    return found


def _row(state: TargetState) -> dict[str, object]:
    card, one = state.card, state.target
    return {
        "key": one.key,
        "agency": agencies.agency(one.agency).name,
        "code": one.agency,
        "year": one.year,
        "name": card.name,
        "head": one.head,
        "target": reading.shown(card, one.value),
        "value": reading.shown(card, state.value),
        "expected": reading.shown(card, state.forecast.value),
        "how": state.forecast.sentence,
        "light": reading.NAMES[state.light],
        "tone": reading.TONES[state.light],
        "sentence": state.sentence,
        "better": dict(reading.BETTERS)[one.better.value],
    }


def _set(request: Request, asked: Asked) -> tuple[str, Sentence] | None:
    wanted = reading.wanted(request.POST.dict(), asked)
    if isinstance(wanted, tuple):
        return wanted
    try:
        actions.set_target(wanted=wanted, by=request.viewer, at=clock.now())
    except actions.TargetRefused as refused:
        return refused.field, refused.sentence
    return None


def _withdrawn(request: Request, key: UUID) -> tuple[str, Sentence] | None:
    try:
        actions.withdraw_target(
            key=key, reason=request.POST.get("ly-do", ""), by=request.viewer, at=clock.now()
        )
    except actions.TargetRefused as refused:
        return refused.field, refused.sentence
    return None


def _may_read(request: Request, state: TargetState) -> bool:
    path = agencies.agency(state.target.agency).path
    return bool(request.viewer.roles_at(path) & set(READERS))


def _list_of(asked: Asked) -> str:
    return f"{reverse('desk:targets')}?co-quan={asked.agency.code}&nam={asked.year}"
