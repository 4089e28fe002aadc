"""Reading published figures from the library, and refusing those whose print says otherwise."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from motcua.kernel.definitions import Strict, Words, load, wrong
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League
from motcua.measurement.values.periods import Period
from motcua.measurement.values.published import (
    UNIT_TITLES,
    Published,
    PublishedFigure,
    PublishedSource,
    PublishedTable,
    Told,
)

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
_YEAR_BEFORE = re.compile(r" năm \d{4}")


def _known_unit(unit: str) -> str:
    if unit and unit not in UNIT_TITLES:
        raise wrong(
            Sentence(f"“{unit}” không phải đơn vị đã biết", f'"{unit}" is no known unit'),
            Sentence(f"hãy chọn {', '.join(UNIT_TITLES)}", f"take one of {', '.join(UNIT_TITLES)}"),
        )
    return unit


def _known_period(period: str) -> str:
    try:
        Period.parse(period)
    except ValueError:
        raise wrong(
            Sentence(f"“{period}” không phải kỳ", f'"{period}" is no period'),
            Sentence("hãy ghi như 2022-05", "write it like 2022-05"),
        ) from None
    return period


Unit = Annotated[str, AfterValidator(_known_unit)]


class FigureEntry(Strict):
    """One figure as the file has it."""

    name: Words
    """The agency as printed, or what was counted."""
    printed: str = Field(min_length=1)
    """How it was written."""
    agency: str = Field(default="", pattern=r"^([A-Y][0-9]{2})?$")
    """The agency's code at that time."""
    key: str = ""
    """What it is called in code."""
    indicator: str = ""
    """The indicator it is a figure of."""
    unit: Unit = ""
    """What it counts; the table's where empty."""
    value: Decimal | None = None
    """The number."""
    of: Decimal | None = None
    """The whole it was printed of."""
    percent: Decimal | None = None
    """The share that was printed beside it."""
    earlier: Decimal | None = None
    """The figure of the year before, printed beside it."""
    parts: tuple[Decimal, ...] = ()
    """What was printed as adding up to it."""
    place: Told | None = None
    """A rank that the source tells."""
    notes: tuple[Words, ...] = ()
    """What a reader should know."""

    @model_validator(mode="after")
    def _print_says_the_same(self) -> "FigureEntry":
        if self.value is None:
            return self
        told = [*self.parts, *([self.of] if self.of is not None else [])]
        first = [*self.parts, self.value] if self.parts else [self.value, *told]
        expected = [*first, *(each for each in (self.percent, self.earlier) if each is not None)]
        if numbers_in(self.printed) != expected:
            raise wrong(
                Sentence(
                    f"“{self.printed}” không nói cùng con số với value",
                    f'"{self.printed}" does not say the same numbers as value',
                ),
                Sentence("hãy chép lại đúng như đã in", "copy both as they were printed"),
            )
        return self


class TableEntry(Strict):
    """One table as the file has it."""

    code: str = Field(pattern=r"^[a-z-]+$")
    """What it is called in addresses."""
    group: str = Field(pattern=r"^[a-z-]+$")
    """Tables of one group tell the same of two leagues."""
    title: Words
    """What it tells."""
    league: League | None = None
    """Whom it ranks."""
    indicator: str = ""
    """The indicator of all its figures."""
    unit: Unit = ""
    """What all its figures count."""
    notes: tuple[Words, ...] = ()
    """What a reader should know."""
    figures: tuple[FigureEntry, ...] = Field(min_length=1)
    """The figures in their printed order."""

    @model_validator(mode="after")
    def _ranks_are_so(self) -> "TableEntry":
        values = [one.value for one in self.figures if one.value is not None]
        ranked = sorted(values, reverse=True)
        wanted = {Told.HIGHEST: 1, Told.LOWEST: len(ranked), Told.THIRD_LOWEST: len(ranked) - 2}
        for one in self.figures:
            if one.place and (not values or ranked[wanted[one.place] - 1] != one.value):
                raise wrong(
                    Sentence(f"{one.name} không đứng ở hạng đó", f"{one.name} has not that rank"),
                    Sentence("hãy xem lại place", "look at place again"),
                )
        return self


class SourceEntry(Strict):
    """Where it was printed."""

    publisher: str = Field(min_length=1)
    """Who printed it."""
    about: Words
    """What it was about, in our words."""
    on: date | None = None
    """The day."""
    year: int | None = None
    """The year, where the day is not known."""


class PublishedFile(Strict):
    """Figures of one period."""

    code: str = Field(pattern=r"^[0-9]{4}-[0-9]{2}$")
    """The month that names it."""
    title: Words
    """What it tells."""
    period: Annotated[str, AfterValidator(_known_period)]
    """The days it is about."""
    source: SourceEntry
    """Where it was printed."""
    tables: tuple[TableEntry, ...]
    """What was printed together."""


def read(text: str, *, name: str) -> Published:
    """Read one file of published figures; raise `DefinitionRefused`."""
    entry = load(text, name=name, model=PublishedFile)
    source = entry.source
    return Published(
        code=entry.code,
        title=entry.title,
        period=Period.parse(entry.period),
        source=PublishedSource(
            source.publisher,
            source.about,
            source.on,
            source.on.year if source.on else source.year or Period.parse(entry.period).last.year,
        ),
        tables=tuple(_table(one) for one in entry.tables),
    )


def _table(entry: TableEntry) -> PublishedTable:
    return PublishedTable(
        code=entry.code,
        group=entry.group,
        title=entry.title,
        league=entry.league,
        figures=tuple(_figure(one, entry) for one in entry.figures),
        notes=entry.notes,
    )


def _figure(entry: FigureEntry, table: TableEntry) -> PublishedFigure:
    told: dict[str, Any] = {name: getattr(entry, name) for name in FigureEntry.model_fields}
    told["unit"] = entry.unit or table.unit
    told["indicator"] = entry.indicator or table.indicator
    return PublishedFigure(**told)


def numbers_in(printed: str) -> list[Decimal]:
    """Give the numbers of a Vietnamese print in their order, years named as years left out.

    `"721/1.086 = 66%"` gives 721, 1086, 66; `"97,3%"` gives 97.3.
    """
    plain = _YEAR_BEFORE.sub("", printed)
    return [Decimal(found.replace(".", "").replace(",", ".")) for found in _NUMBER.findall(plain)]


def facts(published: Published) -> Iterator[dict[str, object]]:
    """Give the figures as aggregate facts in the shape of `schemas.DECLARED`.

    Only figures of an indicator; shares keep the denominator 100 that they were printed with.
    The metric is `published_<indicator>`, so that nothing counted here is mixed with them.
    """
    month = published.period.last.replace(day=1)
    for table in published.tables:
        for one in table.figures:
            if one.indicator and one.value is not None:
                yield {
                    "month": month,
                    "top": one.agency,
                    "agency": one.agency,
                    "metric": f"published_{one.indicator}",
                    "numerator": float(one.value),
                    "denominator": 100.0 if one.unit == "percent" else None,
                    "source": f"published:{published.code}",
                }
