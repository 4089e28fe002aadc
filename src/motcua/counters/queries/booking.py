"""Reading slots and appointments."""

from collections import Counter as Tally
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from motcua.agencies import queries as agencies
from motcua.counters.models import SEATED, Appointment, SlotRule
from motcua.counters.queries.desks import READERS, below
from motcua.counters.queries.seeing import appointment_view, rule_view
from motcua.counters.rules import slots
from motcua.counters.values import AppointmentState, AppointmentView, RuleView, Slot
from motcua.identity.values import Viewer
from motcua.kernel.calendar import HANOI


def rules_of(agency_code: str) -> tuple[RuleView, ...]:
    """Give when an agency sees people by appointment."""
    rows = SlotRule.objects.filter(agency_code=agency_code, withdrawn_at=None)
    return tuple(rule_view(row) for row in rows.order_by("begins", "pk"))


def rules_for(*, viewer: Viewer) -> tuple[RuleView, ...]:
    """Give the rules of the viewer's agencies."""
    rows = SlotRule.objects.filter(below(viewer.paths(*READERS)), withdrawn_at=None)
    return tuple(rule_view(row) for row in rows.order_by("agency_code", "begins", "pk"))


def bookable() -> tuple[str, ...]:
    """Give the codes of the agencies that take appointments."""
    rows = SlotRule.objects.filter(withdrawn_at=None).order_by("agency_code")
    return tuple(rows.values_list("agency_code", flat=True).distinct())


def free(agency_code: str, *, now: datetime) -> tuple[Slot, ...]:
    """Give the times that can still be booked, soonest first; each time once.

    Where two rules offer one time, the one with more room is given.
    """
    calendar = agencies.calendar_of(agency_code)
    taken = Tally(
        Appointment.objects.filter(
            agency_code=agency_code, starts_at__gte=now, state__in=SEATED
        ).values_list("rule__key", "starts_at")
    )
    found: dict[datetime, Slot] = {}
    for rule in rules_of(agency_code):
        for at in slots.slots(rule, calendar, now=now):
            room = Slot(rule.key, at, rule.minutes, rule.capacity - taken[rule.key, at])
            if room.free > 0 and (at not in found or found[at].free < room.free):
                found[at] = room
    return tuple(found[at] for at in sorted(found))


def appointment(code: str) -> AppointmentView | None:
    """Give an appointment to whoever knows its code."""
    row = _rows().filter(code=code).first()
    return appointment_view(row) if row else None


def appointment_about(subject: str) -> AppointmentView | None:
    """Give the appointment that an entry of the journal is about (`appointment:<uuid>`)."""
    row = _rows().filter(key=UUID(subject.removeprefix("appointment:"))).first()
    return appointment_view(row) if row else None


def expected(*, viewer: Viewer, path: str, at: datetime) -> tuple[AppointmentView, ...]:
    """Give today's appointments of an agency to those who work there, by time."""
    if not any(path.startswith(top) for top in viewer.paths(*READERS)):
        return ()
    midnight = at.astimezone(HANOI).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = _rows().filter(
        agency_path=path, starts_at__gte=midnight, starts_at__lt=midnight + timedelta(days=1)
    )
    rows = rows.exclude(state=AppointmentState.CANCELLED.value)
    return tuple(appointment_view(row) for row in rows.order_by("starts_at", "pk"))


def _rows() -> QuerySet[Appointment]:
    return Appointment.objects.select_related("ticket")
