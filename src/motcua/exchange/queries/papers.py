"""Papers of a store."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from motcua.documents import queries as documents
from motcua.documents.rules.policy import POLICY
from motcua.documents.values import StoredFile
from motcua.dossiers.queries.handed_in import uses
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.values import Attached
from motcua.dossiers.values.handed_in import Use
from motcua.exchange.models import Paper
from motcua.exchange.queries.answers import fills_in
from motcua.exchange.values import Origin, PaperView, Provenance, StoreView
from motcua.identity.values import Viewer
from motcua.kernel.words import Refused, Sentence


class PaperUnknown(Refused):
    """There is no such paper in the viewer's store."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi="Không có giấy tờ này trong kho của bạn.",
                en="There is no such paper in your store.",
            )
        )


def store(*, viewer: Viewer) -> StoreView:
    """Return the viewer's whole store, the latest papers first; three reads however many."""
    papers = offered(viewer=viewer)
    own = [paper for paper in papers if paper.origin is Origin.OWN]
    return StoreView(
        papers=papers,
        files=len(own),
        used=sum(paper.file.size for paper in own),
        most_files=POLICY.store_files,
        room=POLICY.store_size,
        fills_in=fills_in(viewer=viewer),
    )


def offered(*, viewer: Viewer) -> tuple[PaperView, ...]:
    """Return the papers the viewer may reuse, the latest first, without who used them."""
    return tuple(_view(row) for row in _of(viewer).order_by("-on", "-pk")[:500])


def paper(*, viewer: Viewer, key: UUID) -> PaperView:
    """Return one paper of the viewer with the dossiers that it stands in; else `PaperUnknown`."""
    row = _of(viewer).filter(key=key).first()
    if row is None:
        raise PaperUnknown
    return _view(row, uses([row.file_id], viewer=viewer))


def content(*, viewer: Viewer, key: UUID) -> tuple[StoredFile, bytes]:
    """Return a paper's bytes; `PaperUnknown`, or `FileClosed` while it is not checked."""
    found = paper(viewer=viewer, key=key)
    return found.file, documents.content(found.file.key)


def provenance(attached: Iterable[Attached], *, viewer: Viewer) -> dict[str, Provenance]:
    """Say by key of file where reused papers of a dossier stem from.

    The viewer has been let in to the dossier; of the store they learn no more than this.
    """
    reused = {one.file.key: one.file for one in attached if one.reused_from}
    if not reused or viewer.anonymous:
        return {}
    rows = Paper.objects.filter(file__key__in=list(reused)).select_related("file").order_by("-pk")
    return {str(row.file_id): _stems_from(row, reused[row.file_id]) for row in rows}


def _stems_from(row: Paper, file: StoredFile) -> Provenance:
    kept = documents.as_file(row.file)
    return Provenance(
        name=row.name,
        origin=Origin(row.origin),
        issued_by=row.issued_by,
        dossier_code=row.dossier_code,
        number=row.number,
        on=row.on,
        valid_until=row.valid_until,
        same=bool(kept.served_sha256) and kept.served_sha256 == file.served_sha256,
    )


def _of(viewer: Viewer) -> QuerySet[Paper]:
    mine = Paper.objects.filter(owner__key=key_of(viewer), removed_at=None)
    return mine.select_related("file")


def _view(row: Paper, used: tuple[Use, ...] = ()) -> PaperView:
    return PaperView(
        key=row.key,
        origin=Origin(row.origin),
        kind=row.kind,
        name=row.name,
        issued_by=row.issued_by,
        service_name=row.service_name,
        dossier_code=row.dossier_code,
        number=row.number,
        on=row.on,
        valid_until=row.valid_until,
        file=documents.as_file(row.file),
        kept_at=row.kept_at,
        uses=used,
    )
