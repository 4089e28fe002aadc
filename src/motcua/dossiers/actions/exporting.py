"""Taking a list away as a file: asked for, written in the background, fetched once or often, gone.

A list holds personal data, so the journal keeps who asked for which filter and who fetched it, and
only who asked may fetch it.
"""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.db import transaction

from motcua.documents import actions as documents
from motcua.dossiers.actions.exporting_files import MOST_ROWS, WRITERS
from motcua.dossiers.events import ExportAsked, ExportFetched, ExportGone
from motcua.dossiers.models import Export
from motcua.dossiers.queries.columns import BY_NAME, Filter, ListLine
from motcua.dossiers.queries.lists_exports import ExportView, number_wanted, view_of, wanted_lines
from motcua.dossiers.queries.lists_names import Names, cells
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.scope import CASE_ROLES, key_of
from motcua.identity import queries as identity
from motcua.identity.values import Viewer
from motcua.journal.actions import enqueue, record
from motcua.journal.values import Actor
from motcua.kernel.words import Refused, Sentence

EXPORT_JOB = "dossiers.export"
KEPT = timedelta(days=7)
TOLD_EVERY = 2000
MOST_WAITING = 5


class ExportRefused(Refused):
    """A file was not made."""


class ExportUnknown(Refused):
    """There is no such file, it is somebody else's, or it is gone."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Không tìm thấy tệp này trong các tệp bạn đã xuất, hoặc tệp đã hết hạn lưu.",
                "This file was not found among your own, or it is no longer kept.",
            )
        )


def ask_export(*, wanted: Wanted, kind: str, language: str, by: Viewer, at: datetime) -> UUID:
    """Ask for a list as a file, `csv` or `xlsx`; it is written in the background.

    Refuses with `ExportRefused` a kind it does not know, filters that could not be read, and more
    than a few unfinished files.
    """
    if kind not in WRITERS:
        raise _refused("Bạn hãy chọn tệp Excel hoặc CSV.", "Choose an Excel or a CSV file.")
    if wanted.mistakes:
        raise ExportRefused(wanted.mistakes[0].sentence)
    with transaction.atomic():
        waiting = Export.objects.filter(owner__key=key_of(by), state__in=["waiting", "writing"])
        if waiting.count() >= MOST_WAITING:
            raise _refused(
                "Bạn đang có nhiều tệp chưa xuất xong. Bạn hãy chờ các tệp đó xong đã.",
                "Several of your files are still being written. Please wait for them first.",
            )
        row = Export.objects.create(
            owner_id=key_of(by),
            list_name=wanted.list_name,
            wanted=wanted.parameters(),
            kind=kind,
            language=language[:5],
            asked_at=at,
            expires_at=at + KEPT,
        )
        enqueue(job=EXPORT_JOB, payload={"export": str(row.key)}, due_at=at, key=str(row.key))
        record(event=_asked(row, wanted), by=by.actor, at=at)
    return row.key


def write_export(*, key: UUID, at: datetime) -> None:
    """Write a file that was asked for, with what its owner may see now; done once."""
    row = Export.objects.filter(key=key, state__in=["waiting", "writing"]).first()
    if row is None:
        return
    viewer = identity.viewer_of(row.owner_id, at=at, second_factor=True)
    wanted = Wanted.read(row.list_name, row.wanted)
    if not viewer.paths(*CASE_ROLES):
        Export.objects.filter(pk=row.pk).update(state="failed", done_at=at)
        return
    total = number_wanted(viewer=viewer, wanted=wanted, at=at)
    Export.objects.filter(pk=row.pk).update(state="writing", rows=0, total=total)
    settings.HOME.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="export-", dir=settings.HOME) as folder:
        path = Path(folder) / f"list.{row.kind}"
        rows = _write(row, path, wanted, lines=wanted_lines(viewer=viewer, wanted=wanted, at=at))
        sha256, size = documents.keep_made(path), path.stat().st_size
    Export.objects.filter(pk=row.pk).update(
        state="done", rows=rows, total=rows, sha256=sha256, size=size, done_at=at
    )


def fetch_export(*, key: UUID, by: Viewer, at: datetime) -> tuple[ExportView, BinaryIO]:
    """Give one's own finished file, open for reading; refuses with `ExportUnknown`."""
    row = Export.objects.filter(
        key=key, owner__key=key_of(by), state="done", expires_at__gt=at
    ).first()
    if row is None or not row.sha256:
        raise ExportUnknown
    with transaction.atomic():
        record(event=ExportFetched(subject=f"export:{key}", rows=row.rows), by=by.actor, at=at)
    return view_of(row), documents.open_made(row.sha256)


def expire_exports(*, by: Actor, at: datetime) -> int:
    """Remove files whose time is over; that they were made stays known."""
    gone = list(Export.objects.filter(expires_at__lte=at).exclude(sha256="")[:200])
    for row in gone:
        with transaction.atomic():
            Export.objects.filter(pk=row.pk).update(sha256="", state="gone")
            record(event=ExportGone(subject=f"export:{row.key}"), by=by, at=at)
        if not Export.objects.filter(sha256=row.sha256).exists():
            documents.drop_made(row.sha256)
    return len(gone)


def _write(row: Export, path: Path, wanted: Wanted, *, lines: Iterator[ListLine]) -> int:
    names = Names(row.asked_at, row.language)
    head = [names.say(column.label) for column in wanted.columns]
    number = 0
    with WRITERS[row.kind](path, wanted.columns, head) as file:
        for number, line in enumerate(lines, start=1):
            file.add(cells(line, wanted.columns, names))
            if number % TOLD_EVERY == 0:
                Export.objects.filter(pk=row.pk).update(rows=number)
            if row.kind == "xlsx" and number == MOST_ROWS:
                break
    return number


def _asked(row: Export, wanted: Wanted) -> ExportAsked:
    """Tell which filter, but not the words that were searched for: they may name people."""
    return ExportAsked(
        subject=f"export:{row.key}",
        list_name=row.list_name,
        file_kind=row.kind,
        filters=tuple(sorted(f"{name}={_told(name, wanted)}" for name in wanted.filters)),
        searched=bool(wanted.text),
        columns=wanted.shown,
    )


def _told(name: str, wanted: Wanted) -> str:
    column = BY_NAME.get(name)
    return "…" if column and column.filter is Filter.WORDS else wanted.filters[name]


def _refused(vi: str, en: str) -> ExportRefused:
    return ExportRefused(Sentence(vi, en))
