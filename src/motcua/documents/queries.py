"""Reading files and issued documents.

Who may read what is decided above, by the package that knows whose dossier it is.
"""

from collections.abc import Iterable
from uuid import UUID

from motcua.documents import ports
from motcua.documents.models import File, IssuedDocument, Upload
from motcua.documents.values import Issued, StoredFile, UploadProgress


def file(key: UUID) -> StoredFile:
    """Return one file's particulars; `LookupError` when there is none."""
    row = File.objects.filter(key=key).first()
    if row is None:
        raise LookupError(key)
    return as_file(row)


def files(keys: Iterable[UUID]) -> dict[UUID, StoredFile]:
    """Return the particulars of several files in one read."""
    return {row.key: as_file(row) for row in File.objects.filter(key__in=list(keys))}


def content(key: UUID) -> bytes:
    """Return a file's bytes, checked against their checksum."""
    row = File.objects.filter(key=key).only("sha256").first()
    if row is None:
        raise LookupError(key)
    return ports.store().get(row.sha256)


def progress(*, key: UUID, owner: str) -> UploadProgress | None:
    """Say how far an upload of `owner` has come; None when it is unknown."""
    row = Upload.objects.select_related("file").filter(key=key, owner=owner).first()
    if row is None:
        return None
    if row.file is not None:
        return UploadProgress(row.total, row.total, as_file(row.file))
    return UploadProgress(ports.store().part_size(str(key)), row.total)


def issued_for(subject: str) -> tuple[Issued, ...]:
    """Return the documents issued about `subject`, oldest first."""
    rows = IssuedDocument.objects.filter(subject=subject).order_by("issued_at", "pk")
    return tuple(as_issued(row) for row in rows)


def as_file(row: File) -> StoredFile:
    """Turn a row into its value."""
    return StoredFile(row.key, row.filename, row.media_type, row.size, row.sha256)


def as_issued(row: IssuedDocument) -> Issued:
    """Turn a row into its value."""
    return Issued(
        key=row.key,
        layout=row.layout,
        number=row.number,
        title=row.title,
        subject=row.subject,
        issued_at=row.issued_at,
        data=row.data,
        rendered=bool(row.sha256),
        size=row.size,
    )
