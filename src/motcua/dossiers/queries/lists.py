"""Lists of dossiers: the officers' inbox and a person's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from motcua.dossiers.models import Dossier, InboxRow
from motcua.dossiers.queries.scope import in_scope, key_of
from motcua.dossiers.values import Channel, DossierLine, InboxPage
from motcua.identity.rules.roles import functions_of
from motcua.identity.values import Viewer
from motcua.kernel.text import fold
from motcua.workflow.values import Function, State

PAGE = 50


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What to show of the inbox. Empty means everything in scope.

    `waiting`: `me` (my functions), `applicant`, or `all`. `late_before` keeps what was due by then,
    `unread` what the applicant wrote about.
    """

    waiting: str = "me"
    state: str = ""
    service: str = ""
    text: str = ""
    late_before: datetime | None = None
    unread: bool = False


def inbox(
    *,
    viewer: Viewer,
    wanted: InboxFilter | None = None,
    after: tuple[datetime, int] | None = None,
    size: int = PAGE,
) -> InboxPage:
    """Return a page of open dossiers in the viewer's subtrees, the most urgent first.

    One indexed read; `after` is the last line's (urgent_at, number) and starts the next page.
    """
    rows = InboxRow.objects.filter(in_scope(viewer), _condition(viewer, wanted or InboxFilter()))
    if after is not None:
        moment, number = after
        rows = rows.filter(Q(urgent_at__gt=moment) | Q(urgent_at=moment, dossier_id__gt=number))
    found = list(rows.order_by("urgent_at", "dossier_id")[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return InboxPage(
        lines=tuple(_inbox_line(row) for row in found[:size]),
        after=(last.urgent_at, last.pk) if last else None,
    )


def inbox_counts(*, viewer: Viewer, at: datetime) -> dict[str, int]:
    """Count what waits for the viewer (`waiting`) and how much of it is late (`late`)."""
    mine_to_do = InboxRow.objects.filter(in_scope(viewer), _condition(viewer, InboxFilter()))
    return mine_to_do.aggregate(
        waiting=Count("pk"),
        late=Count("pk", filter=Q(urgent_at__lt=at)),
        unread=Count("pk", filter=Q(unread=True)),
    )


def mine(*, viewer: Viewer) -> tuple[DossierLine, ...]:
    """Return the dossiers the viewer applied for, the latest first (at most 200)."""
    rows = Dossier.objects.filter(applicant__key=key_of(viewer)).order_by("-submitted_at")
    rows = rows.defer("answers", "contact", "clock", "due", "result")[:200]
    return tuple(_line(row) for row in rows)


def _condition(viewer: Viewer, wanted: InboxFilter) -> Q:
    where = Q()
    if wanted.waiting == "me":
        roles = frozenset(grant.role for grant in viewer.grants)
        where &= Q(function__in=sorted(functions_of(roles)))
    elif wanted.waiting == "applicant":
        where &= Q(function="applicant")
    if wanted.state:
        where &= Q(state=wanted.state)
    if wanted.service:
        where &= Q(service_code=wanted.service)
    if wanted.late_before is not None:
        where &= Q(urgent_at__lt=wanted.late_before)
    if wanted.unread:
        where &= Q(unread=True)
    for word in fold(wanted.text).split():
        where &= Q(folded__contains=word) | Q(code__icontains=word)
    return where


def _inbox_line(row: InboxRow) -> DossierLine:
    function = Function(row.function)
    return _line(row, urgent_at=row.urgent_at, unread=row.unread, function=function)


def _line(row: Dossier | InboxRow, **more: Any) -> DossierLine:
    return DossierLine(
        code=row.code,
        service_code=row.service_code,
        service_name=row.service_name,
        applicant_name=row.applicant_name,
        state=State(row.state),
        step=row.step,
        channel=Channel(row.channel),
        officer_name=row.officer_name,
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        **more,
    )
