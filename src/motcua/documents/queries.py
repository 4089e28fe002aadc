"""Reading files and issued documents.

Who may read what is decided above, by the package that knows whose dossier it is.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Min

from motcua.documents import ports
from motcua.documents.models import File, IssuedDocument, Upload
from motcua.documents.rules.wording import closed_because
from motcua.documents.values import FileState, Issued, StoredFile, UploadProgress
from motcua.kernel.words import Refused

LAYOUTS = Path(__file__).parent / "layouts"
PARTS = {"page", "extract"}
"""Files beside the layouts that only layouts use."""


def layouts() -> frozenset[str]:
    """Name the layouts a document can be printed with."""
    return frozenset(path.stem for path in LAYOUTS.glob("*.typ")) - PARTS


def file(key: UUID) -> StoredFile:
    """Return one file's particulars; `LookupError` when there is none."""
    row = File.objects.filter(key=key).first()
    if row is None:
        raise LookupError(key)
    return as_file(row)


def files(keys: Iterable[UUID]) -> dict[UUID, StoredFile]:
    """Return the particulars of several files in one read."""
    return {row.key: as_file(row) for row in File.objects.filter(key__in=list(keys))}


class FileClosed(Refused):
    """A file may not be opened: not checked yet, or shut away."""

    def __init__(self, found: StoredFile) -> None:
        super().__init__(closed_because(found))
        self.file = found


def content(key: UUID) -> bytes:
    """Return what is given out of a file, checked against its checksum; else `FileClosed`."""
    found = file(key)
    if not found.opens:
        raise FileClosed(found)
    return ports.store().get(found.served_sha256)


def unchecked(at: datetime) -> tuple[int, float]:
    """Say how many files wait for their check, and for how many seconds the oldest does."""
    told = File.objects.filter(state=FileState.WAITING.value).aggregate(
        number=Count("pk"), oldest=Min("stored_at")
    )
    return told["number"], (at - (told["oldest"] or at)).total_seconds()


def progress(*, key: UUID, owner: str) -> UploadProgress | None:
    """Say how far an upload of `owner` has come; None when it is unknown."""
    row = Upload.objects.select_related("file").filter(key=key, owner=owner).first()
    if row is None:
        return None
    if row.file is not None:
        return UploadProgress(row.total, row.total, as_file(row.file))
    return UploadProgress(ports.store().part_size(str(key)), row.total)


def issued(key: UUID) -> Issued | None:
    """Return one issued document; None when there is none."""
    row = IssuedDocument.objects.filter(key=key).first()
    return as_issued(row) if row else None


def issued_for(subject: str) -> tuple[Issued, ...]:
    """Return the documents issued about `subject`, oldest first."""
    rows = IssuedDocument.objects.filter(subject=subject).order_by("issued_at", "pk")
    return tuple(as_issued(row) for row in rows)


def as_file(row: File) -> StoredFile:
    """Turn a row into its value."""
    state = FileState(row.state)
    return StoredFile(
        key=row.key,
        filename=row.filename,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        state=state,
        opens=_opens(state),
        served_sha256=row.served_sha256,
        found=row.found,
        cleaned=tuple(row.cleaned),
        signed=row.signed,
    )


def _opens(state: FileState) -> bool:
    """Whether a file in this state is given out: unscanned ones in a demonstration only."""
    demonstration: bool = settings.DEMONSTRATION
    return state is FileState.CLEAN or (state is FileState.UNSCANNED and demonstration)


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
