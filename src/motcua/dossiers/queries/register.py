"""The register of dossiers (sổ theo dõi hồ sơ): what came in, what was promised, what was given.

Mẫu số 07 of Thông tư 03/2025/TT-VPCP (số 06 of Thông tư 01/2018/TT-VPCP), read from the dossiers
themselves: nobody keeps a second book.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import F, Q, QuerySet

from motcua.agencies import queries as agencies
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.scope import CASE_ROLES
from motcua.dossiers.rules.bookkeeping import RegisterLine
from motcua.dossiers.values import Channel
from motcua.dossiers.values.returning import Way
from motcua.identity.values import Viewer
from motcua.kernel.calendar import HANOI
from motcua.workflow.values import State

PAGE = 50
PRINTED_MOST = 500


@dataclass(frozen=True, slots=True)
class RegisterSpan:
    """Which part of the book: one agency with those below it, received on these days (Hà Nội)."""

    agency_path: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of the book. `after` starts the next page; None when this is the last."""

    lines: tuple[RegisterLine, ...]
    after: tuple[datetime, int, int] | None


def register(
    *, viewer: Viewer, span: RegisterSpan, after: tuple[datetime, int, int] | None = None
) -> RegisterPage:
    """Return a page of the book in the order of receipt.

    `after` is (moment, number, sequence) of the last line and starts the next page.
    """
    rows = _rows(viewer, span)
    sequence = 0
    if after is not None:
        moment, number, sequence = after
        rows = rows.filter(Q(submitted_at__gt=moment) | Q(submitted_at=moment, pk__gt=number))
    found = list(rows[: PAGE + 1])
    names = _Names()
    lines = tuple(_line(row, sequence + n, names) for n, row in enumerate(found[:PAGE], start=1))
    last = found[PAGE - 1] if len(found) > PAGE else None
    return RegisterPage(
        lines=lines, after=(last.submitted_at, last.pk, sequence + PAGE) if last else None
    )


def register_lines(*, viewer: Viewer, span: RegisterSpan) -> Iterator[RegisterLine]:
    """Give every line of the book one by one, at constant memory."""
    rows = _rows(viewer, span).iterator(chunk_size=1000)
    names = _Names()
    return (_line(row, sequence, names) for sequence, row in enumerate(rows, start=1))


def may_keep_register(viewer: Viewer, agency_path: str) -> bool:
    """Tell whether the viewer works with the dossiers of this agency."""
    return any(agency_path.startswith(path) for path in viewer.paths(*CASE_ROLES))


def _rows(viewer: Viewer, span: RegisterSpan) -> QuerySet[Dossier]:
    if not may_keep_register(viewer, span.agency_path):
        return Dossier.objects.none()
    since = datetime.combine(span.since, time.min, tzinfo=HANOI)
    before = datetime.combine(span.until + timedelta(days=1), time.min, tzinfo=HANOI)
    alone = agencies.stands_alone(span.agency_path)
    below = (
        {"agency_path": span.agency_path}
        if alone
        else {"agency_path__startswith": span.agency_path}
    )
    return (
        Dossier.objects.filter(submitted_at__gte=since, submitted_at__lt=before, **below)
        .annotate(way=F("hand_back__way"))
        .defer("answers", "clock", "due", "result")
        .order_by("submitted_at", "pk")
    )


class _Names(dict[str, str]):
    """Short names of agencies, each read once."""

    def __missing__(self, code: str) -> str:
        self[code] = name = agencies.agency(code).short_name
        return name


def _line(row: Dossier, sequence: int, names: _Names) -> RegisterLine:
    return RegisterLine(
        sequence=sequence,
        code=row.code,
        service_code=row.service_code,
        service_name=row.service_name,
        applicant_name=row.applicant_name,
        address=row.contact.get("address", ""),
        phone=row.contact.get("phone", ""),
        agency_name=names[row.agency_code],
        channel=Channel(row.channel),
        received_at=row.submitted_at,
        due_at=row.due_at,
        state=State(row.state),
        ended_at=row.ended_at,
        way=Way(row.way) if row.way else None,  # type: ignore[attr-defined]  # annotated
    )
