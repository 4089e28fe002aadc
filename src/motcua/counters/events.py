"""Facts that counters tell the journal; none names who came."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class CounterSet(Event):
    """A counter was set up or changed (subject `counter:<uuid>`)."""

    kind: ClassVar[str] = "counter.set"
    agency: str
    number: int
    businesses: tuple[str, ...]
    turns: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CounterRemoved(Event):
    """A counter is no longer there."""

    kind: ClassVar[str] = "counter.removed"
    agency: str
    number: int


@dataclass(frozen=True, kw_only=True)
class CounterOpened(Event):
    """An officer sat down at a counter and opened it."""

    kind: ClassVar[str] = "counter.opened"
    agency: str
    number: int


@dataclass(frozen=True, kw_only=True)
class CounterClosed(Event):
    """A counter was closed."""

    kind: ClassVar[str] = "counter.closed"
    agency: str
    number: int


@dataclass(frozen=True, kw_only=True)
class TicketTaken(Event):
    """Somebody drew a ticket (subject `ticket:<uuid>`)."""

    kind: ClassVar[str] = "ticket.taken"
    agency: str
    number: str
    turn: str


@dataclass(frozen=True, kw_only=True)
class TicketCalled(Event):
    """A counter called a ticket, for the first time or again."""

    kind: ClassVar[str] = "ticket.called"
    agency: str
    number: str
    counter: int
    calls: int


@dataclass(frozen=True, kw_only=True)
class TicketMoved(Event):
    """A ticket went on: being served, done, absent, back in the line, to another counter."""

    kind: ClassVar[str] = "ticket.moved"
    agency: str
    number: str
    counter: int
    state: str


@dataclass(frozen=True, kw_only=True)
class DayClosed(Event):
    """What was left of earlier days was closed (subject `counters:<date>`)."""

    kind: ClassVar[str] = "counters.day_closed"
    before: date
    tickets: int
    appointments: int


@dataclass(frozen=True, kw_only=True)
class SlotsSet(Event):
    """An agency changed when it sees people by appointment (subject `slots:<uuid>`)."""

    kind: ClassVar[str] = "slots.set"
    agency: str
    capacity: int
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class AppointmentBooked(Event):
    """Somebody booked (subject `appointment:<uuid>`)."""

    kind: ClassVar[str] = "appointment.booked"
    agency: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentMoved(Event):
    """An appointment was moved to another time."""

    kind: ClassVar[str] = "appointment.moved"
    agency: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentCancelled(Event):
    """An appointment was cancelled; its seat is free again."""

    kind: ClassVar[str] = "appointment.cancelled"
    agency: str


@dataclass(frozen=True, kw_only=True)
class AppointmentNear(Event):
    """An appointment is tomorrow: time to remind."""

    kind: ClassVar[str] = "appointment.near"
    agency: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentsErased(Event):
    """Names and phones of old appointments were erased (subject `counters:<date>`)."""

    kind: ClassVar[str] = "appointment.erased"
    before: datetime
    number: int
