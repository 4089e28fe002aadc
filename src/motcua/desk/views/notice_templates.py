"""The words of messages to people: what holds, what waits, a new version, a second person."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.identity.values import Role
from motcua.kernel.words import Sentence
from motcua.notifications import actions, queries
from motcua.notifications.rules import wording
from motcua.notifications.rules.templates import MessageTemplate
from motcua.notifications.values import EditionStatus, EditionView
from motcua.web import clock, formats, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

READERS = (Role.PROCEDURE_ADMIN, Role.APPROVER)


@require_safe
@officer_required(*READERS)
def listed(request: Request) -> HttpResponse:
    """List the templates: since when each holds, and how many versions wait."""
    waiting = [one.code for one in queries.editions() if one.status is EditionStatus.PROPOSED]
    rows = [(found, waiting.count(found.code)) for found in queries.in_force(clock.today())]
    return pages.render(request, "desk/notice_templates/list.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@officer_required(*READERS)
def one(request: Request, code: str) -> HttpResponse:
    """Show one template; show how typed words read, or keep them as a version that waits."""
    found = _template(code)
    if request.method != "POST":
        return _page(request, found)
    typed = {place: request.POST.get(place, "") for place in wording.PLACES}
    lines = {place: words.replace("\r\n", "\n") for place, words in typed.items()}
    flaws = wording.lint(lines, uses=found.uses)
    if request.POST.get("viec") == "xem-thu":
        if flaws:
            return _page(request, found, flaws=flaws)
        return _page(request, found, preview=wording.worded(found, lines))
    try:
        actions.propose_words(
            code=code,
            words=typed,
            valid_from=_day(request.POST.get("valid_from", "")),
            by=request.viewer,
            at=clock.now(),
        )
    except actions.WordsRefused as refused:
        return _page(request, found, problem=refused.sentence, flaws=refused.flaws)
    messages.success(request, _("Đã gửi bản mới. Bản này dùng được khi một người khác duyệt."))
    return HttpResponseRedirect(reverse("desk:notice_template", args=[code]))


@require_safe
@officer_required(*READERS)
def download(request: Request, code: str) -> HttpResponse:  # noqa: ARG001 -- views take it
    """Give the words in force as a file of the library."""
    found = _template(code)
    name = code.replace(".", "-").replace("_", "-")
    return HttpResponse(
        wording.as_yaml(found),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.yaml"'},
    )


@require_POST
@officer_required(*READERS)
def decide(request: Request, key: UUID) -> HttpResponse:
    """Approve a version that somebody else wrote, or return it."""
    edition = next((each for each in queries.editions() if each.key == key), None)
    if edition is None:
        raise Http404
    by, at = request.viewer, clock.now()
    try:
        if request.POST.get("viec") == "duyet":
            actions.approve_words(key=key, by=by, at=at)
            messages.success(request, _("Đã duyệt bản mới."))
        else:
            actions.return_words(key=key, comment=request.POST.get("y-kien", ""), by=by, at=at)
            messages.success(request, _("Đã trả lại bản này cho người soạn."))
    except actions.WordsRefused as refused:
        return _page(request, _template(edition.code), problem=refused.sentence, about=key)
    return HttpResponseRedirect(reverse("desk:notice_template", args=[edition.code]))


def _page(
    request: Request,
    found: MessageTemplate,
    *,
    problem: Sentence | None = None,
    flaws: tuple[wording.Flaw, ...] = (),
    preview: MessageTemplate | None = None,
    about: UUID | None = None,
) -> HttpResponse:
    words = wording.words_of(found) | {"valid_from": clock.today().isoformat()}
    if about is None:
        words |= {name: request.POST[name] for name in words if name in request.POST}
    written = queries.editions(found.code)
    context = {
        "found": found,
        "samples": _samples(found),
        "preview": _samples(preview) if preview else [],
        "waiting": [_shown(request, each) for each in written if _waits(each)],
        "past": [each for each in written if not _waits(each)],
        "places": [(place, formats.say(wording.spoken(place))) for place in wording.PLACES],
        "most": wording.MOST,
        "may_write": bool(request.viewer.paths(Role.PROCEDURE_ADMIN)),
        "problem": problem if problem and not flaws else None,
        "flaws": [(flaw.place, formats.say(flaw.sentence)) for flaw in flaws],
        "typed": words,
        "about": about,
        "comment": request.POST.get("y-kien", ""),
    }
    status = 400 if problem or flaws else 200
    return pages.render(request, "desk/notice_templates/one.html", context, status=status)


def _waits(edition: EditionView) -> bool:
    return edition.status is EditionStatus.PROPOSED


def _shown(request: Request, edition: EditionView) -> dict[str, Any]:
    fits = not wording.lint(edition.words, uses=_template(edition.code).uses)
    proposed = wording.worded(_template(edition.code), edition.words) if fits else None
    return {
        "edition": edition,
        "samples": _samples(proposed) if proposed else [],
        "may_decide": actions.may_decide(request.viewer, edition),
    }


def _samples(template: MessageTemplate) -> list[dict[str, Any]]:
    found = []
    for language, name in (("vi", "Tiếng Việt"), ("en", "English")):
        filled = wording.sample(template, language=language)
        counted = wording.sms(filled.short)
        found.append({"language": language, "name": name, "words": filled, "sms": counted})
    return found


def _template(code: str) -> MessageTemplate:
    try:
        return queries.template(code, on=clock.today())
    except queries.TemplateUnknown as unknown:
        raise Http404 from unknown


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
