"""Counters, tickets and appointments as pages see them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from motcua.kernel.words import Sentence


class Business(StrEnum):
    """What somebody comes for."""

    RECEIVE = "receive"
    RETURN = "return"
    HELP = "help"

    @property
    def label(self) -> Sentence:
        """Name it to who comes."""
        return {
            Business.RECEIVE: Sentence("Nộp hồ sơ", "Hand in an application"),
            Business.RETURN: Sentence("Nhận kết quả", "Collect a result"),
            Business.HELP: Sentence(
                "Hỏi thủ tục, nhờ hỗ trợ nộp trực tuyến", "Ask, or be helped to apply online"
            ),
        }[self]

    @property
    def letter(self) -> str:
        """Give the letter its numbers begin with."""
        return {Business.RECEIVE: "A", Business.RETURN: "B", Business.HELP: "C"}[self]


class Turn(StrEnum):
    """How a ticket's turn is reckoned."""

    ORDINARY = "ordinary"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            Turn.ORDINARY: Sentence("Lượt thường", "Ordinary"),
            Turn.PRIORITY: Sentence("Ưu tiên", "Priority"),
            Turn.APPOINTMENT: Sentence("Có hẹn", "By appointment"),
        }[self]


class TicketState(StrEnum):
    """How far a ticket has come."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    ABSENT = "absent"
    LAPSED = "lapsed"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            TicketState.WAITING: Sentence("Đang chờ", "Waiting"),
            TicketState.CALLED: Sentence("Đang được mời", "Called"),
            TicketState.SERVING: Sentence("Đang làm việc tại quầy", "Being served"),
            TicketState.DONE: Sentence("Đã xong", "Done"),
            TicketState.ABSENT: Sentence("Đã mời mà không có mặt", "Called, not there"),
            TicketState.LAPSED: Sentence("Hết ngày, phiếu không còn dùng được", "Lapsed"),
        }[self]


class AppointmentState(StrEnum):
    """What became of an appointment."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    CANCELLED = "cancelled"
    MISSED = "missed"

    @property
    def label(self) -> Sentence:
        """Name it to a reader."""
        return {
            AppointmentState.BOOKED: Sentence("Đã đặt", "Booked"),
            AppointmentState.ARRIVED: Sentence("Đã đến", "Arrived"),
            AppointmentState.CANCELLED: Sentence("Đã hủy", "Cancelled"),
            AppointmentState.MISSED: Sentence("Đã lỡ hẹn", "Missed"),
        }[self]


@dataclass(frozen=True, slots=True)
class CounterView:
    """A counter. No `fields` means every field; `sitting_key` is the officer there now."""

    key: UUID
    agency_code: str
    agency_path: str
    number: int
    name: str
    businesses: frozenset[Business]
    turns: frozenset[Turn]
    fields: tuple[str, ...]
    open: bool
    sitting_key: UUID | None
    sitting_name: str

    def serves(self, business: Business, field: str, turn: Turn) -> bool:
        """Tell whether a ticket like this may be called here."""
        return (
            business in self.businesses
            and turn in self.turns
            and (not self.fields or business is not Business.RECEIVE or field in self.fields)
        )


@dataclass(frozen=True, slots=True)
class Errand:
    """One choice at the kiosk: a business, for handing in perhaps within one field."""

    business: Business
    field: str = ""

    @property
    def value(self) -> str:
        """Write it as a form carries it."""
        return f"{self.business.value}:{self.field}"


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket. Nobody's name stands on it. `counter` is the number of where it was called to."""

    key: UUID
    agency_code: str
    on: date
    business: Business
    field: str
    turn: Turn
    number: int
    state: TicketState
    taken_at: datetime
    counter: int | None
    counter_name: str
    calls: int
    called_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def shown(self) -> str:
        """Write its number as it is called: `A 012`."""
        return f"{self.business.letter} {self.number:03d}"

    @property
    def is_open(self) -> bool:
        """Whether something is still to happen."""
        return self.state in {TicketState.WAITING, TicketState.CALLED, TicketState.SERVING}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a waiting ticket stands: how many come before, roughly how long, counters open.

    `wait` is None while too few were served today to say anything.
    """

    before: int
    wait: timedelta | None
    counters: int


@dataclass(frozen=True, slots=True)
class Board:
    """What hangs in the hall: who is at a counter now, who was called last, how many wait."""

    calls: tuple[TicketView, ...]
    waiting: int
    priority: int


@dataclass(frozen=True, slots=True)
class RuleView:
    """When an agency sees people by appointment, and how many at a time."""

    key: UUID
    agency_code: str
    weekdays: tuple[int, ...]
    begins: time
    ends: time
    minutes: int
    capacity: int
    days_ahead: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A time one can come at, with what is still free."""

    rule: UUID
    starts_at: datetime
    minutes: int
    free: int

    @property
    def value(self) -> str:
        """Write it as a form carries it."""
        return f"{self.rule}@{self.starts_at.isoformat()}"


@dataclass(frozen=True, slots=True)
class AppointmentView:
    """An appointment; name and phone are empty once erased."""

    key: UUID
    code: str
    agency_code: str
    business: Business
    field: str
    starts_at: datetime
    minutes: int
    state: AppointmentState
    name: str
    phone: str
    language: str
    times_moved: int
    ticket: UUID | None


@dataclass(frozen=True, slots=True)
class WaitingFigures:
    """How people waited within one hour, day or business; times are None where nobody was served.

    `median` and `ninety` are waits, `serving` is the median time at the counter.
    """

    key: str
    taken: int
    served: int
    absent: int
    lapsed: int
    median: timedelta | None
    ninety: timedelta | None
    serving: timedelta | None
