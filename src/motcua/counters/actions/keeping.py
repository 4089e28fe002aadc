"""What is done again and again: days closed, people reminded, names erased."""

from datetime import datetime, timedelta

from django.db import transaction

from motcua.counters.events import AppointmentNear, AppointmentsErased, DayClosed
from motcua.counters.models import Appointment, Counter, Ticket
from motcua.counters.values import AppointmentState, TicketState
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI, local_day

KEPT = timedelta(days=30)
"""Names and telephone numbers of appointments are erased so long after their hour."""
POLITE = range(8, 20)
"""Hours in Hà Nội in which people may be reminded."""
_OPEN = [TicketState.WAITING.value, TicketState.CALLED.value, TicketState.SERVING.value]


def close_days(*, by: Viewer, at: datetime) -> int:
    """Close what was left of earlier days: tickets lapse, appointments were missed, seats empty."""
    on = local_day(at)
    midnight = _midnight(at)
    with transaction.atomic():
        tickets = Ticket.objects.filter(on__lt=on, state__in=_OPEN).update(
            state=TicketState.LAPSED.value, ended_at=at
        )
        missed = Appointment.objects.filter(
            state=AppointmentState.BOOKED.value, starts_at__lt=midnight
        ).update(state=AppointmentState.MISSED.value)
        Counter.objects.filter(opened_at__lt=midnight).update(
            opened_at=None, sitting_key=None, sitting_name=""
        )
        if tickets or missed:
            event = DayClosed(
                subject=f"counters:{on}", before=on, tickets=tickets, appointments=missed
            )
            record(event=event, by=by.actor, at=at)
    return tickets + missed


def remind(*, by: Viewer, at: datetime) -> int:
    """Say of each appointment of tomorrow, once, that it is near; notifications tell its holder.

    Not at night, and not of what was booked today.
    """
    if at.astimezone(HANOI).hour not in POLITE:
        return 0
    midnight = _midnight(at)
    due = Appointment.objects.filter(
        state=AppointmentState.BOOKED.value,
        reminded_at=None,
        booked_at__lt=midnight,
        starts_at__gte=midnight + timedelta(days=1),
        starts_at__lt=midnight + timedelta(days=2),
    )
    return sum(_remind(row, by, at) for row in due.order_by("pk"))


def _remind(row: Appointment, by: Viewer, at: datetime) -> int:
    with transaction.atomic():
        marked = Appointment.objects.filter(
            pk=row.pk, reminded_at=None, starts_at=row.starts_at, state=row.state
        ).update(reminded_at=at)
        if marked:
            event = AppointmentNear(
                subject=f"appointment:{row.key}", agency=row.agency_code, starts_at=row.starts_at
            )
            record(event=event, by=by.actor, at=at)
    return marked


def erase(*, by: Viewer, at: datetime) -> int:
    """Erase names and telephone numbers of appointments long past; gives how many."""
    before = at - KEPT
    with transaction.atomic():
        erased = Appointment.objects.filter(erased_at=None, starts_at__lt=before).update(
            name="", phone="", erased_at=at
        )
        if erased:
            event = AppointmentsErased(
                subject=f"counters:{local_day(at)}", before=before, number=erased
            )
            record(event=event, by=by.actor, at=at)
    return erased


def _midnight(at: datetime) -> datetime:
    return at.astimezone(HANOI).replace(hour=0, minute=0, second=0, microsecond=0)
