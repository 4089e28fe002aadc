"""Reading drafts: only their owner does."""

from uuid import UUID

from motcua.documents.queries import as_file
from motcua.documents.rules.wording import closed_because
from motcua.dossiers.models import Attachment, Draft
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.values import Attached, Channel, DraftView
from motcua.forms.values import FieldError, FormDefinition
from motcua.identity.values import Viewer


def draft(*, viewer: Viewer, key: UUID) -> DraftView | None:
    """Return one of the viewer's drafts with its files, submitted or not; None when not theirs."""
    row = (
        Draft.objects.select_related("dossier", "submitted_as")
        .filter(key=key, owner__key=key_of(viewer))
        .first()
    )
    return _view(row, attached(draft=row)) if row else None


def drafts(*, viewer: Viewer) -> tuple[DraftView, ...]:
    """Return the viewer's open drafts, the latest first."""
    rows = (
        Draft.objects.select_related("dossier", "submitted_as")
        .filter(owner__key=key_of(viewer), submitted_as=None)
        .order_by("-saved_at")[:20]
    )
    return tuple(_view(row, ()) for row in rows)


def attached(**of: object) -> tuple[Attached, ...]:
    """Return the files of a draft (`draft=row`) or dossier (`dossier=row`), in order."""
    rows = (
        Attachment.objects.select_related("file")
        .filter(removed_at=None, **of)
        .order_by("field", "pk")
    )
    return tuple(
        Attached(as_file(row.file), row.field, row.component, row.added_at, row.reused_from)
        for row in rows
    )


def shut_files(row: Draft, form: FormDefinition) -> tuple[FieldError, ...]:
    """Name the files of a draft that were found bad: another copy is needed before it is submitted.

    Files that still wait for their check hold nothing up.
    """
    return tuple(
        FieldError(
            path=one.field,
            message=closed_because(one.file),
            page=form.fields[one.field].page if one.field in form.fields else "",
        )
        for one in attached(draft=row)
        if one.file.state.refused
    )


def _view(row: Draft, files: tuple[Attached, ...]) -> DraftView:
    return DraftView(
        key=row.key,
        service_code=row.service_code,
        service_digest=row.service_digest,
        service_name=row.service_name,
        channel=Channel(row.channel),
        answers=row.answers,
        page=row.page,
        revision=row.revision,
        begun_at=row.begun_at,
        saved_at=row.saved_at,
        attachments=files,
        reception_code=row.reception_code,
        supplements=row.dossier.code if row.dossier else None,
        submitted_as=row.submitted_as.code if row.submitted_as else None,
    )
