"""What a file of a list holds, and the files somebody asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.dossiers.models import Export
from motcua.dossiers.queries import lists, lists_rows
from motcua.dossiers.queries.columns import INBOX, ListLine
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.scope import key_of
from motcua.identity.values import Viewer


@dataclass(frozen=True, slots=True)
class ExportView:
    """A file of a list. `state`: waiting, writing, done, failed, gone; `size` in bytes."""

    key: UUID
    wanted: Wanted
    kind: str
    state: str
    rows: int
    total: int | None
    size: int
    asked_at: datetime
    expires_at: datetime

    @property
    def filename(self) -> str:
        """What the file is called when it is fetched."""
        return f"ho-so-{self.asked_at:%Y%m%d-%H%M}.{self.kind}"


def exports(*, viewer: Viewer) -> tuple[ExportView, ...]:
    """Return the files the viewer asked for, the latest first (at most 50)."""
    rows = Export.objects.filter(owner__key=key_of(viewer)).order_by("-asked_at", "-pk")[:50]
    return tuple(view_of(row) for row in rows)


def view_of(row: Export) -> ExportView:
    """Turn a row into its value."""
    return ExportView(
        key=row.key,
        wanted=Wanted.read(row.list_name, row.wanted),
        kind=row.kind,
        state=row.state,
        rows=row.rows,
        total=row.total,
        size=row.size,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
    )


def wanted_lines(*, viewer: Viewer, wanted: Wanted, at: datetime) -> Iterator[ListLine]:
    """Give every line of a list in its order, from a cursor of the database."""
    if wanted.list_name == INBOX:
        return lists.inbox_lines(viewer=viewer, wanted=lists.inbox_filter(wanted, viewer, at))
    return lists_rows.streamed(viewer=viewer, wanted=wanted, at=at)


def number_wanted(*, viewer: Viewer, wanted: Wanted, at: datetime) -> int:
    """Count a list."""
    if wanted.list_name == INBOX:
        return lists.inbox_number(viewer=viewer, wanted=lists.inbox_filter(wanted, viewer, at))
    return lists_rows.number_listed(viewer=viewer, wanted=wanted, at=at)
