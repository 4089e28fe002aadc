"""One's own dossiers: the list, one on a page, and what can be done to it."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.documents.actions import printed
from motcua.dossiers import actions, queries
from motcua.dossiers.queries.returning import hand_back
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.bundles import BundleView
from motcua.forms import rules as forms
from motcua.forms.values import AnswerSet
from motcua.kernel.words import Refused
from motcua.portal import filling, story
from motcua.procedures import queries as procedures
from motcua.web import clock, pages
from motcua.web.access import citizen_required
from motcua.web.deadlines import remaining
from motcua.web.http import Request
from motcua.workflow.values import Move, State


@require_GET
@citizen_required
def mine(request: Request) -> HttpResponse:
    """List drafts to go on with, dossiers under way, dossiers at an end."""
    lines = queries.mine(viewer=request.viewer)
    context = {
        "drafts": queries.drafts(viewer=request.viewer),
        "running": [line for line in lines if not line.state.is_end],
        "ended": [line for line in lines if line.state.is_end],
        "tones": story.TONES,
    }
    return pages.render(request, "portal/dossiers/mine.html", context)


@require_GET
@citizen_required
def dossier(request: Request, code: str) -> HttpResponse:
    """Show one dossier: its state in words, when it is due and why, papers, messages, history."""
    return _draw(request, _mine(request, code))


def _bundle(request: Request, view: DossierView) -> BundleView | None:
    held = "bundle" in view.beside
    return queries.bundle(viewer=request.viewer, code=view.code) if held else None


def _draw(request: Request, view: DossierView, *, problem: Refused | None = None) -> HttpResponse:
    service = procedures.service_by_digest(view.service_digest)
    language = translation.get_language() or "vi"
    context = {
        "dossier": view,
        "bundle": _bundle(request, view),
        "tone": story.TONES[view.state],
        "meaning": story.meaning(view),
        "timeline": story.timeline(view),
        "due": story.due_in_words(view),
        "left": remaining(
            view.promised_at if view.resolved_at else view.due_at,
            now=clock.now(),
            ended_at=view.resolved_at or view.ended_at,
            paused=view.clock.paused if view.clock else False,
        ),
        "sections": forms.summary(service.form, AnswerSet.from_json(view.answers), language),
        "files": filling.files_shown(
            view.attachments, lambda key: reverse("portal:attachment", args=[view.code, key])
        ),
        "pauses": story.pauses(view),
        "handed_back": hand_back(viewer=request.viewer, code=view.code)
        if view.state is State.RETURNED
        else None,
        "may_withdraw": any(
            offer.move is Move.WITHDRAW and not offer.refusal for offer in view.offers
        ),
        "problem": problem.sentence if problem else None,
        "body": request.POST.get("body", "") if problem else "",
    }
    status = 422 if problem else 200
    return pages.render(request, "portal/dossiers/dossier.html", context, status=status)


@require_POST
@citizen_required
def supplement(request: Request, code: str) -> HttpResponse:
    """Open the form again: where the one thing is asked for, or to the list of them."""
    view = _mine(request, code)
    key = actions.start_supplement(code=code, by=request.viewer, at=clock.now())
    made = filling.filling(request.viewer, key)
    places = [one.href for one in filling.asked_again(made, view.open_supplement) if one.href]
    return HttpResponseRedirect(places[0] if len(places) == 1 else made.address(""))


@require_POST
@citizen_required
def message(request: Request, code: str) -> HttpResponse:
    """Send a message to the officer; one that cannot be sent stays on the page."""
    view = _mine(request, code)
    try:
        actions.message(
            code=code, body=request.POST.get("body", ""), by=request.viewer, at=clock.now()
        )
    except Refused as refused:
        return _draw(request, view, problem=refused)
    return HttpResponseRedirect(reverse("portal:dossier", args=[code]) + "#tin-nhan")


@require_http_methods(["GET", "POST"])
@citizen_required
def withdraw(request: Request, code: str) -> HttpResponse:
    """Ask why, then ask the agency to let the dossier be withdrawn."""
    view, error = _mine(request, code), None
    if request.method == "POST":
        try:
            actions.perform(
                code=code,
                move=Move.WITHDRAW,
                by=request.viewer,
                at=clock.now(),
                reason=request.POST.get("reason", ""),
            )
        except Refused as refused:
            error = refused.sentence
        else:
            return HttpResponseRedirect(reverse("portal:dossier", args=[code]))
    context = {"dossier": view, "error": error, "reason": request.POST.get("reason", "")}
    status = 422 if error else 200
    return pages.render(request, "portal/dossiers/withdraw.html", context, status=status)


@require_GET
@citizen_required
def attachment(request: Request, code: str, key: UUID) -> HttpResponse:
    """Give back a file that was handed in."""
    _mine(request, code)
    found = queries.content_of_attachment(viewer=request.viewer, code=code, key=key)
    if found is None:
        raise Http404
    file, content = found
    return download(content, file.media_type, file.filename)


@require_GET
@citizen_required
def document(request: Request, code: str, key: UUID) -> HttpResponse:
    """Give a document that the agency issued, as PDF."""
    _mine(request, code)
    issued = queries.content_of_document(viewer=request.viewer, code=code, key=key)
    if issued is None:
        raise Http404
    name = f"{issued.number.replace('/', '-')}.pdf"
    return download(printed(key=key), "application/pdf", name)


def download(content: bytes, media_type: str, name: str) -> HttpResponse:
    """Answer with a file to be saved, never kept by anything in between."""
    response = HttpResponse(content, content_type=media_type)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _mine(request: Request, code: str) -> DossierView:
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    if view is None or not view.for_applicant:
        raise Http404
    return view
