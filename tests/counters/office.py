"""Counters for tests: set up by a head, officers sitting there, tickets drawn."""

from datetime import datetime, time, timedelta

from tests.factories import people
from tests.factories.dossiers import MORNING

from motcua.counters import actions, queries
from motcua.counters.actions import CounterSaid, SlotsSaid
from motcua.identity.values import ANONYMOUS, Role

WARD = people.WARD
RECEIVE, RETURN, HELP = "receive:", "return:", "help:"
ALL = ("receive", "return", "help")
TURNS = ("ordinary", "priority", "appointment")


def minutes(number: float) -> datetime:
    """Give a moment so long after MORNING."""
    return MORNING + timedelta(minutes=number)


class Office:
    """One agency's counters."""

    def __init__(self, agency=WARD) -> None:
        self.agency = agency
        self.head = people.officer(Role.APPROVER, agency)

    def counter(self, number, *, businesses=ALL, turns=TURNS, fields=(), name=""):
        """Set a counter up."""
        said = CounterSaid(
            number=number,
            name=name or f"Quầy số {number}",
            businesses=businesses,
            turns=turns,
            fields=fields,
        )
        return actions.set_counter(agency_code=self.agency, said=said, by=self.head, at=MORNING)

    def staffed(self, number, **how):
        """Set a counter up with an officer at it; gives (key, officer)."""
        key = self.counter(number, **how)
        officer = people.officer(Role.RECEPTIONIST, self.agency)
        actions.sit(key=key, by=officer, at=MORNING)
        return key, officer

    def ticket(self, errand=RECEIVE, *, at=MORNING, priority=False):
        """Draw a ticket."""
        return actions.take(
            agency_code=self.agency, errand=errand, priority=priority, by=ANONYMOUS, at=at
        )

    def served(self, place, *, at, length=10):
        """Call the next at a counter and serve them; gives the number shown."""
        key, by = place
        ticket = actions.call_next(counter=key, by=by, at=at)
        if ticket is None:
            return None
        actions.start(counter=key, by=by, at=at)
        actions.finish(counter=key, by=by, at=at + timedelta(minutes=length))
        return queries.ticket(ticket).shown

    def slots(self, *, capacity=1, begins=time(8), ends=time(10), length=30, days_ahead=7):
        """Let people book on weekdays."""
        said = SlotsSaid(
            weekdays=(0, 1, 2, 3, 4),
            begins=begins,
            ends=ends,
            minutes=length,
            capacity=capacity,
            days_ahead=days_ahead,
        )
        return actions.set_slots(agency_code=self.agency, said=said, by=self.head, at=MORNING)

    def free(self, *, at=MORNING):
        """Give the free slots."""
        return queries.free(self.agency, now=at)

    def booked(self, slot, *, phone="0912 345 678", name="Nguyễn Thị Hậu", at=MORNING):
        """Book; gives the code."""
        return actions.book(
            agency_code=self.agency,
            slot=slot.value,
            errand=RECEIVE,
            name=name,
            phone=phone,
            by=ANONYMOUS,
            at=at,
        )
