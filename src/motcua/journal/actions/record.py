"""Record a fact; ask for a job. Both belong to the transaction of the rows they go with."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from motcua.journal.actions.bulk import write_many
from motcua.journal.events import Event
from motcua.journal.models import Delivery, Entry, Job, WorkState
from motcua.journal.ports import handlers, listeners_of
from motcua.journal.rules import encoding
from motcua.journal.values import Actor


class OutsideTransaction(Exception):
    """A fact was to be recorded outside the transaction of what it tells."""


class JobUnknown(Exception):
    """No function is registered for this job."""


def record(*, event: Event, by: Actor, at: datetime) -> int:
    """Write one entry and a delivery for each listener of its kind; give the entry's number.

    Must be called inside the transaction of the rows it tells about, else OutsideTransaction.
    Raises NotEncodable when a field cannot stand in the journal.
    """
    _inside(event)
    entry = _entry(event, by, at)
    entry.save(force_insert=True)
    names = listeners_of(event.kind)
    if names:
        Delivery.objects.bulk_create(
            Delivery(entry=entry, listener=name, next_try_at=at) for name in names
        )
    return int(entry.pk)


def record_many(*, events: Iterable[Event], by: Actor, at: datetime) -> int:
    """Write many entries at once, as `record` writes each; give how many.

    For what is brought in by the thousand. Must be called inside the transaction of their rows.
    """
    kept = list(events)
    for event in kept:
        _inside(event)
    entries = [_entry(event, by, at) for event in kept]
    write_many(entries)
    write_many(
        Delivery(entry=entry, listener=name, next_try_at=at)
        for entry in entries
        for name in listeners_of(entry.kind)
    )
    return len(entries)


def _inside(event: Event) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(f"{event.kind} must be recorded with the rows it tells about.")


def _entry(event: Event, by: Actor, at: datetime) -> Entry:
    return Entry(
        kind=event.kind,
        subject=event.subject,
        payload=encoding.encode(event),
        actor_kind=by.kind,
        actor_key=by.key,
        actor_name=by.name,
        at=at,
    )


def enqueue(*, job: str, payload: Mapping[str, object], due_at: datetime, key: str) -> None:
    """Ask for a registered job to be done at `due_at` or soon after, once per (`job`, `key`).

    Asking again under the same key changes nothing, whether or not the job is done already.
    Raises JobUnknown; NotEncodable for a payload beyond the journal's types.
    """
    if job not in handlers:
        raise JobUnknown(f"No function is registered for the job {job!r}.")
    Job.objects.bulk_create(
        [Job(name=job, key=key, payload=encoding.value(payload, "payload"), next_try_at=due_at)],
        ignore_conflicts=True,
    )


def hold(*, job: str, key: str, until: datetime) -> bool:
    """Move the end of a job's lease, for one who does it and shows that it goes on.

    A job that lasts may so ask for a short lease and keep it: when its worker dies, another has it
    soon. False where nobody holds it any more.
    """
    rows = Job.objects.filter(name=job, key=key, state=WorkState.WAITING).exclude(leased_by="")
    return rows.update(next_try_at=until) == 1
