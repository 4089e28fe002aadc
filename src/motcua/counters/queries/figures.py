"""Reading how people waited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.counters.models import Appointment, Ticket
from motcua.counters.queries.desks import READERS
from motcua.counters.rules import waits
from motcua.counters.values import AppointmentState, Business, TicketState, WaitingFigures
from motcua.identity.values import Viewer
from motcua.kernel.calendar import HANOI

LONGEST = 92
"""Days that are summed up at once."""
KEYS: dict[str, Callable[[waits.Waited], str]] = {
    "gio": waits.hour_of,
    "ngay": lambda one: one.on.isoformat(),
    "viec": lambda one: one.business.letter,
}


@dataclass(frozen=True, slots=True)
class Waits:
    """How people waited at one agency: all of it, its parts, and the appointments."""

    total: WaitingFigures
    parts: tuple[WaitingFigures, ...]
    kept: int
    missed: int


def waited(*, viewer: Viewer, path: str, first: date, last: date, by: str) -> Waits | None:
    """Sum up the days `first` … `last` at one agency; None to those who may not read it.

    `by` is `gio`, `ngay` or `viec`. Tickets hold no personal data, so they are kept.
    """
    if not any(path.startswith(top) for top in viewer.paths(*READERS)):
        return None
    rows = Ticket.objects.filter(agency_path=path, on__gte=first, on__lte=last)
    tickets = tuple(
        waits.Waited(
            on=row.on,
            business=Business(row.business),
            state=TicketState(row.state),
            expected_at=row.expected_at,
            first_called_at=row.first_called_at,
            started_at=row.started_at,
            ended_at=row.ended_at,
        )
        for row in rows.order_by("pk")
    )
    appointments = Appointment.objects.filter(
        agency_path=path,
        starts_at__gte=datetime.combine(first, time(), HANOI),
        starts_at__lt=datetime.combine(last, time(), HANOI) + timedelta(days=1),
    )
    return Waits(
        total=waits.summed("", tickets),
        parts=waits.by(tickets, KEYS[by]),
        kept=appointments.filter(state=AppointmentState.ARRIVED.value).count(),
        missed=appointments.filter(state=AppointmentState.MISSED.value).count(),
    )
