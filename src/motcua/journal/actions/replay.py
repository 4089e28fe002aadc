"""Give a listener old entries, and the dead a second life; both are asked for by a person."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from motcua.journal.models import Delivery, Entry, Job, WorkState
from motcua.journal.ports import listeners

BATCH = 1000


class ListenerUnknown(Exception):
    """No function listens under this name."""


def replay(*, listener: str, at: datetime) -> int:
    """Deliver to a listener every entry of its kinds that it was never given; give how many.

    Raises ListenerUnknown.
    """
    if listener not in listeners:
        known = ", ".join(sorted(listeners)) or "none"
        raise ListenerUnknown(f"No listener is called {listener!r}; known: {known}.")
    given = Delivery.objects.filter(entry=OuterRef("pk"), listener=listener)
    entries = Entry.objects.filter(kind__in=listeners[listener].kinds).exclude(Exists(given))
    number, last = 0, 0
    while batch := list(
        entries.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        Delivery.objects.bulk_create(
            [Delivery(entry_id=pk, listener=listener, next_try_at=at) for pk in batch],
            ignore_conflicts=True,
        )
        number, last = number + len(batch), batch[-1]
    return number


def retry_dead(*, name: str | None = None, at: datetime) -> int:
    """Make dead deliveries and jobs due again, all or those of one listener or job."""
    deliveries = Delivery.objects.filter(state=WorkState.DEAD)
    jobs = Job.objects.filter(state=WorkState.DEAD)
    if name is not None:
        deliveries, jobs = deliveries.filter(listener=name), jobs.filter(name=name)
    return sum(
        rows.update(state=WorkState.WAITING, attempts=0, next_try_at=at, leased_by="")
        for rows in (deliveries, jobs)
    )
