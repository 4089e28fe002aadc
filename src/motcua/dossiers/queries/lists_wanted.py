"""What somebody wants to see of a list: read from an address, kept in a view, given to a job."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from motcua.dossiers.queries.columns import (
    BY_NAME,
    INBOX,
    ORDER,
    SHOWN,
    Column,
    Filter,
    can_be_sorted,
    columns_of,
)
from motcua.kernel.words import Sentence

TEXT, COLUMNS_CHOSEN, SORTED = "tim", "cot", "xep"
EXTRA: Mapping[str, tuple[str, ...]] = {INBOX: ("cho", "qua-han", "tin-moi")}
"""What a list can be asked beside its columns."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Mistake:
    """A filter that could not be read: its parameter, what was typed, what to do."""

    parameter: str
    typed: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list as somebody wants it.

    `filters` are values by parameter, `shown` names of columns, `order` a column's name with a
    minus to turn it round. What cannot be read is in `mistakes` and not in `filters`.
    """

    list_name: str
    filters: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    shown: tuple[str, ...] = ()
    order: str = ""
    mistakes: tuple[Mistake, ...] = ()

    @classmethod
    def read(cls, list_name: str, typed: Mapping[str, str]) -> Self:
        """Read what an address or a saved view says; names it does not know are left out."""
        filters: dict[str, str] = {}
        mistakes: list[Mistake] = []
        for parameter, column in _parameters(list_name).items():
            value = typed.get(parameter, "").strip()[:LONGEST]
            if not value:
                continue
            wrong = _mistake(parameter, value, column)
            if wrong:
                mistakes.append(wrong)
            else:
                filters[parameter] = value
        return cls(
            list_name=list_name,
            filters=filters,
            text=" ".join(typed.get(TEXT, "").split())[:LONGEST],
            shown=_shown(list_name, typed.get(COLUMNS_CHOSEN, "")),
            order=_order(list_name, typed.get(SORTED, "")),
            mistakes=tuple(mistakes),
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns to show, in the list's own order."""
        return tuple(column for column in columns_of(self.list_name) if column.name in self.shown)

    @property
    def sorted_by(self) -> Column:
        """The column that the list is sorted by."""
        return BY_NAME[self.order.lstrip("-")]

    @property
    def backwards(self) -> bool:
        """Whether the order is turned round."""
        return self.order.startswith("-")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is filtered away."""
        return bool(self.filters or self.text)

    def parameters(self) -> dict[str, str]:
        """Give what an address must say for the same list; what is usual is left out."""
        said = dict(self.filters)
        if self.text:
            said[TEXT] = self.text
        if self.shown != SHOWN[self.list_name]:
            said[COLUMNS_CHOSEN] = ",".join(self.shown)
        if self.order != ORDER[self.list_name]:
            said[SORTED] = self.order
        return said

    def without(self, parameter: str) -> "Wanted":
        """Give the same list with one filter less."""
        kept = {name: value for name, value in self.filters.items() if name != parameter}
        return replace(self, filters=kept, text="" if parameter == TEXT else self.text)

    def turned(self, column: Column) -> "Wanted":
        """Give the same list sorted by a column, the other way round if it is already."""
        return replace(self, order=f"-{column.name}" if self.order == column.name else column.name)


def day_of(text: str) -> date | None:
    """Read a day as browsers send it (`2026-03-16`) or as people write it (`16/3/2026`)."""
    parts = text.split("-") if "-" in text else text.split("/")[::-1]
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _parameters(list_name: str) -> dict[str, Column | None]:
    found: dict[str, Column | None] = dict.fromkeys(EXTRA.get(list_name, ()))
    for column in columns_of(list_name):
        found |= dict.fromkeys(column.parameters, column)
    return found


def _mistake(parameter: str, value: str, column: Column | None) -> Mistake | None:
    if "\0" in value:
        return Mistake(parameter, "", _unreadable(column))
    if column is None or column.filter is not Filter.PERIOD:
        return None
    on = day_of(value)
    if on is None or on.year < 1900 or on.year > 9000:
        return Mistake(parameter, value, _unreadable(column))
    return None


def _unreadable(column: Column | None) -> Sentence:
    name = column.label if column else Sentence("Bộ lọc", "The filter")
    return Sentence(
        f"{name.vi}: chưa đọc được điều bạn nhập nên chưa lọc theo mục này. "
        "Bạn hãy nhập ngày như 16/03/2026.",
        f"{name.en}: what you typed could not be read, so it filters nothing yet. "
        "Enter a day such as 16/03/2026.",
    )


def _shown(list_name: str, typed: str) -> tuple[str, ...]:
    chosen = set(typed.split(","))
    found = tuple(column.name for column in columns_of(list_name) if column.name in chosen)
    if not found:
        return SHOWN[list_name]
    return found if "ma" in found else ("ma", *found)


def _order(list_name: str, typed: str) -> str:
    column = BY_NAME.get(typed.removeprefix("-"))
    usable = column and list_name in column.lists and can_be_sorted(column, list_name)
    return typed if usable else ORDER[list_name]
