"""Expressions compiled to SQL once, and kept: pages never load Ibis.

A plan is kept in the process and as a small file under `settings.MEASUREMENT`, named by a digest
of the indicator's source, the schemas and Ibis's version; a changed indicator is compiled anew.
"""

import hashlib
import json
import os
import threading
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from motcua.measurement import indicators
from motcua.measurement.indicators.counting import SUPPLY
from motcua.measurement.values import schemas
from motcua.measurement.values.cards import Way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis.expr.types import Table

TYPES = {
    "DATE": "date",
    "INTEGER": "int32",
    "TINYINT": "int8",
    "UINTEGER": "uint32",
    "BIGINT": "int64",
    "FLOAT": "float32",
    "DOUBLE": "decimal(18, 4)",
    "BOOLEAN": "bool",
    "VARCHAR": "string",
}
"""Ibis's name of each type in `schemas`; what is declared is cut to decimals, which add exactly."""

OWN_KEYS: "Mapping[str, tuple[tuple[str, ...], ...]]" = {
    "batched": (("agency",), ("month",), ("top",)),
    "causes": (("cause", "told_by"),),
    "declared": (("metric",), ("agency", "metric"), ("top", "metric")),
    "heard": (("site", "source"),),
    "hours": (("hours",),),
    "received": (("channel",),),
    "steps": (("number", "step"),),
    "submitted": (("agency",), ("month",), ("top",)),
    "turned": (("site",),),
}
"""By which keys pages read each detail; indicators are read by any one key, or none."""

DUCKDB, SPARK = "duckdb", "pyspark"


@dataclass(frozen=True, slots=True)
class Plan:
    """SQL over the tables of `needs` and which of their columns it reads."""

    sql: str
    needs: "Mapping[str, tuple[str, ...]]"


@cache
def plan(code: str, keys: tuple[str, ...], way: Way, *, dialect: str = DUCKDB) -> Plan:
    """Give an indicator's SQL by `keys`, one way: from the process, the file, or made now."""
    name = hashlib.sha256(repr((code, keys, way.value, dialect, _digest(code))).encode())
    kept = Path(settings.MEASUREMENT) / "compiled" / f"{name.hexdigest()[:32]}.json"
    try:
        told = json.loads(kept.read_bytes())
    except (FileNotFoundError, ValueError):
        made = _compiled(code, keys, way=way, dialect=dialect)
        _keep(kept, made)
        return made
    return Plan(told["sql"], {name: tuple(columns) for name, columns in told["needs"].items()})


def compile_all() -> int:
    """Compile what pages ask for, so that no page waits for Ibis; give how many there are."""
    singly = {c: ((), *((key,) for key in sorted(keys_of(c)))) for c in indicators.CARDS}
    number = 0
    for code, asked in {**singly, **OWN_KEYS}.items():
        for way in indicators.card(code).ways:
            for keys in asked:
                plan(code, keys, way)
                number += 1
    return number


def unbound(name: str) -> dict[str, str]:
    """Give the columns of a table as expressions see it, in Ibis's types."""
    columns = SUPPLY if name == "supply" else schemas.columns(name)
    return {column: TYPES[kind] for column, kind in columns.items()}


def keys_of(code: str) -> frozenset[str]:
    """Tell by which keys an indicator can be had: those that all it reads have."""
    found = set(indicators.counting.KEYS)
    for name in indicators.card(code).reads:
        there = set(unbound(name))
        found &= there | (set(indicators.counting.TIMES) if "day" in there else set())
    return frozenset(found)


@cache
def _digest(code: str) -> str:
    shared = Path(str(schemas.__file__)).read_bytes()
    text = indicators.source_of(code) + shared + version("ibis-framework").encode()
    return hashlib.sha256(text).hexdigest()


def _keep(path: Path, made: Plan) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    beside.write_text(json.dumps({"sql": made.sql, "needs": dict(made.needs)}))
    beside.replace(path)


def _compiled(code: str, keys: tuple[str, ...], *, way: Way, dialect: str) -> Plan:
    """Compile twice: over whole tables to learn what is read, then over that alone."""
    whole = {name: unbound(name) for name in indicators.card(code).reads}
    needs = _columns_read(_sql(code, keys, way=way, tables=whole, dialect=DUCKDB), whole)
    narrow = {
        name: {column: whole[name][column] for column in columns} for name, columns in needs.items()
    }
    return Plan(_sql(code, keys, way=way, tables=narrow, dialect=dialect), needs)


def _sql(
    code: str,
    keys: tuple[str, ...],
    *,
    way: Way,
    tables: "Mapping[str, Mapping[str, str]]",
    dialect: str,
) -> str:
    import ibis  # noqa: PLC0415 -- slow import

    named: dict[str, Table] = {
        name: ibis.table(dict(columns), name=name) for name, columns in tables.items()
    }
    expression: Any = indicators.expression(code)(named, keys=keys, way=way)
    return str(ibis.to_sql(expression, dialect=dialect))


def _columns_read(
    sql: str, tables: "Mapping[str, Mapping[str, str]]"
) -> dict[str, tuple[str, ...]]:
    """Tell which columns of which tables a query really reads."""
    from sqlglot import exp, parse_one  # noqa: PLC0415 -- slow import
    from sqlglot.optimizer.pushdown_projections import (  # noqa: PLC0415 -- slow import
        pushdown_projections,
    )
    from sqlglot.optimizer.qualify import qualify  # noqa: PLC0415 -- slow import
    from sqlglot.optimizer.scope import traverse_scope  # noqa: PLC0415 -- slow import

    schema: dict[str, object] = {
        name: dict.fromkeys(columns, "TEXT") for name, columns in tables.items()
    }
    tree = pushdown_projections(qualify(parse_one(sql, dialect=DUCKDB), schema=schema))
    found: dict[str, set[str]] = {name: set() for name in tables}
    read = {table.name for table in tree.find_all(exp.Table)}
    for scope in traverse_scope(tree):
        for alias, (_, source) in scope.selected_sources.items():
            if isinstance(source, exp.Table):
                found[source.name] |= {c.name for c in scope.columns if c.table == alias}
    return {name: tuple(sorted(columns)) for name, columns in found.items() if name in read}
