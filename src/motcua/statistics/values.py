"""What statistics are made of: months, what is counted, and the figures of one line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

ALL = ""
"""In place of a service or channel: all of them. As a place: the whole country."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar in Hà Nội."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def following(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @classmethod
    def of(cls, on: date) -> "Month":
        """Give the month of a day."""
        return cls(on.year, on.month)


@dataclass(frozen=True, slots=True)
class Span:
    """Months from `first` to `last`, both counted."""

    first: Month
    last: Month


class By(StrEnum):
    """What the lines of a table are."""

    AGENCY = "agency"
    SERVICE = "service"
    CHANNEL = "channel"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted. `settled` were given a result; refused and stopped ones stand apart.

    `unjudged` were settled without a promise to compare with. `hours` is a histogram of authority
    time (`rules.histogram`): working time at the authority, clock stops left out.
    """

    received: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    unjudged: int = 0
    refused: int = 0
    stopped: int = 0
    hours: Mapping[int, int] = field(default_factory=dict)

    @property
    def settled(self) -> int:
        """How many were given a result."""
        return self.early + self.on_time + self.late + self.unjudged

    @property
    def judged(self) -> int:
        """How many of them can be compared with what was promised."""
        return self.early + self.on_time + self.late

    @property
    def kept(self) -> float | None:
        """The share kept in time (0…1); None where nothing can be compared."""
        return (self.early + self.on_time) / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Line:
    """Figures of one agency, service, channel or month; `key` is its code, path or `2026-03`."""

    key: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Counted:
    """A table of statistics: its total, its lines, and when the figures were counted last."""

    total: Figures
    lines: tuple[Line, ...]
    counted_at: datetime | None
