"""Trying an edition out: the form as citizens see it, page by page; nothing of it is stored.

The answers given so far travel in the page itself. At the end it says what is owed, which papers
are asked for and when it is due, and can be kept as a scenario.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.agencies.values import TerritoryUnknown
from motcua.desk.views.editor import EDITORS, READERS
from motcua.desk.views.editor.opening import (
    address_of,
    as_read,
    keep,
    opened,
    refusing,
    section_address,
    tell,
)
from motcua.dossiers.queries.gazetteer import units
from motcua.forms import rules as forms
from motcua.forms.values import Control, FieldError, FormDefinition
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence
from motcua.procedures.actions.editing import EditionRefused
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing.trees import found, rows_of
from motcua.procedures.rules.editing.trying import Tried, with_scenario
from motcua.procedures.values.editing import EditionView, Section
from motcua.procedures.values.services import ServiceVersion
from motcua.web import clock, formats, pages
from motcua.web.access import officer_required
from motcua.web.http import Request

_STAYING = ("_add", "_remove", "_province")
_MOST = 100_000
_PLACES = {"address", "administrative_unit"}
AS_IF = "00000000-0000-4000-8000-000000000000"
"""The key of a file that is taken as handed in."""


@require_http_methods(["GET", "POST"])
@officer_required(*READERS)
@refusing
def preview(request: Request, key: UUID) -> HttpResponse:
    """Show the pages of the form one after the other; at the end, what comes of the answers."""
    edition = opened(request, key)
    form = queries.form_of(edition)
    if not isinstance(form, FormDefinition):
        faults = [(one, address_of(edition, one.at)) for one in form]
        context = {"edition": edition, "faults": faults}
        return pages.render(request, "desk/editor/preview_faults.html", context)
    answers = _answers(request)
    name = request.POST.get("_page", "")
    if request.method == "GET" or name not in {page.name for page in form.pages}:
        return _ask(request, edition, form, name=form.pages[0].name, answers=answers)
    post = {key: request.POST.getlist(key) for key in request.POST}
    answers |= forms.from_post(form, name, post)
    if any(button in request.POST for button in _STAYING):
        return _ask(request, edition, form, name=name, answers=answers)
    step = -1 if "_back" in request.POST else 1
    if step == 1:
        checked = forms.check(form, answers, at=clock.now(), page=name, units=units())
        if checked.errors:
            return _ask(request, edition, form, name=name, answers=answers, errors=checked.errors)
    asked = list(forms.pages_shown(form, answers, at=clock.now()))
    place = (asked.index(name) if name in asked else 0) + step
    if place < len(asked):
        return _ask(request, edition, form, name=asked[max(place, 0)], answers=answers)
    return _end(request, edition, answers)


def _answers(request: Request) -> dict[str, Any]:
    text = request.POST.get("_answers", "{}")
    try:
        answers = json.loads(text) if len(text) < _MOST else {}
    except (ValueError, RecursionError):
        answers = {}
    return (
        {str(path): value for path, value in answers.items()} if isinstance(answers, dict) else {}
    )


def _ask(
    request: Request,
    edition: EditionView,
    form: FormDefinition,
    *,
    name: str,
    answers: Mapping[str, Any],
    errors: tuple[FieldError, ...] = (),
) -> HttpResponse:
    at, language = clock.now(), translation.get_language() or "vi"
    controls = forms.controls(form, name, answers, at=at, language=language, errors=errors)
    asked = list(forms.pages_shown(form, answers, at=at))
    context = {
        "edition": edition,
        "page": form.page(name),
        "number": asked.index(name) + 1 if name in asked else 1,
        "pages": len(asked),
        "controls": controls,
        "places": _places(controls),
        "units": reverse("portal:communes", kwargs={"province": "-"}).removesuffix("-.json"),
        "conditions": forms.for_browser(form, name, answers, at=at),
        "answers": json.dumps(answers, ensure_ascii=False),
        "errors": [(one.path, formats.say(one.message)) for one in errors],
        "as_if": AS_IF,
    }
    status = 422 if errors else 200
    return pages.render(request, "desk/editor/preview.html", context, status=status)


def _places(controls: Iterable[Control]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    asked = [one for one in _every(controls) if one.type in _PLACES]
    provinces = [(one.code, one.title) for one in agencies.provinces()] if asked else []
    return {
        one.path: {
            "provinces": provinces,
            "communes": _communes(one.inputs.get(f"{one.path}.province", "")),
        }
        for one in asked
    }


def _every(controls: Iterable[Control]) -> Iterator[Control]:
    for one in controls:
        yield one
        for row in one.rows:
            yield from _every(row)


def _communes(province: str) -> list[tuple[str, str]]:
    try:
        return [(one.code, one.title) for one in agencies.communes(province)] if province else []
    except TerritoryUnknown:
        return []


def _end(request: Request, edition: EditionView, answers: Mapping[str, Any]) -> HttpResponse:
    service = queries.on_trial(edition)
    if not isinstance(service, ServiceVersion):
        faults = [(one, address_of(edition, one.at)) for one in service]
        context = {"edition": edition, "faults": faults}
        return pages.render(request, "desk/editor/preview_faults.html", context)
    tried = _tried(edition, service, answers)
    language = translation.get_language() or "vi"
    checked = forms.check(service.form, answers, at=tried.at, units=units())
    context = {
        "edition": edition,
        "tried": tried,
        "sections": forms.summary(service.form, checked.answers, language, at=tried.at),
        "fees": [(formats.say(one.name), one.quantity, formats.dong(one.amount))
                 for one in tried.fees],
        "answers": json.dumps(answers, ensure_ascii=False),
        "case": next((one.name for one in service.cases if one.code == tried.case), ""),
        "errors": [(one.path, formats.say(one.message)) for one in tried.errors],
        "name": _("Trường hợp thông thường"),
    }  # fmt: skip
    return pages.render(request, "desk/editor/preview_end.html", context)


def _tried(edition: EditionView, service: ServiceVersion, answers: Mapping[str, Any]) -> Tried:
    begins = str(found(edition.trees, ("procedure", "valid_from"), ""))
    try:
        day = max(date.fromisoformat(begins), clock.today())
    except ValueError:
        day = clock.today()
    at = datetime.combine(day, time(8, 30), tzinfo=HANOI)
    return queries.try_out(service, answers, at=at, units=units())


@require_POST
@officer_required(*EDITORS)
@refusing
def add_scenario(request: Request, key: UUID) -> HttpResponse:
    """Keep what was tried as a scenario that must hold from now on."""
    edition = as_read(request, opened(request, key))
    name = " ".join(request.POST.get("ten", "").split())[:200]
    service = queries.on_trial(edition)
    rows = rows_of(found(edition.trees, ("scenarios", "scenarios")))
    taken = {str(one.get("name")) for one in rows if isinstance(one, Mapping)}
    if not name or name in taken:
        raise EditionRefused(
            Sentence(
                "Bạn hãy đặt cho kịch bản một tên chưa dùng.",
                "Give the scenario a name of its own.",
            )
        )
    if not isinstance(service, ServiceVersion):
        raise EditionRefused(Sentence("Bản soạn còn chỗ phải sửa.", "It must be mended first."))
    tried = _tried(edition, service, _answers(request))
    if tried.errors or tried.refusal:
        raise EditionRefused(Sentence("Tờ khai chưa điền đúng.", "The form is not complete."))
    words = _("Thêm kịch bản “%(name)s”") % {"name": name}
    keep(request, edition, with_scenario(edition.trees, tried, name), words=words)
    tell(request, words)
    return HttpResponseRedirect(section_address(edition, Section.SCENARIOS))
