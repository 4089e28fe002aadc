"""Running compiled indicators over the lake with DuckDB."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from motcua.kernel.words import Refused, Sentence
from motcua.measurement import indicators
from motcua.measurement.indicators.counting import KEYS, TIMES
from motcua.measurement.queries import compiling
from motcua.measurement.rules import cutting
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values.cards import Card, Way

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from duckdb import DuckDBPyConnection


class AskRefused(Refused):
    """A figure was asked for that does not exist, with what does."""


class Readable(Protocol):
    """Where roll-ups are read: the lake, or any DuckDB with tables of the same names."""

    def connection(self) -> "DuckDBPyConnection":
        """Give a connection of the caller's own whose views carry the names of roll-ups."""

    def names(self) -> "Collection[str]":
        """Name the roll-ups and registers there are."""

    def stamp(self) -> object:
        """Give something cheap that changes with every write."""

    def counted_at(self) -> datetime | None:
        """Tell when the newest roll-up was written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is computed: an indicator by keys, one way, over a scope."""

    code: str
    keys: tuple[str, ...]
    way: Way
    scope: Scope


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of a result. Keys of time are the first day."""

    keys: tuple[str | int | date, ...]
    numerator: float | None
    denominator: float | None


def known(code: str) -> Card:
    """Give the card of a code; raise `AskRefused` for an unknown one."""
    try:
        return indicators.card(code)
    except KeyError:
        said = code[:20]
        raise AskRefused(
            Sentence(
                f"Không có chỉ tiêu nào mang mã “{said}”. Bạn hãy chọn trong danh mục chỉ tiêu.",
                f"No indicator has the code “{said}”. Choose one of the list.",
            )
        ) from None


def check(asked: Asked) -> None:
    """Refuse a way, keys or a scope that an indicator cannot be had by."""
    card = known(asked.code)
    if asked.way not in card.ways:
        raise AskRefused(
            Sentence(
                f"{card.code.upper()} không có cách đếm theo nguồn gửi.",
                f"{card.code.upper()} cannot be counted as fed.",
            )
        )
    scope = asked.scope
    needed = {*asked.keys}
    needed |= {"top"} if scope.within else set()
    needed |= {"agency"} if "." in scope.within else set()
    needed |= {"procedure"} if scope.procedure else set()
    missing = sorted(needed - compiling.keys_of(asked.code))
    if missing:
        raise AskRefused(_no_key(card, missing[0]))
    for text, pattern in ((scope.within, cutting.CODE), (scope.procedure, cutting.PROCEDURE)):
        if text and not pattern.fullmatch(text):
            raise AskRefused(
                Sentence(f"Mã “{text[:35]}” không đúng dạng.", f"“{text[:35]}” is not a code.")
            )


def run(asked: Asked, lake: Readable) -> "list[Counted]":
    """Compute on the lake with DuckDB, ordered by keys; raise `AskRefused`."""
    check(asked)
    plan = compiling.plan(asked.code, asked.keys, asked.way)
    cut = cutting.cut(plan.needs, asked.scope, keys=asked.keys, kept=lake.names())
    rows = lake.connection().execute(cut.around(plan.sql), cut.parameters).fetchall()
    return told(rows, asked.keys)


def told(rows: "Sequence[Sequence[object]]", keys: tuple[str, ...]) -> list[Counted]:
    """Read rows of keys, numerator and denominator as an engine gives them; sort by keys."""
    found = [
        Counted(tuple(map(_key, row[:-2], keys)), _number(row[-2]), _number(row[-1]))
        for row in rows
    ]
    return sorted(found, key=lambda each: tuple(map(str, each.keys)))


def _key(value: object, name: str) -> str | int | date:
    if name in TIMES and isinstance(value, datetime):
        return value.date()
    if isinstance(value, str | int | date):
        return value
    return ""


def _number(value: object) -> float | None:
    """Keep whole numbers whole."""
    if value is None or isinstance(value, int):
        return value
    return float(str(value))


def _no_key(card: Card, key: str) -> Sentence:
    there = compiling.keys_of(card.code)
    by = ", ".join(each for each in KEYS if each in there)
    return Sentence(
        f"{card.code.upper()} không chia được theo “{key[:20]}”. Các cách chia có: {by}.",
        f"{card.code.upper()} cannot be had by “{key[:20]}”. It can by: {by}.",
    )
