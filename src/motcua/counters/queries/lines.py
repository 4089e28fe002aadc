"""Reading tickets: one ticket and where it stands, the line of an agency, the board."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.counters.models import BUSY, Counter, Ticket
from motcua.counters.queries.desks import counters
from motcua.counters.queries.seeing import ticket_view
from motcua.counters.rules import turns
from motcua.counters.values import Board, Place, TicketState, TicketView, Turn
from motcua.kernel.calendar import local_day

LAST_CALLS = 8
LINE = 200


def ticket(key: UUID) -> TicketView | None:
    """Give a ticket to whoever knows its key; nothing on it is personal."""
    row = Ticket.objects.select_related("counter").filter(key=key).first()
    return ticket_view(row) if row else None


def place(key: UUID, *, at: datetime) -> Place | None:
    """Say where a waiting ticket stands; None for any other."""
    row = Ticket.objects.select_related("counter").filter(key=key, on=local_day(at)).first()
    if row is None or row.state != TicketState.WAITING.value:
        return None
    earlier = Q(turn_at__lt=row.turn_at) | Q(turn_at=row.turn_at, pk__lt=row.pk)
    ahead = waiting(row.agency_code, at).filter(earlier)
    return turns.place(
        ticket_view(row),
        ahead=tuple(map(ticket_view, ahead)),
        counters=counters(row.agency_code),
        lately=tuple(
            ended - started
            for started, ended in Ticket.objects.filter(
                agency_code=row.agency_code,
                on=row.on,
                business=row.business,
                state=TicketState.DONE.value,
            )
            .order_by("-ended_at")
            .values_list("started_at", "ended_at")[: turns.LAST_SERVED]
            if started and ended
        ),
    )


def line(agency_code: str, *, at: datetime) -> tuple[TicketView, ...]:
    """Give who waits, in the order of their turns."""
    return tuple(map(ticket_view, waiting(agency_code, at)[:LINE]))


def callable_here(counter: Counter, at: datetime) -> QuerySet[Ticket]:
    """Give the waiting tickets a counter may call, in the order of their turns."""
    here = Q(passed_to=None, business__in=counter.businesses, turn__in=counter.turns)
    if counter.fields:
        here &= ~Q(business="receive") | Q(field__in=counter.fields)
    return waiting(counter.agency_code, at).filter(here | Q(passed_to=counter))


def line_of(counter: UUID, *, at: datetime) -> tuple[TicketView, ...]:
    """Give who a counter may call, in the order of their turns."""
    row = Counter.objects.filter(key=counter).first()
    return tuple(map(ticket_view, callable_here(row, at)[:LINE])) if row else ()


def at_counter(counter: UUID, *, at: datetime) -> TicketView | None:
    """Give the ticket that is at a counter now."""
    row = (
        Ticket.objects.select_related("counter")
        .filter(counter__key=counter, on=local_day(at), state__in=BUSY)
        .first()
    )
    return ticket_view(row) if row else None


def absent_from(counter: UUID, *, at: datetime) -> tuple[TicketView, ...]:
    """Give the tickets a counter called today in vain, the latest first."""
    rows = Ticket.objects.select_related("counter").filter(
        counter__key=counter, on=local_day(at), state=TicketState.ABSENT.value
    )
    return tuple(map(ticket_view, rows.order_by("-called_at")[:10]))


def board(agency_code: str, *, at: datetime) -> Board:
    """Give what hangs in the hall, the latest call first."""
    rows = Ticket.objects.select_related("counter").filter(
        agency_code=agency_code, on=local_day(at), called_at__isnull=False, counter__isnull=False
    )
    in_line = waiting(agency_code, at)
    return Board(
        calls=tuple(map(ticket_view, rows.order_by("-called_at", "-pk")[:LAST_CALLS])),
        waiting=in_line.count(),
        priority=in_line.exclude(turn=Turn.ORDINARY.value).count(),
    )


def waiting(agency_code: str, at: datetime) -> QuerySet[Ticket]:
    """Give the rows that wait today, in the order of their turns."""
    return (
        Ticket.objects.select_related("counter")
        .filter(agency_code=agency_code, on=local_day(at), state=TicketState.WAITING.value)
        .order_by("turn_at", "pk")
    )
