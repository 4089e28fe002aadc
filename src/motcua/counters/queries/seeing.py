"""Rows as values."""

from motcua.counters.models import Appointment, Counter, SlotRule, Ticket
from motcua.counters.values import (
    AppointmentState,
    AppointmentView,
    Business,
    CounterView,
    RuleView,
    TicketState,
    TicketView,
    Turn,
)


def counter_view(row: Counter) -> CounterView:
    """Show a counter."""
    return CounterView(
        key=row.key,
        agency_code=row.agency_code,
        agency_path=row.agency_path,
        number=row.number,
        name=row.name,
        businesses=frozenset(map(Business, row.businesses)),
        turns=frozenset(map(Turn, row.turns)),
        fields=tuple(row.fields),
        open=row.opened_at is not None,
        sitting_key=row.sitting_key,
        sitting_name=row.sitting_name,
    )


def ticket_view(row: Ticket) -> TicketView:
    """Show a ticket; its counter must be joined (`select_related`)."""
    return TicketView(
        key=row.key,
        agency_code=row.agency_code,
        on=row.on,
        business=Business(row.business),
        field=row.field,
        turn=Turn(row.turn),
        number=row.number,
        state=TicketState(row.state),
        taken_at=row.taken_at,
        counter=row.counter.number if row.counter else None,
        counter_name=row.counter.name if row.counter else "",
        calls=row.calls,
        called_at=row.called_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )


def rule_view(row: SlotRule) -> RuleView:
    """Show a rule of slots."""
    return RuleView(
        key=row.key,
        agency_code=row.agency_code,
        weekdays=tuple(row.weekdays),
        begins=row.begins,
        ends=row.ends,
        minutes=row.minutes,
        capacity=row.capacity,
        days_ahead=row.days_ahead,
    )


def appointment_view(row: Appointment) -> AppointmentView:
    """Show an appointment; its ticket must be joined."""
    return AppointmentView(
        key=row.key,
        code=row.code,
        agency_code=row.agency_code,
        business=Business(row.business),
        field=row.field,
        starts_at=row.starts_at,
        minutes=row.minutes,
        state=AppointmentState(row.state),
        name=row.name,
        phone=row.phone,
        language=row.language,
        times_moved=row.times_moved,
        ticket=row.ticket.key if row.ticket else None,
    )
