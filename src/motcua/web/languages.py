"""Choosing the language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.views.decorators.http import require_POST

from motcua.web.http import safe_path
from motcua.web.middleware.language import remember


@require_POST
def choose(request: HttpRequest) -> HttpResponseRedirect:
    """Remember the language and go back to the page."""
    response = HttpResponseRedirect(safe_path(request.POST.get("next")))
    chosen = request.POST.get("language") or request.POST.get("ngon-ngu")
    if chosen in {code for code, _ in settings.LANGUAGES}:
        remember(response, str(chosen))
    return response
