"""The inbox: what waits for me, the most urgent first."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.desk.views import CASE_ROLES
from motcua.dossiers import queries
from motcua.dossiers.queries import InboxFilter
from motcua.procedures import queries as procedures
from motcua.web import clock, pages, paging, refusals
from motcua.web.access import officer_required
from motcua.web.deadlines import remaining
from motcua.web.http import Request
from motcua.workflow.values import State

FILTERS = ("cho", "trang-thai", "thu-tuc", "tim", "qua-han")
WAITING = {"toi": "me", "nguoi-nop": "applicant", "tat-ca": "all"}


@require_GET
@officer_required(*CASE_ROLES)
def inbox(request: Request) -> HttpResponse:
    """Show a page of open dossiers in the officer's scope."""
    now = clock.now()
    try:
        after = _after(request)
    except paging.CursorRefused as refused:
        return refusals.page(request, refused, back=reverse("desk:inbox"))
    page = queries.inbox(viewer=request.viewer, wanted=_filter(request, now), after=after)
    context = {
        "lines": [
            (line, remaining(line.urgent_at, now=now, paused=line.state is State.RESOLVED))
            for line in page.lines
        ],
        "counts": queries.inbox_counts(viewer=request.viewer, at=now),
        "next_page": _next(request, page.after),
        "first_page": reverse("desk:inbox") if after else None,
        "chosen": {name: request.GET.get(name, "") for name in FILTERS},
        "states": [(state.value, state.label) for state in State if not state.is_end][1:],
        "services": [(s.code, s.name) for s in procedures.services(now.date())],
    }
    return pages.render(request, "desk/inbox.html", context)


def _filter(request: Request, now: datetime) -> InboxFilter:
    asked = request.GET
    return InboxFilter(
        waiting=WAITING.get(asked.get("cho", ""), "me"),
        state=asked.get("trang-thai", ""),
        service=asked.get("thu-tuc", ""),
        text=asked.get("tim", "")[:80],
        late_before=now if asked.get("qua-han") else None,
    )


def _after(request: Request) -> tuple[datetime, int] | None:
    key = paging.decode(request.GET.get("sau"), of="inbox")
    if key is None:
        return None
    moment, number = key
    if not isinstance(moment, datetime) or not isinstance(number, int):
        raise paging.CursorRefused
    return moment, number


def _next(request: Request, after: tuple[datetime, int] | None) -> str | None:
    if after is None:
        return None
    kept = {name: value for name in FILTERS if (value := request.GET.get(name))}
    return "?" + urlencode({**kept, "sau": paging.encode(after, of="inbox")})
