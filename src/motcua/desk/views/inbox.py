"""The inbox: what waits for me, the most urgent first."""

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.desk import listing
from motcua.desk.views import ACTING_ROLES, CASE_ROLES
from motcua.desk.views.lists import beside
from motcua.dossiers import queries
from motcua.dossiers.queries.columns import INBOX, SHOWN, ListLine
from motcua.dossiers.queries.lists import WAITING, inbox_filter
from motcua.dossiers.queries.lists_names import Names, cells
from motcua.dossiers.queries.lists_views import views
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.live import newest
from motcua.dossiers.values import Channel
from motcua.kernel.words import Sentence
from motcua.web import clock, formats, pages, paging, refusals
from motcua.web.access import officer_required
from motcua.web.deadlines import remaining
from motcua.web.http import Request
from motcua.workflow.values import State

CHANNELS = {
    Channel.COUNTER: Sentence("tại quầy", "counter"),
    Channel.POST: Sentence("bưu chính", "post"),
}


@require_GET
@officer_required(*CASE_ROLES)
def inbox(request: Request) -> HttpResponse:
    """Show a page of open dossiers in the officer's scope."""
    now, shown_up_to = clock.now(), newest()
    try:
        after = _after(request)
    except paging.CursorRefused as refused:
        return refusals.page(request, refused, back=reverse("desk:inbox"))
    kept = views(viewer=request.viewer, list_name=INBOX)
    typed = listing.typed_in(request.GET)
    opened = listing.opened_with(typed, kept)
    handles = bool(request.viewer.paths(*ACTING_ROLES))
    wanted = opened.wanted if opened else Wanted.read(INBOX, typed)
    usual = "toi" if handles else "tat-ca"
    waiting = wanted.filters.get("cho", "")
    waiting = waiting if waiting in WAITING else usual
    drawn = _with_place(wanted) if waiting != "toi" else wanted
    page = queries.inbox(
        viewer=request.viewer, wanted=inbox_filter(wanted, request.viewer, now), after=after
    )
    names = Names(now, formats.language())
    context = {
        **beside(request, wanted, names, kept=kept),
        "heads": listing.heads(drawn),
        "columns": listing.columns_to_choose(drawn),
        "rows": [_row(line, drawn, names) for line in page.lines],
        "counts": queries.inbox_counts(viewer=request.viewer, at=now),
        "next_page": _page(wanted, {"sau": paging.encode(page.after, of="inbox")})
        if page.after
        else None,
        "first_page": _first(wanted) if after else None,
        "opened": opened,
        "shown_up_to": shown_up_to,
        "filtered": bool(typed) or bool(opened),
        "channels": CHANNELS,
        "waits_for": waiting,
        "waiting": [
            *([("toi", _("Chờ tôi"))] if handles else []),
            ("nguoi-nop", _("Chờ người nộp")),
            ("tat-ca", _("Tất cả")),
        ],
    }
    return pages.render(request, "desk/inbox.html", context)


def _with_place(wanted: Wanted) -> Wanted:
    """Show who has what, where not everything is one's own and nobody chose columns."""
    if wanted.shown != SHOWN[INBOX]:
        return wanted
    return replace(wanted, shown=(*wanted.shown, "dang-o"))


def _row(line: ListLine, wanted: Wanted, names: Names) -> listing.Row:
    told = zip(wanted.columns, cells(line, wanted.columns, names), strict=True)
    return listing.Row(
        line,
        tuple(told),
        late=line.is_overdue(names.at),
        left=remaining(line.urgent_at, now=names.at, paused=line.state is State.RESOLVED),
    )


def _after(request: Request) -> tuple[datetime, int] | None:
    key = paging.decode(request.GET.get("sau"), of="inbox")
    if key is None:
        return None
    moment, number = key
    if not isinstance(moment, datetime) or not isinstance(number, int):
        raise paging.CursorRefused
    return moment, number


def _first(wanted: Wanted) -> str:
    return reverse("desk:inbox") + _page(wanted, {})


def _page(wanted: Wanted, more: dict[str, str]) -> str:
    said = {**wanted.parameters(), **more}
    return "?" + urlencode(said) if said else ""
