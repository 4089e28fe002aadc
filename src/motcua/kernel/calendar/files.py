"""Calendar tables as files, one a year: `library/calendar/<year>.yaml`.

Imported only by those who read tables, because it needs the reader of definitions.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from motcua.kernel.calendar.table import DayTable, Kind, SpecialDay
from motcua.kernel.definitions import Strict, Words, load, wrong
from motcua.kernel.words import Sentence


class DayEntry(Strict):
    """One day that is off, or a weekend day that is worked."""

    on: date
    """The day, as 2026-01-02."""
    kind: Kind
    """Why it stands here: fixed, lunar, substitute, swapped_off or swapped_working."""
    name: Words
    """What the day is called in explanations."""
    decision: str = ""
    """Number and date of the law or decision that says so."""
    source: Literal["official", "unconfirmed"]
    """`official` if that decision was read or is the law itself, otherwise `unconfirmed`."""

    @model_validator(mode="after")
    def _decided(self) -> "DayEntry":
        if self.source == "official" and not self.decision.strip():
            raise wrong(
                Sentence(
                    f"ngày {self.on} ghi là chính thức mà không có số văn bản",
                    f"the day {self.on} is called official without a decision",
                ),
                Sentence(
                    "hãy thêm decision: số và ngày của văn bản, hoặc ghi source: unconfirmed",
                    "add decision: its number and date, or write source: unconfirmed",
                ),
            )
        if self.kind.is_working and self.on.weekday() < 5:
            raise wrong(
                Sentence(
                    f"ngày {self.on} ghi là làm bù mà không phải thứ Bảy hay Chủ nhật",
                    f"the day {self.on} is called swapped_working but is no weekend day",
                ),
                Sentence("hãy xem lại ngày", "check the date"),
            )
        return self

    @property
    def day(self) -> SpecialDay:
        """Give the day as calendars use it."""
        return SpecialDay(
            on=self.on,
            name=self.name,
            kind=self.kind,
            decision=self.decision,
            official=self.source == "official",
        )


class YearTable(Strict):
    """The special days of one year."""

    year: int = Field(ge=1990, le=2150)
    """The year every day below lies in."""
    days: tuple[DayEntry, ...]
    """The days, each once, in their order."""

    @model_validator(mode="after")
    def _ordered(self) -> "YearTable":
        earlier: date | None = None
        for entry in self.days:
            if entry.on.year != self.year or (earlier is not None and entry.on <= earlier):
                raise wrong(
                    Sentence(
                        f"ngày {entry.on} lặp lại, sai thứ tự hoặc không thuộc năm {self.year}",
                        f"the day {entry.on} is repeated, out of order or not in {self.year}",
                    ),
                    Sentence(
                        "hãy viết mỗi ngày một lần, từ đầu năm đến cuối năm",
                        "write each day once, from the start of the year to its end",
                    ),
                )
            earlier = entry.on
        return self


def read_year(text: str, *, name: str) -> YearTable:
    """Read one year's file; raise `DefinitionRefused` with every problem in it."""
    return load(text, name=name, model=YearTable)


def read_tables(files: Mapping[str, str]) -> DayTable:
    """Read year files (name to text) into one table; raise `DefinitionRefused`."""
    years = [read_year(text, name=name) for name, text in sorted(files.items())]
    days = (entry.day for year in years for entry in year.days)
    return DayTable.of(days, (year.year for year in years))
