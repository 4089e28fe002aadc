"""Close a batch of entries under a seal."""

import logging
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.journal.models import Entry, Seal
from motcua.journal.queries.entries import as_value
from motcua.journal.rules import chain

logger = logging.getLogger(__name__)


class SealRaced(Exception):
    """Another worker sealed some of the same entries first."""


def seal(*, at: datetime, limit: int = 500) -> int:
    """Seal the entries that are not sealed yet, at most `limit`; give how many.

    The set of unsealed entries is taken, never a range of numbers: on PostgreSQL numbers are given
    before the commit, so a lower one may appear later. Entries never change, so they are read
    and hashed before the short transaction that writes. Where two workers try at once, the seal's
    number lets one of them win, and the other gives 0.
    """
    rows = list(Entry.objects.filter(seal__isnull=True).order_by("pk")[:limit])
    if not rows:
        return 0
    before = Seal.objects.order_by("-number").first()
    number = before.number + 1 if before else 1
    previous = before.digest if before else chain.BEGINNING
    text = chain.manifest(
        number=number,
        previous=previous,
        sealed_at=at,
        digests=[(row.pk, chain.entry_digest(as_value(row))) for row in rows],
    )
    closed = Seal(
        number=number,
        previous=previous,
        digest=chain.seal_digest(text),
        manifest=text,
        entries=len(rows),
        sealed_at=at,
    )
    try:
        _write(closed, [row.pk for row in rows])
    except (IntegrityError, SealRaced):
        logger.info("seal %s was written by another worker", number)
        return 0
    return len(rows)


@transaction.atomic
def _write(closed: Seal, numbers: list[int]) -> None:
    closed.save(force_insert=True)
    won = Entry.objects.filter(pk__in=numbers, seal__isnull=True).update(seal=closed)
    if won != len(numbers):
        raise SealRaced
