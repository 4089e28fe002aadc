"""Entries as values."""

from collections.abc import Collection
from typing import cast

from motcua.journal import models
from motcua.journal.values import Actor, ActorKind, Entry


def as_value(row: models.Entry) -> Entry:
    """Turn a row into the value that listeners and readers get."""
    return Entry(
        number=row.pk,
        kind=row.kind,
        subject=row.subject,
        payload=row.payload,
        by=Actor(kind=cast("ActorKind", row.actor_kind), key=row.actor_key, name=row.actor_name),
        at=row.at,
    )


def history(subject: str) -> tuple[Entry, ...]:
    """Give everything recorded about a subject, in the order it was written; one index read."""
    return tuple(map(as_value, models.Entry.objects.filter(subject=subject).order_by("pk")))


def latest(
    subjects: Collection[str], *, limit: int, before: int | None = None
) -> tuple[Entry, ...]:
    """Give the last entries about any of these subjects, the newest first, `limit` at most.

    before  the number of an entry: only what was recorded earlier
    """
    rows = models.Entry.objects.filter(subject__in=subjects)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return tuple(map(as_value, rows.order_by("-pk")[:limit]))
