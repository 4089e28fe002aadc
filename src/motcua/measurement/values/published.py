"""Figures that were printed somewhere, kept as they were printed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League
from motcua.measurement.values.periods import Period


class Told(StrEnum):
    """A rank that the source itself tells; where it tells none, none is given."""

    HIGHEST = "highest"
    THIRD_LOWEST = "third_lowest"
    LOWEST = "lowest"


TOLD_TITLES = {
    Told.HIGHEST: Sentence("Cao nhất", "Highest"),
    Told.THIRD_LOWEST: Sentence("Thấp thứ ba", "Third lowest"),
    Told.LOWEST: Sentence("Thấp nhất", "Lowest"),
}

UNIT_TITLES = {
    "visits": Sentence("lượt truy cập", "visits"),
    "percent": Sentence("%", "%"),
    "procedures": Sentence("thủ tục", "procedures"),
    "portals": Sentence("cổng", "portals"),
    "agencies": Sentence("bộ, tỉnh", "ministries and provinces"),
    "services": Sentence("dịch vụ", "services"),
    "tasks": Sentence("nhiệm vụ", "tasks"),
    "groups": Sentence("nhóm", "groups"),
    "points": Sentence("điểm", "points"),
    "day": Sentence("thời điểm", "date"),
}


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """Where figures were printed; `on` is None where only the year is known.

    `about` is what it was about, in our words and not the title it had.
    """

    publisher: str
    about: Sentence
    on: date | None
    year: int


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One printed figure. `printed` is how it was written; nothing here is computed from others.

    `name` is the agency's name as printed, or what was counted. `value` is None where words were
    printed; `of` is a printed whole, `percent` a printed share of it, `earlier` the printed figure
    of the year before, `parts` what was printed as adding up to `value`.
    """

    name: Sentence
    printed: str
    unit: str
    agency: str = ""
    key: str = ""
    indicator: str = ""
    value: Decimal | None = None
    of: Decimal | None = None
    percent: Decimal | None = None
    earlier: Decimal | None = None
    parts: tuple[Decimal, ...] = ()
    place: Told | None = None
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """Figures that were printed together, in their order; `league` where it ranks agencies.

    Tables of one `group` tell the same of the two leagues.
    """

    code: str
    group: str
    title: Sentence
    league: League | None
    figures: tuple[PublishedFigure, ...]
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """All that one source printed of one period."""

    code: str
    title: Sentence
    period: Period
    source: PublishedSource
    tables: tuple[PublishedTable, ...]

    def table(self, code: str) -> PublishedTable:
        """Give the table of that code; raise KeyError."""
        for one in self.tables:
            if one.code == code:
                return one
        raise KeyError(code)
