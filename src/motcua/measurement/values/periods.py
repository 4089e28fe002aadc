"""Stretches of days that figures are asked for."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How a time series is cut."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `first` to `last`, both counted.

    Written `2026`, `2026-Q1`, `2026-03`, `2026-03-16` or `2022-01-01..2022-05-31`.
    """

    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> "Period":
        """Give a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """Give a quarter, 1…4."""
        return cls(date(year, 3 * number - 2, 1), cls.month(year, 3 * number).last)

    @classmethod
    def month(cls, year: int, number: int) -> "Period":
        """Give a month, 1…12."""
        following = date(year + number // 12, number % 12 + 1, 1)
        return cls(date(year, number, 1), following - timedelta(days=1))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read what `code` writes; raise ValueError for anything else."""
        if ".." in text:
            first, _, last = text.partition("..")
            period = cls(date.fromisoformat(first), date.fromisoformat(last))
            if period.last < period.first:
                raise ValueError(text)
            return period
        if len(text) == 4 and text.isdigit():
            return cls.year(int(text))
        year, _, rest = text.partition("-")
        if rest.startswith("Q") and rest[1:] in {"1", "2", "3", "4"}:
            return cls.quarter(int(year), int(rest[1:]))
        if len(text) == 7:
            return cls.month(int(year), int(rest))
        on = date.fromisoformat(text)
        return cls(on, on)

    @property
    def code(self) -> str:
        """Write it the shortest way, as in addresses."""
        year = self.first.year
        if self == Period.year(year):
            return f"{year:04}"
        for number in range(1, 5):
            if self == Period.quarter(year, number):
                return f"{year:04}-Q{number}"
        if self == Period.month(year, self.first.month):
            return f"{self.first:%Y-%m}"
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first}..{self.last}"

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1
