"""Petitions, ratings, and answers to questions: how people tell and ask us."""

import logging
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyUnknown, TerritoryUnknown
from motcua.dossiers import queries as dossiers
from motcua.dossiers.values import DossierView
from motcua.feedback import actions, queries
from motcua.feedback.values import Cause, Satisfaction, Topic
from motcua.identity.actions import consume
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.measurement import actions as measurement
from motcua.measurement.rules.answering import About, Ease
from motcua.portal import assistant
from motcua.web import clock, formats, measuring, pages
from motcua.web.access import citizen_required
from motcua.web.http import Request, place_of

log = logging.getLogger("motcua.portal.feedback")
SENDING = (10, timedelta(hours=1))
LOOKING = (30, timedelta(minutes=10))


@require_GET
def overview(request: Request) -> HttpResponse:
    """Say how to reach us, and publish what was answered."""
    return pages.render(
        request, "portal/feedback/overview.html", {"answers": queries.published(most=20)}
    )


@require_http_methods(["GET", "POST"])
def petition(request: Request) -> HttpResponse:
    """Take a petition; what was typed stays on the page when something is missing."""
    if request.method != "POST":
        return _form(request, _known(request.viewer) | request.GET.dict())
    if "_province" in request.POST:
        return _form(request, request.POST.dict())
    limit, window = SENDING
    consume(key=f"petition:{place_of(request)}", limit=limit, window=window, at=clock.now())
    try:
        receipt = actions.send_petition(
            said=_said(request.POST.dict()), by=request.viewer, at=clock.now()
        )
    except actions.FeedbackRefused as refused:
        return _form(request, request.POST.dict(), problem=(refused.field, refused.sentence))
    return pages.render(request, "portal/feedback/sent.html", {"receipt": receipt}, status=201)


@require_GET
def look_up(request: Request) -> HttpResponse:
    """Show how far a petition has come, to whoever has both codes."""
    code, check = request.GET.get("ma", "").strip(), request.GET.get("kiem-tra", "").strip()
    found = None
    if code and check:
        limit, window = LOOKING
        consume(
            key=f"petition-look:{place_of(request)}", limit=limit, window=window, at=clock.now()
        )
        found = queries.look_up(code=code, check_code=check)
    unknown = "ma" in request.GET and found is None
    return pages.render(
        request,
        "portal/feedback/look_up.html",
        {"code": code, "check": check, "found": found, "unknown": unknown, "now": clock.now()},
        status=404 if unknown else 200,
    )


@require_http_methods(["GET", "POST"])
@citizen_required
def rate(request: Request, code: str) -> HttpResponse:
    """Ask the applicant how they were served, once the dossier has its result."""
    now = clock.now()
    found = dossiers.dossier(viewer=request.viewer, code=code, at=now)
    if found is None or not found.for_applicant:
        raise Http404
    problem = None
    if request.method == "POST":
        problem = _rated(request, code)
        if problem is None:
            _tell_ease(request, found)
            return HttpResponseRedirect(reverse("portal:rate", args=[code]))
    given = queries.rated(found.key)
    context = {
        "dossier": found,
        "given": given,
        "may_rate": given is None and (found.resolved_at or found.ended_at) is not None,
        "levels": [(one.value, formats.say(one.label)) for one in Satisfaction],
        "causes": [(one.value, formats.say(one.label)) for one in Cause],
        "eases": [(one.value, one.label) for one in Ease],
        "typed": request.POST,
        "problem": problem,
    }
    return pages.render(
        request, "portal/feedback/rate.html", context, status=409 if problem else 200
    )


@require_GET
def ask(request: Request) -> HttpResponse:
    """Answer a question from the guides and the catalogue, and lead on to a person."""
    question = request.GET.get("q", "").strip()[:200]
    answers = assistant.answers(question) if question else None
    return pages.render(
        request, "portal/feedback/ask.html", {"question": question, "found": answers}
    )


def _rated(request: Request, code: str) -> tuple[str, Sentence] | None:
    typed = request.POST
    level, cause, ease = (typed.get(name, "") for name in ("hai-long", "ly-do", "de-kho"))
    if level not in set(Satisfaction):
        return "hai-long", Sentence("Bạn hãy chọn một mức.", "Please choose one.")
    if ease and ease not in set(Ease):
        return "de-kho", Sentence("Bạn hãy chọn một mức.", "Please choose one.")
    try:
        actions.rate(
            code=code,
            satisfaction=Satisfaction(level),
            cause=Cause(cause) if cause in set(Cause) else None,
            words=typed.get("loi", ""),
            by=request.viewer,
            at=clock.now(),
        )
    except actions.FeedbackRefused as refused:
        return refused.field, refused.sentence
    return None


def _tell_ease(request: Request, rated: DossierView) -> None:
    """Count how easy it was, where that was answered; a count that fails undoes no rating."""
    ease = request.POST.get("de-kho", "")
    if not ease:
        return
    about = About(agency=rated.agency_code, procedure=rated.service_code)
    try:
        measurement.tell_ease(answer=ease, heard=measuring.heard(request), about=about)
    except measurement.SpoolFailed:
        log.exception("how easy it was could not be counted")


def _said(typed: dict[str, Any]) -> actions.Said:
    return actions.Said(
        topic=typed.get("loai", ""),
        text=typed.get("noi-dung", ""),
        agency_code=_agency(typed),
        name=typed.get("ten", ""),
        phone=typed.get("dien-thoai", ""),
        email=typed.get("thu", ""),
        dossier_code=typed.get("ho-so", ""),
        incident=typed.get("ma-loi", ""),
        may_publish=typed.get("cong-khai") == "yes",
    )


def _agency(typed: dict[str, Any]) -> str:
    commune, province = typed.get("co-quan.commune", ""), typed.get("co-quan.province", "")
    kind = AgencyKind.COMMUNE if commune else AgencyKind.PROVINCE
    try:
        return agencies.competent(kind, commune or province).code
    except (AgencyUnknown, TerritoryUnknown):
        return ""


def _form(
    request: Request, typed: dict[str, Any], *, problem: tuple[str, Sentence] | None = None
) -> HttpResponse:
    province = typed.get("co-quan.province", "")
    try:
        communes = agencies.communes(province) if province else ()
    except TerritoryUnknown:
        communes = ()
    context = {
        "typed": typed,
        "problem": problem,
        "topics": [(topic.value, formats.say(topic.label)) for topic in Topic],
        "provinces": [(place.code, place.title) for place in agencies.provinces()],
        "communes": [(place.code, place.title) for place in communes],
        "place": {"province": province, "commune": typed.get("co-quan.commune", "")},
    }
    return pages.render(
        request, "portal/feedback/petition.html", context, status=422 if problem else 200
    )


def _known(viewer: Viewer) -> dict[str, Any]:
    person = viewer.citizen
    return (
        {"ten": person.full_name, "dien-thoai": person.phone, "thu": person.email} if person else {}
    )
