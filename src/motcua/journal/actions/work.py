"""Claim, finish, fail and give back deliveries and jobs, by compare-and-set.

Every verb is one UPDATE that names what it expects, and its row count is believed. The lease is
`next_try_at`: a claim moves it to the lease's end.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import takewhile
from typing import Literal, TypeVar

from django.db import connection
from django.db.models import F, QuerySet

from motcua.journal.models import Delivery, Job, Work, WorkState
from motcua.journal.rules import backoff

W = TypeVar("W", bound=Work)

_ANY_DUE = {
    "delivery": """SELECT 1 FROM journal_delivery
                   WHERE state = 'waiting' AND next_try_at <= %s LIMIT 1""",
    "job": "SELECT 1 FROM journal_job WHERE state = 'waiting' AND next_try_at <= %s LIMIT 1",
}


def deliveries(names: Iterable[str]) -> QuerySet[Delivery]:
    """Give the waiting deliveries of these listeners."""
    return Delivery.objects.filter(state=WorkState.WAITING, listener__in=names)


def jobs(names: Iterable[str]) -> QuerySet[Job]:
    """Give the waiting jobs of these names."""
    return Job.objects.filter(state=WorkState.WAITING, name__in=names)


def any_due(sort: Literal["delivery", "job"], at: datetime) -> bool:
    """Tell whether anything of a sort is due; asked many times a second, so without the ORM."""
    with connection.cursor() as cursor:
        cursor.execute(_ANY_DUE[sort], [connection.ops.adapt_datetimefield_value(at)])
        return cursor.fetchone() is not None


def claim(
    waiting: QuerySet[W], *, worker: str, at: datetime, until: datetime, limit: int
) -> list[W]:
    """Lease due work to a worker until a moment.

    Work that was tried before comes alone: if it is what kills workers, nothing else loses an
    attempt with it.
    """
    due = list(
        waiting.filter(next_try_at__lte=at)
        .order_by("next_try_at", "pk")
        .values_list("pk", "attempts")[:limit]
    )
    fresh = [pk for pk, _ in takewhile(lambda row: row[1] == 0, due)]
    chosen = fresh or [pk for pk, _ in due[:1]]
    if not chosen:
        return []
    won = waiting.filter(pk__in=chosen, next_try_at__lte=at).update(
        leased_by=worker, next_try_at=until, attempts=F("attempts") + 1
    )
    if not won:
        return []
    return list(waiting.filter(pk__in=chosen, leased_by=worker, next_try_at=until).order_by("pk"))


def finish(rows: QuerySet[W], *, numbers: list[int], worker: str, at: datetime) -> int:
    """Mark leased work as done; give how many rows were still leased to this worker."""
    return rows.filter(pk__in=numbers, leased_by=worker).update(
        state=WorkState.DONE, done_at=at, leased_by="", problem=""
    )


def fail(row: W, *, rows: QuerySet[W], attempts: int, problem: str, at: datetime) -> None:
    """Put failed work off, or among the dead after its last attempt."""
    dead = row.attempts >= attempts
    rows.filter(pk=row.pk, leased_by=row.leased_by).update(
        state=WorkState.DEAD if dead else WorkState.WAITING,
        next_try_at=at + backoff.pause(row.attempts),
        leased_by="",
        problem=problem[:1000],
    )


def give_back(rows: QuerySet[W], *, numbers: list[int], worker: str, at: datetime) -> None:
    """Return leased work that was not begun; the attempt does not count."""
    rows.filter(pk__in=numbers, leased_by=worker).update(
        leased_by="", next_try_at=at, attempts=F("attempts") - 1
    )


def reclaim(*, worker: str, at: datetime) -> int:
    """Make due at once what an earlier life of this worker had leased."""
    return sum(
        rows.filter(state=WorkState.WAITING, leased_by=worker).update(leased_by="", next_try_at=at)
        for rows in (Delivery.objects.all(), Job.objects.all())
    )
