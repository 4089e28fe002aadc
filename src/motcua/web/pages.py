"""Drawing pages."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.utils import translation

from motcua.identity.values import ANONYMOUS
from motcua.measurement.queries.own import own_site
from motcua.notifications.queries import told, unread_notices


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Draw a page from a Jinja2 file; `context` is its own names beside those of `shared`."""
    drawn = engines["jinja2"].get_template(template).render(dict(context or {}), request)
    return HttpResponse(drawn, status=status)


def render_alone(template: str, context: Mapping[str, Any], *, status: int) -> HttpResponse:
    """Draw a page that needs neither the request nor the database, for when those may be broken."""
    names = {
        "demonstration": settings.DEMONSTRATION,
        "viewer": ANONYMOUS,
        "measured_as": own_site(),
        **context,
    }
    engine = engines["jinja2"]
    if not isinstance(engine, Jinja2):
        raise TypeError
    return HttpResponse(engine.env.get_template(template).render(names), status=status)


def shared(request: HttpRequest) -> dict[str, Any]:
    """Give what every page may name: viewer, demonstration, english and two questions.

    Django adds request, csrf_input, csrf_token and messages.
    """
    viewer = getattr(request, "viewer", ANONYMOUS)
    return {
        "viewer": viewer,
        "unread_notices": partial(unread_notices, viewer),
        "told_about": told,
        "demonstration": settings.DEMONSTRATION,
        "measured_as": own_site(),
        "english": (translation.get_language() or "vi").startswith("en"),
    }
