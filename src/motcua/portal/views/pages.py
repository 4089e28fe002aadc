"""Pages that only say something: help, accessibility, privacy, where to write to us."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyUnknown, AgencyView
from motcua.documents.rules import policy
from motcua.web import pages, settlement


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """State how accessible the site is, and where it is not yet."""
    return pages.render(request, "portal/pages/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept about people, who sees it, how long, and what their rights are."""
    context = {"keeper": _keeper(), "mail": settings.CONTACT}
    return pages.render(request, "portal/pages/privacy.html", context)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Say how to reach whose portal this is: by mail, by telephone, at its counters."""
    keeper = _keeper()
    hours = str(agencies.calendar_of(keeper.code).hours) if keeper else ""
    context = {"keeper": keeper, "hours": hours, "mail": settings.CONTACT}
    return pages.render(request, "portal/pages/contact.html", context)


@require_safe
def help_(request: HttpRequest) -> HttpResponse:
    """Explain how to apply, and what to do when something goes wrong."""
    context = {"files": policy.announcement(), "limits": policy.limits()}
    return pages.render(request, "portal/pages/help.html", context)


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Publish how dossiers are settled, by agency, procedure, channel and month."""
    shown = settlement.shown(settlement.read(request.GET))
    return pages.render(request, "portal/pages/statistics.html", {"shown": shown})


def _keeper() -> AgencyView | None:
    """Give whose portal this is; None before the agencies are loaded."""
    try:
        return agencies.agency(settings.AGENCY)
    except AgencyUnknown:
        return None
