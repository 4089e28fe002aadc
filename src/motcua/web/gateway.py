"""What gateways of messages call: delivery reports, and SMS that come in.

Both are JSON with `Authorization: Bearer <MOTCUA_GATEWAY_SECRET>`; without such a secret they are
closed.
"""

import json
from datetime import UTC, datetime
from secrets import compare_digest
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.identity.rules.limits import RateExceeded
from motcua.notifications import actions
from motcua.notifications.rules.addresses import AddressRefused
from motcua.notifications.values import DeliveryReport
from motcua.web import clock
from motcua.web.http import Request, place_of

LARGEST = 16 * 1024


@csrf_exempt
@require_POST
def report(request: Request) -> HttpResponse:
    """Take a delivery report: `{tracking, status: delivered|failed, error?, at?}`.

    A report about a message that is not known is taken too, or the gateway would repeat it.
    """
    content = _content(request)
    if isinstance(content, HttpResponse):
        return content
    tracking, status = content.get("tracking"), content.get("status")
    if not isinstance(tracking, str) or status not in ("delivered", "failed"):
        return JsonResponse({"error": "tracking, and status delivered or failed"}, status=400)
    told = DeliveryReport(
        tracking=tracking.replace("\0", "")[:40],
        delivered=status == "delivered",
        at=_moment(content.get("at")),
        problem=str(content.get("error", "")).replace("\0", "")[:200],
    )
    known = actions.take_report(report=told, at=clock.now())
    return JsonResponse({"known": known})


@csrf_exempt
@require_POST
def incoming(request: Request) -> HttpResponse:
    """Take an SMS that came in, `{id, from, text}`, and answer it if it is a look-up."""
    content = _content(request)
    if isinstance(content, HttpResponse):
        return content
    number, sender, text = (content.get(name) for name in ("id", "from", "text"))
    if not (isinstance(number, str) and isinstance(sender, str) and isinstance(text, str)):
        return JsonResponse({"error": "id, from and text are words"}, status=400)
    try:
        answered = actions.answer_look_up(
            sender=sender, text=text, number=number, place=place_of(request), at=clock.now()
        )
    except RateExceeded:
        return JsonResponse({"answered": False, "error": "too many"}, status=429)
    except AddressRefused:
        return JsonResponse({"error": "from is no Vietnamese telephone number"}, status=400)
    return JsonResponse({"answered": answered})


def _content(request: Request) -> dict[str, Any] | HttpResponse:
    wanted = settings.GATEWAY_SECRET
    shown = request.headers.get("Authorization", "")
    if not wanted or not compare_digest(shown.encode(), f"Bearer {wanted}".encode()):
        return JsonResponse({"error": "the secret is wrong"}, status=403)
    try:
        if len(request.body) > LARGEST:
            return JsonResponse({"error": "too large"}, status=413)
        content = json.loads(request.body)
    except (ValueError, RecursionError):
        return JsonResponse({"error": "no JSON"}, status=400)
    return (
        content if isinstance(content, dict) else JsonResponse({"error": "no object"}, status=400)
    )


def _moment(told: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(told) if isinstance(told, str) else None
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None
