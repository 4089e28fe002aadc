"""Looking a dossier up by its code and check code, without logging in and without personal data."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from motcua.dossiers import queries
from motcua.identity.actions import consume
from motcua.portal import story
from motcua.web import clock, pages
from motcua.web.http import Request, place_of

LIMIT, WINDOW = 30, timedelta(minutes=10)
"""So many look-ups from one place in so long: enough for a helper, too few to guess codes."""


@require_GET
def look_up(request: Request) -> HttpResponse:
    """Ask for both codes; show the public status, or say that the two do not belong together.

    A printed receipt's QR opens this page with both filled in (`?ma=…&kiem-tra=…`).
    """
    code = request.GET.get("ma", "").strip()
    check_code = request.GET.get("kiem-tra", "").strip()
    found, errors = None, []
    if code and check_code:
        consume(key=f"look-up:{place_of(request)}", limit=LIMIT, window=WINDOW, at=clock.now())
        found = queries.look_up(code=code, check_code=check_code)
    asked = "ma" in request.GET
    if asked and not code:
        errors.append("code")
    if asked and not check_code:
        errors.append("check_code")
    context = {
        "code": code,
        "check_code": check_code,
        "found": found,
        "unknown": bool(code and check_code and found is None),
        "missing": errors,
        "tones": story.TONES,
        "sms": settings.SMS_NUMBER,
        "meaning": story.MEANINGS.get(found.state) if found else None,
    }
    status = 404 if context["unknown"] else 422 if errors else 200
    return pages.render(request, "portal/pages/look_up.html", context, status=status)
