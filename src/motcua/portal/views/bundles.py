"""One view of all dossiers that one submission opened."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from motcua.dossiers import queries
from motcua.portal import story
from motcua.web import pages
from motcua.web.access import citizen_required
from motcua.web.http import Request


@require_GET
@citizen_required
def bundle(request: Request, code: str) -> HttpResponse:
    """Show every part of a bundle: where it is, by when, what it waits for, what is asked."""
    found = queries.bundle(viewer=request.viewer, code=code)
    if found is None:
        raise Http404
    context = {"bundle": found, "tones": story.TONES}
    return pages.render(request, "portal/dossiers/bundle.html", context)
