"""The inbox: what waits for me, the most urgent first."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.dossiers import queries
from motcua.dossiers.queries import InboxFilter
from motcua.dossiers.values import Channel, DossierLine
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.queries import ServiceSummary
from motcua.web import clock, pages, paging, refusals
from motcua.web.access import officer_required
from motcua.web.deadlines import Remaining, remaining
from motcua.web.http import Request
from motcua.workflow.values import State

FILTERS = ("cho", "trang-thai", "thu-tuc", "tim", "qua-han", "tin-moi")
WAITING = {"toi": "me", "nguoi-nop": "applicant", "tat-ca": "all"}
_CHANNELS = {
    Channel.OFFICER_ASSISTED: Sentence("cán bộ hỗ trợ", "helped by an officer"),
    Channel.VOLUNTEER_ASSISTED: Sentence("Tổ công nghệ số hỗ trợ", "helped by a volunteer"),
    Channel.COUNTER: Sentence("tại quầy", "counter"),
    Channel.POST: Sentence("bưu chính", "post"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the inbox with what is left of its time; `step` is empty before acceptance."""

    line: DossierLine
    left: Remaining
    late: bool
    step: Sentence | None
    channel: Sentence | None


@require_GET
@officer_required(*CASE_ROLES)
def inbox(request: Request) -> HttpResponse:
    """Show a page of open dossiers in the officer's scope."""
    now = clock.now()
    try:
        after = _after(request)
    except paging.CursorRefused as refused:
        return refusals.page(request, refused, back=reverse("desk:inbox"))
    handles = bool(request.viewer.paths(*ACTING_ROLES))
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    chosen["cho"] = chosen["cho"] if chosen["cho"] in WAITING else "toi" if handles else "tat-ca"
    page = queries.inbox(viewer=request.viewer, wanted=_filter(chosen, now), after=after)
    services = procedures.services(now.date())
    context = {
        "lines": _rows(page.lines, services, now),
        "counts": queries.inbox_counts(viewer=request.viewer, at=now),
        "next_page": _next(request, page.after),
        "first_page": _first(request) if after else None,
        "chosen": chosen,
        "elsewhere": chosen["cho"] != "toi",
        "filtered": any(request.GET.get(name) for name in FILTERS),
        "waiting": [
            *([("toi", _("Chờ tôi"))] if handles else []),
            ("nguoi-nop", _("Chờ người nộp")),
            ("tat-ca", _("Tất cả")),
        ],
        "states": [(state.value, state.label) for state in State if not state.is_end][1:],
        "services": [(s.code, s.name) for s in services],
    }
    return pages.render(request, "desk/inbox.html", context)


def _rows(
    lines: tuple[DossierLine, ...], services: tuple[ServiceSummary, ...], now: datetime
) -> list[Row]:
    steps = {
        (service.code, step.code): step.title
        for service in services
        for step in procedures.service_by_digest(service.digest).workflow.steps
    }
    return [
        Row(
            line=line,
            left=remaining(line.urgent_at, now=now, paused=line.state is State.RESOLVED),
            late=line.is_overdue(now),
            step=steps.get((line.service_code, line.step))
            if line.state in {State.ACCEPTED, State.IN_PROCESS}
            else None,
            channel=_CHANNELS.get(line.channel),
        )
        for line in lines
    ]


def _filter(chosen: dict[str, str], now: datetime) -> InboxFilter:
    return InboxFilter(
        waiting=WAITING[chosen["cho"]],
        state=chosen["trang-thai"],
        service=chosen["thu-tuc"],
        text=chosen["tim"][:80],
        late_before=now if chosen["qua-han"] else None,
        unread=bool(chosen["tin-moi"]),
    )


def _after(request: Request) -> tuple[datetime, int] | None:
    key = paging.decode(request.GET.get("sau"), of="inbox")
    if key is None:
        return None
    moment, number = key
    if not isinstance(moment, datetime) or not isinstance(number, int):
        raise paging.CursorRefused
    return moment, number


def _kept(request: Request) -> dict[str, str]:
    return {name: value for name in FILTERS if (value := request.GET.get(name))}


def _first(request: Request) -> str:
    return "?".join(part for part in (reverse("desk:inbox"), urlencode(_kept(request))) if part)


def _next(request: Request, after: tuple[datetime, int] | None) -> str | None:
    if after is None:
        return None
    return "?" + urlencode({**_kept(request), "sau": paging.encode(after, of="inbox")})
