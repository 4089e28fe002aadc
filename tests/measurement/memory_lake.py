"""A lake that is tables in memory, for queries over roll-ups."""

from collections.abc import Collection, Mapping
from datetime import datetime

import duckdb
import pyarrow as pa
from tests.measurement import nasty_nation

from motcua.measurement.values import schemas

ARROW = {
    "DATE": pa.date32(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    "DOUBLE": pa.float64(),
}


class MemoryLake:
    """Roll-ups, what is coarser, and registers; `coarser=False` leaves the coarser ones out."""

    def __init__(self, rows: Mapping[str, list[nasty_nation.Row]], *, coarser: bool = True) -> None:
        self._connection = duckdb.connect(config={"threads": 1})
        for name in (*schemas.ROLLUPS, "supply", "declared"):
            columns = schemas.columns(name)
            types = pa.schema([(column, ARROW[kind]) for column, kind in columns.items()])
            given = pa.Table.from_pylist(list(rows.get(name, [])), schema=types)
            self._connection.register("given", given)
            self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            self._connection.unregister("given")
        self._names = {*schemas.ROLLUPS, "supply", "declared"}
        for name in schemas.COARSER if coarser else ():
            made = schemas.coarsen(name, schemas.COARSER[name].of)
            self._connection.execute(f"CREATE TABLE {name} AS {made}")
            self._names.add(name)

    def connection(self) -> duckdb.DuckDBPyConnection:
        return self._connection

    def names(self) -> Collection[str]:
        return self._names

    def stamp(self) -> object:
        return id(self)

    def counted_at(self) -> datetime | None:
        return nasty_nation.AT
