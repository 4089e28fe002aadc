"""Indicators, one module each: `CARD` says what is counted, `expression` counts it.

    CARD: Card
    def expression(tables: Tables, *, keys: tuple[str, ...], way: Way) -> Table

`tables` are roll-ups by name, already cut to period and scope; `supply` among them has `day`
instead of its dates of validity (`counting.SUPPLY`). `keys` are any of `counting.KEYS`. The
expression gives the keys, `numerator` and `denominator`; it takes sums of integers only, so that
DuckDB and Spark agree to the last digit. A module is known by its file: add one, and it is
listed, computed, compared on both engines and documented. Cards load without Ibis.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from motcua.measurement.values.cards import Card

Expression = Callable[..., object]


class _Cards(Mapping[str, Card]):
    """Cards by code, in the order of codes; each module is loaded when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._codes = tuple(sorted(each.stem for each in folder.glob("[!_]*.py")))

    def __getitem__(self, code: str) -> Card:
        if code not in self._codes:
            raise KeyError(code)
        found = importlib.import_module(f"{__name__}.{code}").CARD
        if not isinstance(found, Card) or found.code != code:
            raise TypeError(f"{code}.py has no CARD of that code")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


CARDS: Mapping[str, Card] = _Cards(Path(__file__).parent)


def card(code: str) -> Card:
    """Give the card of a code, in lower case; raise KeyError for an unknown one."""
    return CARDS[code]


def expression(code: str) -> Expression:
    """Give the expression of a code."""
    found = importlib.import_module(f"{__name__}.{CARDS[code].code}").expression
    if not callable(found):
        raise TypeError(f"{code}.py has no expression")
    return found  # type: ignore[no-any-return]  # modules carry no type for it


def source_of(code: str) -> bytes:
    """Give what decides an expression: its module and the shared pieces, as they are written."""
    folder = Path(__file__).parent
    files = [folder / f"{CARDS[code].code}.py", *sorted((folder / "counting").glob("*.py"))]
    return b"\0".join(each.read_bytes() for each in files)
