"""Noting for open pages that something happened to a dossier."""

from datetime import datetime, timedelta

from motcua.dossiers.models import Dossier, Stir
from motcua.journal.values import Entry

KEPT = timedelta(days=2)
"""How long a page may stay open and still be told."""


def stir(entry: Entry) -> None:
    """Note an entry of the journal about a dossier; hearing twice notes it once."""
    row = Dossier.objects.filter(key=entry.subject.removeprefix("dossier:")).only("pk").first()
    if row is None:
        return
    made = Stir(
        entry=entry.number,
        dossier=row,
        kind=entry.kind[:60],
        by_key=entry.by.key[:40],
        by_name=entry.by.name[:200],
        at=entry.at,
    )
    Stir.objects.bulk_create([made], ignore_conflicts=True)


def settle_down(*, at: datetime) -> int:
    """Drop what is older than two days; give how much that was."""
    dropped, _ = Stir.objects.filter(at__lt=at - KEPT).delete()
    return dropped
