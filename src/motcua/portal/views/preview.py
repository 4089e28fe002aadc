"""An e-form for everybody to read and try, before logging in: nothing that is typed is kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from motcua.dossiers.queries.gazetteer import units
from motcua.forms import rules as forms
from motcua.forms.values import FieldError, FormDefinition
from motcua.kernel.calendar import local_day
from motcua.portal import filling, reusing, typed
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion
from motcua.web import clock, pages
from motcua.web.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: Request, code: str) -> HttpResponse:
    """Show every question of a form, those not always asked marked; on a press check what is typed.

    Files are not taken here, so none is missed.
    """
    at = clock.now()
    service = procedures.service(code, local_day(at))
    if request.method != "POST":
        return _draw(request, service, {})
    answers = _typed(request, service.form)
    if any(button in request.POST for button in typed.STAYING):
        return _draw(request, service, answers)
    found = forms.check(service.form, answers, at=at, units=units())
    files = service.form.file_paths
    errors = tuple(one for one in found.errors if one.path not in files)
    return _draw(request, service, answers, errors=errors, is_right=not errors)


def _draw(
    request: Request,
    service: ServiceVersion,
    answers: Mapping[str, Any],
    *,
    errors: tuple[FieldError, ...] = (),
    is_right: bool = False,
) -> HttpResponse:
    at, language, form = clock.now(), translation.get_language() or "vi", service.form
    drawn = [
        (
            page,
            [
                (replace(one, visible=True), one.visible)
                for one in forms.controls(
                    form, page.name, answers, at=at, language=language, errors=errors
                )
            ],
        )
        for page in form.pages
    ]
    context = {
        "service": service,
        "drawn": drawn,
        "around": {
            "places": filling.places(one for _, controls in drawn for one, _ in controls),
            "files": {},
            "taken": reusing.taken_in_words(service.form, service.form.file_paths),
            "units": reverse("portal:communes", kwargs={"province": "-"}).removesuffix("-.json"),
            "preview": True,
        },
        "errors": filling.summary_errors(errors, language),
        "is_right": is_right,
    }
    status = 422 if errors else 200
    return pages.render(request, "portal/apply/preview.html", context, status=status)


def _typed(request: Request, form: FormDefinition) -> dict[str, Any]:
    post = {name: request.POST.getlist(name) for name in request.POST}
    answers: dict[str, Any] = {}
    files = form.file_paths
    for page in form.pages:
        answers |= forms.from_post(form, page.name, post)
    return {
        path: filling.named_place(value) if form.fields[path].type in filling.PLACES else value
        for path, value in answers.items()
        if path not in files
    }
