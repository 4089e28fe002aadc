"""What accepted dossiers hold, for the store of their owners' papers; never for pages of others."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from motcua.dossiers.models import Attachment, Dossier
from motcua.dossiers.queries.drafts import attached
from motcua.dossiers.queries.scope import key_of
from motcua.dossiers.values.handed_in import Given, Paper, Use
from motcua.identity.values import Viewer

MOST_RECENT = 20


def given(subject: str) -> Given | None:
    """Return what the owner of `dossier:<uuid>` gave and got; for listeners, not for pages.

    None while it is not accepted, and where nobody's account is behind it.
    """
    row = _accepted().filter(key=subject.removeprefix("dossier:")).first()
    return _as_given(row, papers=True) if row else None


def given_before(*, viewer: Viewer) -> tuple[Given, ...]:
    """Return the viewer's own accepted dossiers, the latest first, at most 20, without papers."""
    rows = _accepted().filter(applicant__key=key_of(viewer)).order_by("-submitted_at")
    return tuple(_as_given(row, papers=False) for row in rows[:MOST_RECENT])


def accepted_after(number: int, *, limit: int) -> tuple[tuple[int, str], ...]:
    """Walk accepted dossiers with an owner: (place in the walk, `dossier:<uuid>`) after a place."""
    rows = _accepted().filter(pk__gt=number).order_by("pk").values_list("pk", "key")[:limit]
    return tuple((pk, f"dossier:{key}") for pk, key in rows)


def holding(file: UUID) -> tuple[str, ...]:
    """Name the dossiers (`dossier:<uuid>`) that hold a file; for listeners, not for pages."""
    rows = Attachment.objects.filter(file__key=file, removed_at=None, dossier__isnull=False)
    return tuple(f"dossier:{key}" for key in rows.values_list("dossier__key", flat=True))


def uses(files: Iterable[UUID], *, viewer: Viewer) -> tuple[Use, ...]:
    """Say in which drafts and dossiers of the viewer these files stand, the latest first."""
    rows = (
        Attachment.objects.filter(file__key__in=list(files), draft__owner__key=key_of(viewer))
        .select_related("draft", "dossier")
        .order_by("-added_at", "-pk")
    )
    return tuple(
        Use(
            file=row.file_id,
            code=row.dossier.code if row.dossier else "",
            service_name=row.draft.service_name,
            at=row.added_at,
            reused=bool(row.reused_from),
        )
        for row in rows
        if row.draft is not None
    )


def _accepted() -> QuerySet[Dossier]:
    return Dossier.objects.filter(applicant__isnull=False, accepted_at__isnull=False)


def _as_given(row: Dossier, *, papers: bool) -> Given:
    if row.applicant_id is None or row.accepted_at is None:
        raise LookupError(row.code)
    files = attached(dossier=row) if papers else ()
    return Given(
        owner=row.applicant_id,
        code=row.code,
        service_code=row.service_code,
        service_digest=row.service_digest,
        service_name=row.service_name,
        agency_code=row.agency_code,
        answers=row.answers,
        submitted_at=row.submitted_at,
        accepted_at=row.accepted_at,
        papers=tuple(Paper(one.file.key, one.component, bool(one.reused_from)) for one in files),
        result=row.result_key if row.resolved_at else None,
    )
