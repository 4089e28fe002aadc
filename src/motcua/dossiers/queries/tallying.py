"""What statistics count dossiers from: month by month, one province or ministry at a time.

No personal data leaves here, so no viewer is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count

from motcua.dossiers.models import InboxRow, ListRow
from motcua.dossiers.rules.lateness import promised_at
from motcua.kernel.calendar import HANOI
from motcua.workflow.values import Clock, State

_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Settled:
    """A dossier that was given a result, with what lateness and authority time are made of."""

    agency_path: str
    service_code: str
    channel: str
    resolved_at: datetime
    promised_at: datetime | None
    clock: Clock | None


def tops() -> tuple[str, ...]:
    """Name the tops (`H26.`) that have dossiers."""
    return tuple(ListRow.objects.order_by("province").values_list("province", flat=True).distinct())


def received(*, top: str, since: date, before: date) -> Iterator[tuple[str, str, str, int]]:
    """Give (agency path, service, channel, number) of what came in on these days."""
    rows = ListRow.objects.filter(
        province=top, submitted_at__gte=_start(since), submitted_at__lt=_start(before)
    )
    grouped = rows.values_list("agency_path", "service_code", "channel").annotate(n=Count("pk"))
    yield from grouped.order_by()


def settled(*, top: str, since: date, before: date) -> Iterator[Settled]:
    """Give every dossier whose result was signed on these days, one by one."""
    rows = ListRow.objects.filter(
        province=top, resolved_at__gte=_start(since), resolved_at__lt=_start(before)
    ).values_list(
        "agency_path", "service_code", "channel", "resolved_at", "dossier__due", "dossier__clock"
    )
    for path, service, channel, resolved_at, due, clock in rows.iterator(chunk_size=_CHUNK):
        if resolved_at is None:
            continue
        yield Settled(
            agency_path=path,
            service_code=service,
            channel=channel,
            resolved_at=resolved_at,
            promised_at=promised_at(due),
            clock=Clock.from_json(clock) if clock else None,
        )


def turned_away(*, top: str, since: date, before: date) -> Iterator[tuple[str, str, str, str, int]]:
    """Give (agency path, service, channel, state, number) refused or stopped on these days."""
    rows = ListRow.objects.filter(
        province=top,
        state__in=[State.REFUSED.value, State.STOPPED.value],
        ended_at__gte=_start(since),
        ended_at__lt=_start(before),
    )
    names = ("agency_path", "service_code", "channel", "state")
    yield from rows.values_list(*names).annotate(n=Count("pk")).order_by()


def waiting_at(*, path: str, at: datetime) -> tuple[int, int]:
    """Count the open dossiers at and below a path, and how many of them are late."""
    rows = InboxRow.objects.filter(agency_path__startswith=path)
    return rows.count(), rows.filter(urgent_at__lt=at).count()


def _start(on: date) -> datetime:
    return datetime.combine(on, time.min, tzinfo=HANOI)
