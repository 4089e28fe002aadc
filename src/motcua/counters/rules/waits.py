"""Summing waits up: medians and ninetieth percentiles of exact times."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.counters.values import Business, TicketState, WaitingFigures
from motcua.kernel.calendar import HANOI


@dataclass(frozen=True, slots=True)
class Waited:
    """What figures need of one ticket; `expected_at` is when its wait begins."""

    on: date
    business: Business
    state: TicketState
    expected_at: datetime
    first_called_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def wait(self) -> timedelta | None:
        """Give how long it waited until it was called first."""
        if self.first_called_at is None:
            return None
        return max(self.first_called_at - self.expected_at, timedelta())

    @property
    def serving(self) -> timedelta | None:
        """Give how long it was served."""
        if self.state is not TicketState.DONE or not self.started_at or not self.ended_at:
            return None
        return self.ended_at - self.started_at


def percentile(times: Sequence[timedelta], share: float) -> timedelta | None:
    """Give the shortest time within which `share` (0…1] of them lie (nearest rank)."""
    if not times:
        return None
    rank = max(1, -int(-share * len(times) // 1))
    return sorted(times)[rank - 1]


def summed(key: str, tickets: Iterable[Waited]) -> WaitingFigures:
    """Sum up tickets under a name."""
    every = tuple(tickets)
    waits = [t.wait for t in every if t.state is TicketState.DONE and t.wait is not None]
    served = [t.serving for t in every if t.serving is not None]
    count = {state: sum(t.state is state for t in every) for state in TicketState}
    return WaitingFigures(
        key=key,
        taken=len(every),
        served=count[TicketState.DONE],
        absent=count[TicketState.ABSENT],
        lapsed=count[TicketState.LAPSED],
        median=percentile(waits, 0.5),
        ninety=percentile(waits, 0.9),
        serving=percentile(served, 0.5),
    )


def by(tickets: Iterable[Waited], key: Callable[[Waited], str]) -> tuple[WaitingFigures, ...]:
    """Sum up by a key, in its order."""
    groups = defaultdict[str, list[Waited]](list)
    for ticket in tickets:
        groups[key(ticket)].append(ticket)
    return tuple(summed(name, groups[name]) for name in sorted(groups))


def hour_of(ticket: Waited) -> str:
    """Give the hour in Hà Nội in which somebody began to wait: `08`."""
    return f"{ticket.expected_at.astimezone(HANOI):%H}"
