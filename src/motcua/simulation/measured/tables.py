"""Columns of whole numbers as Arrow tables in the columns of the lake."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    from pyarrow import Array, Table

_DAY = 86_400
_EPOCH = 719_163
"""The ordinal of 1 January 1970."""
_NATIONAL = np.array([0, 1, 4, 9, 2], dtype=np.int8)
"""A national status that a feeder maps to each Status."""


@dataclass(frozen=True)
class Names:
    """The words that places in lists stand for."""

    country: Country

    @cached_property
    def agencies(self) -> "Array[Any]":
        """Codes of agencies."""
        return _strings(self.country.agencies)

    @cached_property
    def tops(self) -> "Array[Any]":
        """Codes of tops."""
        return _strings([top.code for top in self.country.tops])

    @cached_property
    def services(self) -> "Array[Any]":
        """Codes of procedures, and last the empty one."""
        return _strings([*(one.code for one in self.country.services), ""])

    @cached_property
    def pages(self) -> "Array[Any]":
        """Addresses: for each kind of page one for every service."""
        services = self.country.services
        return _strings([page.format(one.code) for page in moves.PAGES for one in services])

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
    return _table(
        schemas.PAGES,
        {
            "day": found.day[visit] - _EPOCH + second // _DAY,
            "second": second % _DAY,
            "top": _named(top, names.tops),
            "agency": _named(np.where(about, found.agency[visit], top), names.agencies),
            "site": names.sites[top],
            "visitor": found.visitor[visit],
            "kind": _named(moves.KIND[move], _strings(moves.KINDS)),
            "page": _named(moves.PAGE[move] * none + service, names.pages),
            "procedure": _named(np.where(about, service, none), names.services),
            "detail": _named(facts.detail[kept], _strings(moves.DETAILS)),
            "value": _values(moves.VALUE[move], moves.BY_SCORE[move], found.score[visit]),
            "robot": found.pattern[visit] == moves.ROBOT,
            "device": _named(found.device[visit], _strings(visits.DEVICES)),
            "source": _named(np.zeros(len(visit), dtype=np.int8), _strings([Source.SCRIPT.value])),
        },
    )


def dossiers_table(whole: Lives, told: Events, names: Names) -> "Table":
    """Give dossier events, their fed numbers beside what is so."""
    life = told.life
    reception, payment, level, post = (column[life] for column in lives.fed(whole))
    returned: Flags = np.equal(told.status, Status.RETURNED.value)
    return _table(
        schemas.DOSSIERS,
        {
            "day": told.day - _EPOCH,
            "second": told.second,
            "top": _named(whole.top[life], names.tops),
            "agency": _named(whole.agency[life], names.agencies),
            "site": names.sites[whole.top[life]],
            "dossier": whole.dossier[life],
            "procedure": _named(whole.service[life], names.services),
            "status": told.status,
            "national": _NATIONAL[told.status],
            "reception_fed": reception,
            "payment_fed": payment,
            "level_fed": level,
            "post_fed": post,
            "channel": _named(whole.claims[life], _strings(lives.CHANNELS)),
            "fee_due": whole.fee[life],
            "paid_online": whole.paid[life],
            "outcome": _named(whole.outcome[life], _strings(lives.OUTCOMES), where=returned),
            "hours": _masked(whole.hours[life], returned),
            "due": whole.due[life] - _EPOCH,
            "source": _named(np.zeros(len(life), dtype=np.int8), _strings([Source.STRICT.value])),
            "key": told.key,
        },
    )


def nothing(columns: schemas.Columns) -> "Table":
    """Give a table without rows."""
    none = np.zeros(0, dtype=np.int64)
    words = {name for name, kind in columns.items() if kind == "VARCHAR"}
    return _table(columns, {n: _named(none, _strings([])) if n in words else none for n in columns})


def _table(columns: schemas.Columns, made: dict[str, Any]) -> "Table":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    kinds = {
        "DATE": pa.date32(),
        "INTEGER": pa.int32(),
        "UINTEGER": pa.uint32(),
        "BIGINT": pa.int64(),
        "TINYINT": pa.int8(),
        "FLOAT": pa.float32(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "VARCHAR": pa.dictionary(pa.int32(), pa.string()),
    }
    arrays = {}
    for name, kind in columns.items():
        column = made[name]
        if isinstance(column, np.ndarray):
            narrow = pa.int32() if kind == "DATE" else kinds[kind]
            column = pa.array(column.astype(narrow.to_pandas_dtype(), copy=False), type=narrow)
        arrays[name] = column.cast(kinds[kind]) if column.type != kinds[kind] else column
    return pa.table(arrays)


def _strings(words: Sequence[str]) -> "Array[Any]":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.array(list(words), type=pa.string())


def _named(
    places: "npt.NDArray[Any]", words: "Array[Any]", *, where: Flags | None = None
) -> "Array[Any]":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    mask = None if where is None else ~where
    indices = pa.array(places.astype(np.int32, copy=False), mask=mask)
    return pa.DictionaryArray.from_arrays(indices, words)


def _masked(values: Numbers, where: Flags) -> "Array[Any]":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    return pa.array(values.astype(np.int32), mask=~where)


def _values(fixed: npt.NDArray[np.float32], scored: Flags, score: Numbers) -> "Array[Any]":
    import pyarrow as pa  # noqa: PLC0415 -- slow import

    value = np.where(scored, (score + 1).astype(np.float32), fixed)
    return pa.array(value, mask=np.isnan(value))
