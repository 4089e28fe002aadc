"""Indicators, one module each: `CARD` says what is counted, `expression` counts it.

    CARD: Card
    def expression(tables: Tables, *, keys: tuple[str, ...], way: Way) -> Table

`tables` are roll-ups by name, already cut to period and scope; `supply` among them has `day`
instead of its dates of validity (`counting.SUPPLY`). `keys` are any of `counting.KEYS`. The
expression gives the keys, `numerator` and `denominator`; it takes sums of integers only, so that
DuckDB and Spark agree to the last digit. A module is known by its file: add one, and it is
listed, computed, compared on both engines and documented. Cards load without Ibis.

`details/` holds what is counted by finer keys for pages of their own (steps of a form, causes,
hours waited): the same shape and the same engines, but no figure to be listed.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from motcua.measurement.values.cards import Card

Expression = Callable[..., object]


class _Cards(Mapping[str, Card]):
    """Cards by code, in the order of codes; each module is loaded when it is asked for."""

    def __init__(self, folder: Path, package: str) -> None:
        self._package = package
        self._codes = tuple(sorted(each.stem for each in folder.glob("[!_]*.py")))

    def __getitem__(self, code: str) -> Card:
        if code not in self._codes:
            raise KeyError(code)
        found = importlib.import_module(f"{self._package}.{code}").CARD
        if not isinstance(found, Card) or found.code != code:
            raise TypeError(f"{code}.py has no CARD of that code")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


_FOLDER = Path(__file__).parent
CARDS: Mapping[str, Card] = _Cards(_FOLDER, __name__)
DETAILS: Mapping[str, Card] = _Cards(_FOLDER / "details", f"{__name__}.details")


def card(code: str) -> Card:
    """Give the card of a code, in lower case; raise KeyError for an unknown one."""
    return DETAILS[code] if code in DETAILS else CARDS[code]


def expression(code: str) -> Expression:
    """Give the expression of a code."""
    package = f"{__name__}.details" if code in DETAILS else __name__
    found = importlib.import_module(f"{package}.{card(code).code}").expression
    if not callable(found):
        raise TypeError(f"{code}.py has no expression")
    return found  # type: ignore[no-any-return]  # modules carry no type for it


def source_of(code: str) -> bytes:
    """Give what decides an expression: its module and the shared pieces, as they are written."""
    folder = _FOLDER / "details" if code in DETAILS else _FOLDER
    files = [folder / f"{card(code).code}.py", *sorted((_FOLDER / "counting").glob("*.py"))]
    return b"\0".join(each.read_bytes() for each in files)
