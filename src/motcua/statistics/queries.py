"""Reading statistics. There is nothing personal in them, so they are the same for every reader."""

from collections import defaultdict
from datetime import datetime

from django.db.models import F, Max, QuerySet

from motcua.statistics.models import Cell, CountedMonth
from motcua.statistics.rules import added
from motcua.statistics.values import ALL, By, Counted, Figures, Line, Month, Span


def settlement(
    *, span: Span, by: By, place: str = ALL, service: str = ALL, channel: str = ALL
) -> Counted:
    """Return the figures of a place (a path; empty: the country), one line for each of `by`.

    Lines of agencies are those directly counted below the place: provinces and ministries of the
    country, agencies of a province. The largest come first; months come in their order.
    """
    every = Cell.objects.filter(month__gte=span.first.first, month__lte=span.last.first)
    here = every.filter(place=place, service_code=service, channel=channel)
    cells = {
        By.MONTH: here,
        By.SERVICE: every.filter(place=place, channel=channel).exclude(service_code=ALL),
        By.CHANNEL: every.filter(place=place, service_code=service).exclude(channel=ALL),
        By.AGENCY: _below(every.filter(service_code=service, channel=channel), place),
    }[by]
    total = added(map(_figures, here))
    grouped = defaultdict[str, list[Figures]](list)
    for cell in cells:
        grouped[_key(cell, by)].append(_figures(cell))
    lines = [Line(key, added(parts)) for key, parts in grouped.items()]
    order = (lambda line: line.key) if by is By.MONTH else _largest_first
    return Counted(total, tuple(sorted(lines, key=order)), counted_at(span))


def counted_at(span: Span) -> datetime | None:
    """Say when the youngest figures of a span were counted."""
    months = CountedMonth.objects.filter(
        month__gte=span.first.first, month__lte=span.last.first, counted_at__isnull=False
    )
    found: datetime | None = months.aggregate(last=Max("counted_at"))["last"]
    return found


def months() -> tuple[Month, ...]:
    """Return the months there are figures for, the latest first."""
    found = CountedMonth.objects.filter(counted_at__isnull=False).values_list("month", flat=True)
    return tuple(Month.of(first) for first in sorted(set(found), reverse=True))


def _below(cells: QuerySet[Cell], place: str) -> QuerySet[Cell]:
    if place == ALL:
        return cells.filter(place=F("top"))
    return cells.filter(place__startswith=place).exclude(place=place)


def _key(cell: Cell, by: By) -> str:
    if by is By.SERVICE:
        return cell.service_code
    if by is By.CHANNEL:
        return cell.channel
    return f"{cell.month:%Y-%m}" if by is By.MONTH else cell.place


def _figures(cell: Cell) -> Figures:
    return Figures(
        received=cell.received,
        early=cell.early,
        on_time=cell.on_time,
        late=cell.late,
        unjudged=cell.unjudged,
        refused=cell.refused,
        stopped=cell.stopped,
        hours={int(index): number for index, number in cell.hours.items()},
    )


def _largest_first(line: Line) -> tuple[int, str]:
    return -line.figures.received - line.figures.settled, line.key
