"""What the portal tells programs that look at it: robots.txt, sitemap.xml, security.txt, …"""

from datetime import timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.procedures.queries import browsing
from motcua.web import clock

CLOSED = ("/ban-lam-viec/", "/tai-khoan/", "/ho-so/", "/to-khai/")
"""Folders that are nobody's but their owner's; asking would only lead to the log-in page."""
PAGES = (
    *("home", "procedures", "look_up", "help", "accessibility", "privacy", "statistics"),
    *("feedback", "petition", "ask", "contact", "offices"),
)
MOST = 50_000
"""Addresses in one file, as sitemaps.org allows."""
HOLDS = timedelta(days=180)
"""How long security.txt may be believed: under a year, as RFC 9116 recommends."""


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Let every program read what everybody may read (RFC 9309)."""
    lines = ["User-agent: *", *(f"Disallow: {one}" for one in CLOSED), "", f"Sitemap: {_map()}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(_request: HttpRequest) -> HttpResponse:
    """List the pages for everybody and every procedure (sitemaps.org 0.9)."""
    addresses = [
        *(reverse(f"portal:{name}") for name in PAGES),
        reverse("observatory:overview"),
        *(reverse("portal:procedure", args=[key]) for key in browsing.every_key()),
    ][:MOST]
    listed = "".join(
        f"<url><loc>{escape(settings.BASE_URL + one)}</loc></url>\n" for one in addresses
    )
    return HttpResponse(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{listed}</urlset>\n",
        content_type="application/xml; charset=utf-8",
    )


@require_safe
def security(_request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a hole (RFC 9116)."""
    until = (clock.now() + HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{settings.CONTACT}",
        f"Contact: {settings.BASE_URL}{reverse('portal:petition')}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en",
        f"Canonical: {settings.BASE_URL}{reverse('portal:security')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def load_permission(_request: HttpRequest) -> HttpResponse:
    """Show the word by which audits may put a light load on this portal, where one is set."""
    if not settings.AUDIT_TOKEN:
        raise Http404
    return HttpResponse(f"{settings.AUDIT_TOKEN}\n", content_type="text/plain; charset=utf-8")


def _map() -> str:
    return f"{settings.BASE_URL}{reverse('portal:sitemap')}"
