"""Columns of whole numbers as Arrow tables in the columns of the lake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from motcua.measurement.values import schemas
from motcua.measurement.values.facts import Source, Status
from motcua.simulation.measured import lives, moves, visits
from motcua.simulation.measured.chance import Numbers
from motcua.simulation.measured.country import Country
from motcua.simulation.measured.lives import Events, Lives
from motcua.simulation.measured.visits import Flags, Pages, Visits

if TYPE_CHECKING:
    from pyarrow import Array, Buffer, Table

_DAY = 86_400
EPOCH = 719_163
"""The ordinal of 1 January 1970."""


@dataclass(frozen=True)
class Names:
    """The words that places in lists stand for."""

    country: Country

    @cached_property
    def agencies(self) -> "Array[Any]":
        """Codes of agencies."""
        return strings(self.country.agencies)

    @cached_property
    def tops(self) -> "Array[Any]":
        """Codes of tops."""
        return strings([top.code for top in self.country.tops])

    @cached_property
    def services(self) -> "Array[Any]":
        """Codes of procedures, and last the empty one."""
        return strings([*(one.code for one in self.country.services), ""])

    @cached_property
    def pages(self) -> "Array[Any]":
        """Addresses: for each kind of page one for every service."""
        services = self.country.services
        return strings([page.format(one.code) for page in moves.PAGES for one in services])

    @cached_property
    def sites(self) -> Numbers:
        """Numbers of sites by the place of their top."""
        return np.array([top.site for top in self.country.tops], dtype=np.int64)


def pages_table(found: Visits, facts: Pages, names: Names, *, kept: Flags) -> "Table":
    """Give page facts, those that are `kept`; a second below 0 is of the day before."""
    visit, move = facts.visit[kept], facts.move[kept]
    top, service = found.top[visit], found.service[visit]
    about = moves.OF_SERVICE[move]
    none = len(names.country.services)
    second = facts.second[kept]
    return table(
        schemas.PAGES,
        {
            "day": found.day[visit] - EPOCH + second // _DAY,
            "second": second % _DAY,
            "top": named(top, names.tops),
            "agency": named(np.where(about, found.agency[visit], top), names.agencies),
            "site": names.sites[top],
            "visitor": found.visitor[visit],
            "kind": named(moves.KIND[move], strings(moves.KINDS)),
            "page": named(moves.PAGE[move] * none + service, names.pages),
            "procedure": named(np.where(about, service, none), names.services),
            "detail": named(facts.detail[kept], strings(moves.DETAILS)),
            "value": _values(moves.VALUE[move], moves.BY_SCORE[move], found.score[visit]),
            "robot": found.pattern[visit] == moves.ROBOT,
            "device": named(found.device[visit], strings(visits.DEVICES)),
            "source": named(np.zeros(len(visit), dtype=np.int8), strings([Source.SCRIPT.value])),
        },
    )


def dossiers_table(whole: Lives, told: Events, names: Names) -> "Table":
    """Give dossier events, their fed numbers beside what is so."""
    life = told.life
    reception, payment, level, post = (column[life] for column in lives.fed(whole))
    returned: Flags = np.equal(told.status, Status.RETURNED.value)
    return table(
        schemas.DOSSIERS,
        {
            "day": told.day - EPOCH,
            "second": told.second,
            "top": named(whole.top[life], names.tops),
            "agency": named(whole.agency[life], names.agencies),
            "site": names.sites[whole.top[life]],
            "dossier": whole.dossier[life],
            "procedure": named(whole.service[life], names.services),
            "status": told.status,
            "national": np.zeros(len(life), dtype=np.int8),
            "reception_fed": reception,
            "payment_fed": payment,
            "level_fed": level,
            "post_fed": post,
            "channel": named(whole.claims[life], strings(lives.CHANNELS)),
            "fee_due": whole.fee[life],
            "paid_online": whole.paid[life],
            "outcome": named(whole.outcome[life], strings(lives.OUTCOMES), where=returned),
            "hours": numbers(whole.hours[life], "INTEGER", where=returned),
            "due": whole.due[life] - EPOCH,
            "source": named(np.zeros(len(life), dtype=np.int8), strings([Source.STRICT.value])),
            "key": told.key,
        },
    )


def nothing(columns: schemas.Columns) -> "Table":
    """Give a table without rows."""
    none = np.zeros(0, dtype=np.int64)
    words = {name for name, kind in columns.items() if kind == "VARCHAR"}
    return table(columns, {n: named(none, strings([])) if n in words else none for n in columns})


def table(columns: schemas.Columns, made: dict[str, Any]) -> "Table":
    """Make a table of columns; arrays of numbers become what the column's kind says."""
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.table(
        [
            numbers(made[name], kind) if isinstance(made[name], np.ndarray) else made[name]
            for name, kind in columns.items()
        ],
        names=list(columns),
    )


def days_of(on: date) -> int:
    """Number a day from 1970."""
    return on.toordinal() - EPOCH


def numbers(values: "npt.NDArray[Any]", kind: str, *, where: Flags | None = None) -> "Array[Any]":
    """Give a column of numbers, days (from 1970) or flags as DuckDB names them; nothing outside
    `where`.

    Made of buffers: `pyarrow.array` would load pandas, which costs more than all of this.
    """
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    kinds = {
        "DATE": (pa.date32(), np.int32),
        "INTEGER": (pa.int32(), np.int32),
        "UINTEGER": (pa.uint32(), np.uint32),
        "BIGINT": (pa.int64(), np.int64),
        "TINYINT": (pa.int8(), np.int8),
        "FLOAT": (pa.float32(), np.float32),
        "DOUBLE": (pa.float64(), np.float64),
    }
    valid = None if where is None else _flags(where)
    if kind == "BOOLEAN":
        return pa.Array.from_buffers(pa.bool_(), len(values), [valid, _flags(values)])
    type_, width = kinds[kind]
    held = pa.py_buffer(np.ascontiguousarray(values, dtype=width))
    return pa.Array.from_buffers(type_, len(values), [valid, held])


def _flags(values: Flags) -> "Buffer":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.py_buffer(np.packbits(values, bitorder="little"))


def days(ordinals: Numbers, *, where: Flags | None = None) -> "Array[Any]":
    """Give a column of days; nothing outside `where`."""
    return numbers(ordinals - EPOCH, "DATE", where=where)


def nothing_said(number: int) -> "Array[Any]":
    """Give a column of days, none of which is said."""
    none = np.zeros(number, dtype=np.int64)
    return numbers(none, "DATE", where=none.astype(bool))


def strings(words: Sequence[str]) -> "Array[Any]":
    """Give words as Arrow holds them."""
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.array(list(words), type=pa.string())


def named(
    places: "npt.NDArray[Any]", words: "Array[Any]", *, where: Flags | None = None
) -> "Array[Any]":
    """Give a column of words by their places; nothing outside `where`."""
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.DictionaryArray.from_arrays(numbers(places, "INTEGER", where=where), words)


def _values(fixed: npt.NDArray[np.float32], scored: Flags, score: Numbers) -> "Array[Any]":
    value = np.where(scored, (score + 1).astype(np.float32), fixed)
    return numbers(np.nan_to_num(value), "FLOAT", where=~np.isnan(value))
