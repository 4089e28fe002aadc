"""Counting a month, and saying that one must be counted anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.dossiers.queries import tallying
from motcua.dossiers.queries.tallying import Settled
from motcua.dossiers.rules.lateness import timeliness
from motcua.kernel.calendar import local_day
from motcua.statistics.models import Cell, CountedMonth
from motcua.statistics.rules import authority_time, bucket
from motcua.statistics.values import ALL, Month
from motcua.workflow.values import ClockKind

_Key = tuple[str, str, str]


def count_month(*, top: str, month: Month, at: datetime) -> int:
    """Count one month of a province's or ministry's dossiers; gives the number of cells.

    What was counted before is replaced in the same transaction.
    """
    counts, hours = (
        defaultdict[_Key, Counter[str]](Counter),
        defaultdict[_Key, Counter[int]](Counter),
    )
    first, after = month.first, month.following.first
    for path, service, channel, number in tallying.received(top=top, since=first, before=after):
        for key in _cells(path, service=service, channel=channel):
            counts[key]["received"] += number
    for one in tallying.settled(top=top, since=first, before=after):
        name, spent = _judged(one)
        for key in _cells(one.agency_path, service=one.service_code, channel=one.channel):
            counts[key][name] += 1
            if spent is not None:
                hours[key][spent] += 1
    for path, service, channel, state, number in tallying.turned_away(
        top=top, since=first, before=after
    ):
        for key in _cells(path, service=service, channel=channel):
            counts[key][state] += number
    cells = [
        Cell(
            month=first,
            top=top,
            place=place,
            service_code=service,
            channel=channel,
            hours=hours.get((place, service, channel), {}),
            **told,
        )
        for (place, service, channel), told in counts.items()
    ]
    with transaction.atomic():
        CountedMonth.objects.update_or_create(
            top=top, month=first, defaults={"counted_at": at, "stale": False}
        )
        Cell.objects.filter(top=top, month=first).delete()
        Cell.objects.bulk_create(cells, batch_size=500)
    return len(cells)


def count_what_is_due(at: datetime) -> int:
    """Count this month for every top, the last one in its first days, and whatever is stale."""
    today = local_day(at)
    months = {Month.of(today)}
    if today.day <= 5:
        months.add(_before(Month.of(today)))
    wanted = {(top, month) for top in tallying.tops() for month in months}
    stale = CountedMonth.objects.filter(stale=True).values_list("top", "month")
    wanted |= {(top, Month.of(first)) for top, first in stale}
    for top, month in sorted(wanted):
        count_month(top=top, month=month, at=at)
    return len(wanted)


def mark_stale(*, top: str, months: Iterable[Month]) -> None:
    """Ask for months to be counted again, as when dossiers with a past came over."""
    for month in months:
        CountedMonth.objects.update_or_create(
            top=top, month=month.first, defaults={"stale": True}, create_defaults={"stale": True}
        )


def _before(month: Month) -> Month:
    return Month(month.year - (month.number == 1), (month.number - 2) % 12 + 1)


def _cells(path: str, *, service: str, channel: str) -> tuple[_Key, ...]:
    places = dict.fromkeys((ALL, f"{path.partition('.')[0]}.", path))
    return tuple(
        (place, of_service, by_channel)
        for place in places
        for of_service in (ALL, service)
        for by_channel in (ALL, channel)
    )


def _judged(one: Settled) -> tuple[str, int | None]:
    found = timeliness(one.promised_at, one.resolved_at)
    if one.clock is None or one.clock.kind is not ClockKind.SETTLEMENT:
        return found.value if found else "unjudged", None
    calendar = agencies.calendar_of(one.agency_path.rstrip("."))
    spent = authority_time(one.clock, one.resolved_at, calendar)
    return found.value if found else "unjudged", bucket(spent.total_seconds() / 3600)
