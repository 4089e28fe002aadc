"""Functions that expressions may call beyond CEL's own; `conditions.js` has the same ones.

Dates are texts `2026-01-31`. A text that is no such date makes the expression have no value."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from motcua.kernel.text import fold as folded

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def age_years(born: str, on: str) -> int:
    """Give full years between two dates; 29 February has its birthday on 1 March."""
    start, end = _day(born), _day(on)
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def age_months(born: str, on: str) -> int:
    """Give full months between two dates."""
    start, end = _day(born), _day(on)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def days_between(start: str, end: str) -> int:
    """Give calendar days from `start` to `end`, negative backwards."""
    return (_day(end) - _day(start)).days


def add_days(start: str, days: int) -> str:
    """Give the date so many calendar days later."""
    moved = _day(start).toordinal() + days
    if not 1 <= moved <= date.max.toordinal():
        raise ValueError("out of the calendar")
    return (_day(start) + timedelta(days=days)).isoformat()


def year_of(day: str) -> int:
    """Give the year of a date, also of one of which only the year or month is known."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", day, re.ASCII):
        raise ValueError(day)
    return int(day[:4])


def fold(text: str) -> str:
    """Give a text without case and diacritics, for comparing."""
    return folded(text)


@dataclass(frozen=True, slots=True)
class Function:
    """A function and its types, as the names CEL has for them."""

    call: Callable[..., Any]
    parameters: tuple[str, ...]
    returns: str


FUNCTIONS: dict[str, Function] = {
    "age_years": Function(age_years, ("string", "string"), "int"),
    "age_months": Function(age_months, ("string", "string"), "int"),
    "days_between": Function(days_between, ("string", "string"), "int"),
    "add_days": Function(add_days, ("string", "int"), "string"),
    "year_of": Function(year_of, ("string",), "int"),
    "fold": Function(fold, ("string",), "string"),
}
"""Every function by name; all of them exist on both sides, identically."""

BUILT_IN = frozenset({"size", "string", "int", "has"})
METHODS = frozenset({"startsWith", "endsWith", "contains", "size"})
MACROS = frozenset({"all", "exists", "exists_one", "filter", "map"})


def _day(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)
