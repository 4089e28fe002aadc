"""Applying: start, one page of questions after the other, check, submit, what happens next."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyKind, AgencyView
from motcua.documents.rules import policy
from motcua.dossiers import actions, queries
from motcua.dossiers.queries.duplicates import similar_of_mine
from motcua.dossiers.queries.gazetteer import units
from motcua.dossiers.rules.intake_check import PapersRefused
from motcua.dossiers.values.duplicates import SimilarOfMine
from motcua.exchange import actions as store
from motcua.forms import rules as forms
from motcua.forms.values import FieldError
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused
from motcua.portal import filling, reusing, typed
from motcua.portal.catalogue import cases
from motcua.portal.desks import desks
from motcua.portal.story import due_in_words
from motcua.procedures import queries as procedures
from motcua.procedures.rules import fees
from motcua.web import clock, formats, pages, refusals
from motcua.web.access import citizen_required
from motcua.web.http import Request


@require_GET
def start(request: Request, code: str) -> HttpResponse:
    """Say what is needed, how long it takes and what it costs, before anything is asked."""
    service = procedures.service(code, clock.today())
    drafts = () if request.viewer.anonymous else queries.drafts(viewer=request.viewer)
    return pages.render(
        request,
        "portal/apply/start.html",
        {
            "service": service,
            "begun": [one for one in drafts if one.service_code == service.code],
            "files": policy.announcement() if service.form.file_paths else None,
            "pages": len(service.form.pages),
            "known": reusing.could_fill_in(service.form, request.viewer),
        },
    )


@require_POST
@citizen_required
def begin(request: Request, code: str) -> HttpResponse:
    """Open a draft with what the account already knows, and go to its first page."""
    at = clock.now()
    service = procedures.service(code, local_day(at))
    if request.POST.get("_fill_in") == "yes":
        store.choose_filling_in(agreed=True, by=request.viewer, at=at)
    key = actions.start_draft(
        service_code=service.code,
        by=request.viewer,
        at=at,
        answers=reusing.filled_in(service.form, request.viewer),
    )
    made = filling.filling(request.viewer, key)
    return HttpResponseRedirect(made.address(made.pages(at)[0]))


@require_http_methods(["GET", "POST"])
@citizen_required
def fill(request: Request, key: UUID, page: str) -> HttpResponse:
    """Ask one page of the form; keep what was typed, right or wrong, and go on when it is right."""
    made = filling.filling(request.viewer, key)
    if made.draft.submitted_as:
        return HttpResponseRedirect(_where_it_went(request, made.draft.submitted_as))
    if page not in {one.name for one in made.form.pages}:
        raise Http404
    if request.method == "POST":
        return _go_on(request, made, page)
    if page not in made.pages(clock.now()):
        return HttpResponseRedirect(made.address(""))
    return _draw(request, made, page)


def _go_on(request: Request, made: filling.Filling, page: str) -> HttpResponse:
    at = clock.now()
    kept = typed.keep(request, made, page, at=at)
    if kept.errors:
        return _draw(request, kept.made, page, errors=kept.errors, conflict=kept.conflict)
    if kept.stay:
        return HttpResponseRedirect(f"{request.get_full_path()}#{kept.stay}")
    if "_later" in request.POST:
        typed_for = not made.draft.channel.is_online
        return HttpResponseRedirect(reverse("desk:intake" if typed_for else "portal:dossiers"))
    found = forms.check(made.form, kept.made.answers, at=at, page=page, units=units())
    if found.errors:
        return _draw(request, kept.made, page, errors=found.errors)
    if "sua" in request.GET:
        return HttpResponseRedirect(made.address(""))
    return HttpResponseRedirect(kept.made.beside(page, +1, at=at))


def _where_it_went(request: Request, code: str) -> str:
    """Give the page of a dossier: at the desk for an officer who typed it for somebody."""
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    at_desk = view is not None and not view.for_applicant
    return reverse("desk:dossier" if at_desk else "portal:dossier", args=[code])


def _draw(
    request: Request,
    made: filling.Filling,
    page: str,
    *,
    errors: tuple[FieldError, ...] = (),
    conflict: Refused | None = None,
) -> HttpResponse:
    at, language = clock.now(), translation.get_language() or "vi"
    drawn = forms.controls(made.form, page, made.answers, at=at, language=language, errors=errors)
    asked, supplement = made.pages(at), _asked_again(request, made)
    context: dict[str, Any] = {
        "made": made,
        "page": made.form.page(page),
        "number": asked.index(page) + 1 if page in asked else 1,
        "pages": len(asked),
        "controls": drawn,
        "around": reusing.beside(
            request.viewer, made, filling.around(made, drawn, asked=supplement), page=page, at=at
        ),
        "errors": filling.summary_errors(errors, language),
        "conflict": conflict,
        "supplement": supplement,
        "back": made.address("") if "sua" in request.GET else made.beside(page, -1, at=at),
        "shown": typed.shown(made, page),
        "conditions": forms.for_browser(made.form, page, made.answers, at=at),
    }
    return pages.render(request, "portal/apply/page.html", context, status=422 if errors else 200)


def _asked_again(request: Request, made: filling.Filling) -> list[filling.Asked]:
    if made.draft.supplements is None:
        return []
    code = made.draft.supplements
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    return filling.asked_again(made, view.open_supplement if view else None)


@require_GET
@citizen_required
def check(request: Request, key: UUID) -> HttpResponse:
    """Show every answer with a way to change it, the fee, and the button that submits."""
    made = filling.filling(request.viewer, key)
    if made.draft.submitted_as:
        return HttpResponseRedirect(_where_it_went(request, made.draft.submitted_as))
    return _draw_check(request, made)


@require_POST
@citizen_required
def submit(request: Request, key: UUID) -> HttpResponse:
    """Submit the draft; what is still missing is listed, each with a link to where it is asked."""
    language = translation.get_language() or "vi"
    try:
        code = actions.submit(
            draft=key,
            by=request.viewer,
            at=clock.now(),
            language=language,
            return_code=request.POST.get("noi-nhan", "")[:35],
        )
    except actions.SubmitRefused as refused:
        made = filling.filling(request.viewer, key)
        return _draw_check(request, made, errors=refused.errors)
    except PapersRefused as refused:
        refusals.message(request, refused)
        return HttpResponseRedirect(reverse("desk:intake_papers", args=[key]))
    except actions.DraftRefused:
        filling.filling(request.viewer, key)  # says whether it is unknown or asks for more
        raise
    return HttpResponseRedirect(reverse("portal:submitted", args=[code]))


def _draw_check(
    request: Request, made: filling.Filling, errors: tuple[FieldError, ...] = ()
) -> HttpResponse:
    at, language = clock.now(), translation.get_language() or "vi"
    found = forms.check(made.form, made.answers, at=at, units=units())
    channel = made.draft.channel.value
    owed = partial(fees.owed, made.service, found.answers.values, channel=channel)
    lines = owed() if found.right else ()
    agency = _agency(made, found.answers.values) if found.right else None
    context = {
        "made": made,
        "sections": filling.answered(
            made, forms.summary(made.form, found.answers, language, at=at)
        ),
        "supplement": _asked_again(request, made),
        "similar": _similar(request, made, found.answers.values) if found.right else None,
        "sworn": any(one.type == "declaration" for one in made.form.pages[-1].fields),
        "complete": found.right,
        "errors": filling.summary_errors(errors, language, to=made),
        "missing": filling.summary_errors(found.errors, language, to=made),
        "fees": [(formats.say(one.name), one.quantity, formats.dong(one.amount)) for one in lines],
        "agency": agency,
        "desks": () if made.draft.supplements else desks(made.service, agency),
        "desk": request.POST.get("noi-nhan", ""),
        "case": cases.case_of(made.service, found.answers.values, channel=channel),
    }
    return pages.render(request, "portal/apply/check.html", context, status=422 if errors else 200)


def _similar(
    request: Request, made: filling.Filling, answers: Mapping[str, Any]
) -> SimilarOfMine | None:
    """Find the reader's own open request for the same; for who types in a paper there is none."""
    if made.draft.supplements or not made.draft.channel.is_online:
        return None
    return similar_of_mine(
        viewer=request.viewer, service_code=made.service.code, form=made.form, answers=answers
    )


def _agency(made: filling.Filling, answers: Mapping[str, Any]) -> AgencyView | None:
    place = answers.get(made.service.competent_path) or {}
    try:
        return agencies.competent(
            AgencyKind(made.service.competent_kind),
            str(place.get("commune") or place.get("province") or ""),
        )
    except Refused:
        return None


@require_GET
@citizen_required
def submitted(request: Request, code: str) -> HttpResponse:
    """Confirm: the code of the dossier, what happens next, and by when.

    An officer who took a paper in goes on to the dossier at the desk.
    """
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    if view is None:
        raise Http404
    if not view.for_applicant:
        return HttpResponseRedirect(reverse("desk:dossier", args=[code]))
    context = {
        "dossier": view,
        "due": due_in_words(view),
        "counted_as": salted_hmac("counted", code).hexdigest()[:16],  # however often it is opened
    }
    return pages.render(request, "portal/apply/submitted.html", context)


@require_http_methods(["GET", "POST"])
@citizen_required
def discard(request: Request, key: UUID) -> HttpResponse:
    """Ask whether a draft is to be thrown away; throw it away when that is pressed."""
    made = filling.filling(request.viewer, key)
    if request.method == "POST":
        try:
            actions.discard_draft(draft=key, by=request.viewer, at=clock.now())
        except Refused as refused:
            refusals.message(request, refused)
        return HttpResponseRedirect(reverse("portal:dossiers"))
    return pages.render(request, "portal/apply/discard.html", {"made": made})
