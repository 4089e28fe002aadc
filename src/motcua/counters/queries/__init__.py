"""Reading counters, lines, slots, appointments and how people waited."""

from motcua.counters.queries.booking import (
    appointment,
    appointment_about,
    bookable,
    expected,
    free,
    rules_for,
    rules_of,
)
from motcua.counters.queries.desks import (
    HEADS,
    READERS,
    SITTERS,
    counter,
    counters,
    counters_of,
    errands,
    fields,
    places,
    seat_of,
)
from motcua.counters.queries.figures import LONGEST, Waits, waited
from motcua.counters.queries.lines import (
    absent_from,
    at_counter,
    board,
    line,
    line_of,
    place,
    ticket,
)

__all__ = [
    "HEADS",
    "LONGEST",
    "READERS",
    "SITTERS",
    "Waits",
    "absent_from",
    "appointment",
    "appointment_about",
    "at_counter",
    "board",
    "bookable",
    "counter",
    "counters",
    "counters_of",
    "errands",
    "expected",
    "fields",
    "free",
    "line",
    "line_of",
    "place",
    "places",
    "rules_for",
    "rules_of",
    "seat_of",
    "ticket",
    "waited",
]
