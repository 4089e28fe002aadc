"""Supplementing: what was asked for on one page, each with the way to it; the rest put aside."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET

from motcua.dossiers import queries
from motcua.dossiers.rules import comparing
from motcua.dossiers.values import DossierView
from motcua.forms import rules as forms
from motcua.portal import filling
from motcua.web import clock, pages
from motcua.web.access import citizen_required
from motcua.web.http import Request


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing asked for, with the way to it; `done`: something has been changed there."""

    asked: filling.Asked
    done: bool


@require_GET
@citizen_required
def amend(request: Request, key: UUID) -> HttpResponse:
    """Show what has to be amended and what has been, and the button that sends it."""
    made = filling.filling(request.viewer, key)
    code = made.draft.submitted_as or made.draft.supplements
    if made.draft.submitted_as or code is None:
        return HttpResponseRedirect(reverse("portal:check", args=[key]))
    view = queries.dossier(viewer=request.viewer, code=code, at=clock.now())
    if view is None or view.open_supplement is None:
        return HttpResponseRedirect(reverse("portal:dossiers"))
    return pages.render(request, "portal/dossiers/amend.html", _context(made, view))


def _context(made: filling.Filling, view: DossierView) -> dict[str, object]:
    language, at = translation.get_language() or "vi", clock.now()
    checked = forms.check(made.form, made.answers, at=at, units=queries.units())
    files = {str(one.file.key): one.file.filename for one in made.draft.attachments}
    files |= {str(one.file.key): one.file.filename for one in view.attachments}
    changes = comparing.compare(made.form, view.answers, checked.answers.to_json(), files=files)
    touched = {change.path for change in changes}
    asked = filling.asked_again(made, view.open_supplement)
    pages_asked = {made.form.fields[one.path].page for one in asked if one.path}
    sections = forms.summary(made.form, checked.answers, language, at=at)
    return {
        "made": made,
        "dossier": view,
        "ask": view.open_supplement,
        "wanted": [Wanted(one, one.path in touched) for one in asked],
        "changes": changes,
        "touched": filling.answered(made, (one for one in sections if one.page in pages_asked)),
        "aside": filling.answered(made, (one for one in sections if one.page not in pages_asked)),
        "missing": filling.summary_errors(checked.errors, language, to=made),
    }
