"""Files of one's own: a copy of an issued document as a file, and letting go of one."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.documents import ports
from motcua.documents.actions.issuing import printed
from motcua.documents.events import FileChecked, FileRemoved
from motcua.documents.models import File, IssuedDocument
from motcua.documents.queries import as_file
from motcua.documents.rules.sniffing import clean_name
from motcua.documents.values import FileState, StoredFile
from motcua.journal.actions import record
from motcua.journal.values import Actor


def adopt(*, document: UUID, by: Actor, at: datetime) -> StoredFile:
    """Make an issued document a file that can be handed in elsewhere; the same file every time.

    It is given out to the byte as it was issued; nothing in it came from outside, so nothing is
    scanned. `LookupError` when there is no such document.
    """
    row = IssuedDocument.objects.filter(key=document).first()
    if row is None:
        raise LookupError(document)
    pdf = printed(key=document)
    row.refresh_from_db(fields=["sha256"])
    with transaction.atomic():
        file, made = File.objects.get_or_create(
            key=document,
            defaults={
                "filename": clean_name(f"{row.title} {row.number.replace('/', '-')}.pdf"),
                "media_type": "application/pdf",
                "size": len(pdf),
                "sha256": row.sha256,
                "served_sha256": row.sha256,
                "state": FileState.CLEAN.value,
                "stored_at": at,
                "checked_at": at,
                "incoming": False,
                "stored_by": by.key,
            },
        )
        if made:
            event = FileChecked(subject=f"file:{file.key}", state=file.state)
            record(event=event, by=by, at=at)
    return as_file(file)


def erase(*, key: UUID, by: Actor, at: datetime) -> None:
    """Remove the bytes of a file at its owner's wish; that it was there stays known.

    The caller knows that no dossier holds it. Bytes that another file or document has stay.
    """
    with transaction.atomic():
        row = File.objects.select_for_update().get(key=key)
        if row.state == FileState.REMOVED.value:
            return
        served = row.served_sha256
        row.state, row.served_sha256, row.incoming = FileState.REMOVED.value, "", False
        row.checked_at = row.checked_at or at
        row.save(update_fields=["state", "served_sha256", "incoming", "checked_at"])
        record(event=FileRemoved(subject=f"file:{key}"), by=by, at=at)
    if not File.objects.filter(sha256=row.sha256, incoming=True).exists():
        ports.incoming().drop(row.sha256)
    if served and not _given_out_elsewhere(served):
        ports.store().drop(served)


def _given_out_elsewhere(sha256: str) -> bool:
    return (
        File.objects.filter(served_sha256=sha256).exists()
        or IssuedDocument.objects.filter(sha256=sha256).exists()
    )
