"""Roll-ups of a few rows, counted by the indicators themselves in DuckDB's memory."""

from datetime import date

import duckdb
import ibis
from tests.measurement.memory_lake import MemoryLake

from motcua.measurement import indicators
from motcua.measurement.indicators.counting import SUPPLY
from motcua.measurement.values.cards import Way
from motcua.measurement.values.schemas import columns

DAY = date(2026, 3, 16)
EMPTY = {"VARCHAR": "", "BIGINT": 0, "INTEGER": 0, "DATE": DAY, "BOOLEAN": False, "DOUBLE": 0.0}
IBIS = {"VARCHAR": "string", "BIGINT": "int64", "INTEGER": "int32", "DOUBLE": "float64"}


def kept(name):
    return SUPPLY if name == "supply" else columns(name)


def filled(connection, **tables):
    """Make these tables with these rows: what is not said is empty, nought or that day."""
    for name, rows in tables.items():
        told = ", ".join(f"{column} {kind}" for column, kind in kept(name).items())
        connection.execute(f"CREATE TABLE {name} ({told})")
        whole = [
            [
                EMPTY[kind] if column not in row else row[column]
                for column, kind in kept(name).items()
            ]
            for row in rows
        ]
        if whole:
            marks = ", ".join("?" * len(kept(name)))
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", whole)


def unbound(*names):
    """Give the tables as expressions take them."""
    return {
        name: ibis.table(
            {column: IBIS.get(kind, kind.lower()) for column, kind in kept(name).items()}, name=name
        )
        for name in names
    }


def rows_of(expression, **tables):
    """Run an Ibis expression over these rows."""
    with duckdb.connect() as connection:
        filled(connection, **tables)
        found = connection.execute(ibis.to_sql(expression, dialect="duckdb"))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def counted(code, *keys, way=Way.TRUE, **tables):
    """Give {key: (numerator, denominator)} of an indicator; the one pair where there is no key."""
    expression = indicators.expression(code)(unbound(*tables), keys=keys, way=way)
    pairs = {
        tuple(row[key] for key in keys): (row["numerator"], row["denominator"])
        for row in rows_of(expression, **tables)
    }
    if not keys:
        return pairs[()]
    return {key[0] if len(key) == 1 else key: pair for key, pair in pairs.items()}


def lake(**tables):
    """Give a lake in memory with these rows, whole."""
    whole = {
        name: [
            {column: row.get(column, EMPTY[kind]) for column, kind in columns(name).items()}
            for row in rows
        ]
        for name, rows in tables.items()
    }
    return MemoryLake(whole)
