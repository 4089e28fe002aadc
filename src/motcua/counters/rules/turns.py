"""Whose turn it is.

One line: the waiting ticket with the earliest *reckoned time* is called next. For an ordinary
ticket that is when it was drawn. For the elderly, people with disabilities and pregnant women it is
half an hour earlier, and for an appointment half an hour before its hour. So nobody is ever
overtaken by somebody who came, or was expected, more than half an hour after them: however many
priority tickets are drawn, everybody's turn comes.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from motcua.counters.values import CounterView, Place, TicketView, Turn

HEAD_START = timedelta(minutes=30)
GRACE = timedelta(minutes=15)
"""So late one may be for an appointment; later it is an ordinary ticket."""
TOO_FEW = 3
"""Below so many served today no wait is guessed."""
LAST_SERVED = 20


def reckoned(turn: Turn, *, taken_at: datetime, appointed_at: datetime) -> datetime:
    """Give the time a ticket's turn is reckoned by; `appointed_at` is an appointment's hour."""
    if turn is Turn.PRIORITY:
        return taken_at - HEAD_START
    if turn is Turn.APPOINTMENT:
        return appointed_at - HEAD_START
    return taken_at


def turn_of_arrival(*, arrived_at: datetime, starts_at: datetime) -> Turn:
    """Give how an appointment's ticket is reckoned: too late counts as drawn on arrival."""
    return Turn.APPOINTMENT if arrived_at <= starts_at + GRACE else Turn.ORDINARY


def place(
    mine: TicketView,
    *,
    ahead: Sequence[TicketView],
    counters: Iterable[CounterView],
    lately: Sequence[timedelta],
) -> Place:
    """Say where a ticket stands.

    `ahead` are the waiting tickets whose turn comes earlier, `lately` the times at the counter of
    those served last today. Only tickets that a counter of mine may call come before me.
    """
    mine_at = [c for c in counters if c.open and c.serves(mine.business, mine.field, mine.turn)]
    before = sum(any(c.serves(t.business, t.field, t.turn) for c in mine_at) for t in ahead)
    if not mine_at:
        before = sum(t.business is mine.business for t in ahead)
    return Place(before, guess(before, len(mine_at), lately), len(mine_at))


def guess(before: int, counters: int, lately: Sequence[timedelta]) -> timedelta | None:
    """Guess a wait from the times of those served last: their median, shared by the counters.

    Rounded up to five minutes, since it is no promise.
    """
    if not counters or len(lately) < TOO_FEW:
        return None
    middle = sorted(lately)[len(lately) // 2]
    minutes = (middle * before / counters).total_seconds() / 60
    return timedelta(minutes=-(-minutes // 5) * 5)
