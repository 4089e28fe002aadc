"""Verbs of counters: set up, sit, draw, call, book, arrive, close the day."""

from motcua.counters.actions.booking import arrive, book, cancel, move, plain
from motcua.counters.actions.calling import (
    call_again,
    call_next,
    finish,
    miss,
    pass_on,
    start,
    take_back,
)
from motcua.counters.actions.desks import (
    CounterSaid,
    SlotsSaid,
    leave,
    remove_counter,
    set_counter,
    set_slots,
    sit,
    withdraw_slots,
)
from motcua.counters.actions.drawing import take
from motcua.counters.actions.keeping import close_days, erase, remind
from motcua.counters.actions.refusing import (
    BookingRefused,
    CallRefused,
    CounterRefused,
    TicketRefused,
)

__all__ = [
    "BookingRefused",
    "CallRefused",
    "CounterRefused",
    "CounterSaid",
    "SlotsSaid",
    "TicketRefused",
    "arrive",
    "book",
    "call_again",
    "call_next",
    "cancel",
    "close_days",
    "erase",
    "finish",
    "leave",
    "miss",
    "move",
    "pass_on",
    "plain",
    "remind",
    "remove_counter",
    "set_counter",
    "set_slots",
    "sit",
    "start",
    "take",
    "take_back",
    "withdraw_slots",
]
