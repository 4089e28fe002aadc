"""Reusing a paper: one press instead of handing it in again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.documents.queries import FileClosed
from motcua.dossiers import actions as dossiers
from motcua.exchange.events import PaperReused
from motcua.exchange.queries import paper as paper_of
from motcua.exchange.values import Origin
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Refused, Sentence


class ReuseRefused(Refused):
    """A paper cannot be reused."""


def reuse(*, paper: UUID, draft: UUID, field: str, component: str, by: Viewer, at: datetime) -> int:
    """Put a paper of one's store into a draft, marked as reused; gives the draft's new revision.

    Refuses what is not one's own (`PaperUnknown`), not checked (`FileClosed`) or no longer valid.
    """
    found = paper_of(viewer=by, key=paper)
    if not found.file.opens:
        raise FileClosed(found.file)
    if not found.lasts(local_day(at)):
        raise ReuseRefused(
            Sentence(
                vi=f"“{found.name}” đã hết hạn nên không dùng lại được. Bạn hãy tải bản mới lên.",
                en=f"“{found.name}” is no longer valid. Please upload a newer one.",
            )
        )
    with transaction.atomic():
        revision = dossiers.attach(
            draft=draft,
            field=field,
            component=component,
            file=found.file,
            by=by,
            at=at,
            reused_from=found.dossier_code or Origin.OWN.value,
        )
        record(
            event=PaperReused(
                subject=f"store:{by.key}", paper=paper, draft=draft, component=component
            ),
            by=by.actor,
            at=at,
        )
    return revision
