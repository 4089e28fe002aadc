"""Lists of dossiers: the officers' inbox and a person's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, QuerySet

from motcua.dossiers.models import Dossier, InboxRow
from motcua.dossiers.queries.columns import INBOX, ListLine
from motcua.dossiers.queries.lists_rows import narrowed
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.scope import CASE_ROLES, awaits, in_scope, key_of
from motcua.dossiers.values import Channel, DossierLine
from motcua.identity.rules.roles import functions_of
from motcua.identity.values import Viewer
from motcua.kernel.text import fold
from motcua.workflow.values import Function, State

PAGE = 50
_COUNTED = ("waiting", "late", "unread")
_COUNT = """
SELECT count(*), count(*) FILTER (WHERE urgent_at < %s), count(*) FILTER (WHERE unread)
  FROM ({rows}) AS found"""
"""Counted for every page of the inbox: the ORM's own way costs as much as the counting."""
_NEVER = datetime.max.replace(tzinfo=UTC)
"""The inbox has no column of lateness: it filters by what must be done first."""
WAITING = {"toi": "me", "nguoi-nop": "applicant", "tat-ca": "all"}
"""Whom a dossier waits for, as addresses say it."""


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What to show of the inbox. Empty means everything in scope.

    `waiting`: `me` (my functions), `applicant`, or `all`. `late_before` keeps what was due by then,
    `unread` what the applicant wrote about; `filters` are those of the list's columns.
    """

    waiting: str = "me"
    state: str = ""
    service: str = ""
    text: str = ""
    late_before: datetime | None = None
    unread: bool = False
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InboxPage:
    """A page of the inbox. `after` starts the next page; None when this is the last."""

    lines: tuple[ListLine, ...]
    after: tuple[datetime, int] | None


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
    rows = _inbox_rows(viewer, wanted or InboxFilter())
    if after is not None:
        moment, number = after
        rows = rows.filter(Q(urgent_at__gt=moment) | Q(urgent_at=moment, dossier_id__gt=number))
    found = list(rows.order_by("urgent_at", "dossier_id")[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return InboxPage(
        lines=tuple(_inbox_line(row) for row in found[:size]),
        after=(last.urgent_at, last.pk) if last else None,
    )


def inbox_lines(*, viewer: Viewer, wanted: InboxFilter) -> Iterator[ListLine]:
    """Give every line of the inbox, the most urgent first, from a cursor of the database."""
    rows = _inbox_rows(viewer, wanted).order_by("urgent_at", "dossier_id")
    return (_inbox_line(row) for row in rows.iterator(chunk_size=2000))


def inbox_number(*, viewer: Viewer, wanted: InboxFilter) -> int:
    """Count the inbox; for jobs, no page of it counts."""
    return _inbox_rows(viewer, wanted).count()


def inbox_filter(wanted: Wanted, viewer: Viewer, at: datetime) -> InboxFilter:
    """Give the filter that the address of an inbox asks for."""
    asked = dict(wanted.filters)
    waiting = WAITING.get(asked.pop("cho", ""))
    acts = any(functions_of(frozenset({grant.role})) for grant in viewer.grants)
    return InboxFilter(
        waiting=waiting or ("me" if acts else "all"),
        text=wanted.text,
        late_before=at if asked.pop("qua-han", "") else None,
        unread=bool(asked.pop("tin-moi", "")),
        filters=asked,
    )


def inbox_counts(*, viewer: Viewer, at: datetime) -> dict[str, int]:
    """Count what waits for the viewer (`waiting`) and how much of it is late (`late`)."""
    mine_to_do = InboxRow.objects.filter(in_scope(viewer), _condition(viewer, InboxFilter()))
    try:
        rows, given = mine_to_do.values_list("urgent_at", "unread").query.sql_with_params()
    except EmptyResultSet:
        return dict.fromkeys(_COUNTED, 0)
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(rows=rows), [moment, *given])
        return dict(zip(_COUNTED, cursor.fetchone(), strict=True))


def mine(*, viewer: Viewer) -> tuple[DossierLine, ...]:
    """Return the dossiers the viewer applied for, the latest first (at most 200)."""
    rows = Dossier.objects.filter(applicant__key=key_of(viewer)).order_by("-submitted_at")
    rows = rows.defer("answers", "contact", "clock", "due", "result")[:200]
    return tuple(_line(row) for row in rows)


def _inbox_rows(viewer: Viewer, wanted: InboxFilter) -> QuerySet[InboxRow]:
    rows = InboxRow.objects.filter(in_scope(viewer), _condition(viewer, wanted))
    if not wanted.filters:
        return rows
    columns = Wanted.read(INBOX, wanted.filters)
    return rows.filter(narrowed(columns, paths=viewer.paths(*CASE_ROLES), at=_NEVER))


def _condition(viewer: Viewer, wanted: InboxFilter) -> Q:
    where = Q()
    if wanted.waiting == "me":
        where &= awaits(viewer)
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


def _inbox_line(row: InboxRow) -> ListLine:
    return ListLine(
        number=row.pk,
        code=row.code,
        service_code=row.service_code,
        service_name=row.service_name,
        applicant_name=row.applicant_name,
        agency_code="",
        state=State(row.state),
        step=row.step,
        officer_key=row.officer_key,
        officer_name=row.officer_name,
        channel=Channel(row.channel),
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        urgent_at=row.urgent_at,
        function=Function(row.function),
        unread=row.unread,
    )


def _line(row: Dossier) -> DossierLine:
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
    )
