"""Every indicator on DuckDB and on Spark: the same, to the last digit.

Expressions add whole numbers up, so numerators and denominators must be equal as they are;
a value is one division of the two, done in Python for both engines, and so equal to the bit.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.measurement import nasty_nation
from tests.measurement.memory_lake import MemoryLake

from motcua.measurement import indicators
from motcua.measurement.queries import compiling, engine, spark
from motcua.measurement.queries.engine import Asked
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values import Period, Way, schemas

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.once

SMALL = {
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}
YEAR = Scope(Period.parse("2025-12-25..2026-03-20"))
QUARTER = Scope(Period.parse("2026-Q1"))
BELOW = Scope(Period.parse("2026-Q1"), "H26")
ALWAYS = (((), QUARTER), (("top", "month"), YEAR))
IN_TURN = (
    (("agency", "procedure"), BELOW),
    (("channel", "day"), YEAR),
    (("site", "quarter"), YEAR),
    (("agency",), BELOW),
    (("procedure", "year"), QUARTER),
)
"""One of those that an indicator can be had by, another for each indicator."""

DAILY = frozenset({*schemas.ROLLUPS, "supply", "declared"})
"""Spark reads these alone, DuckDB the coarser ones too where they do: also those must agree."""
EVERY = [(code, way) for code in indicators.CARDS for way in indicators.card(code).ways]


@pytest.fixture(scope="module")
def lake() -> MemoryLake:
    return MemoryLake(nasty_nation.rows())


@pytest.fixture(scope="module")
def session(lake: MemoryLake, tmp_path_factory: pytest.TempPathFactory) -> Iterator["SparkSession"]:
    folder: Path = tmp_path_factory.mktemp("spark")
    started = spark.session("local[1]", SMALL | {"spark.local.dir": str(folder / "local")})
    for name in DAILY:
        file = folder / f"{name}.parquet"
        lake.connection().execute(f"COPY {name} TO '{file}'")
        spark.register(started, name, [str(file)])
    yield started
    started.stop()


def asked_of(code: str, way: Way) -> Iterator[Asked]:
    keys = compiling.keys_of(code)
    can = [(each, scope) for each, scope in IN_TURN if keys >= {*each, "top"}]
    turn = can[EVERY.index((code, way)) % len(can)] if can else (("day",), YEAR)
    for each, scope in (*ALWAYS, turn):
        if keys >= {*each}:
            yield Asked(code, each, way, scope)


@pytest.mark.parametrize(
    ("keys", "scope"), [((), QUARTER), ((), BELOW), (("top",), QUARTER), (("agency",), BELOW)]
)
def test_both_engines_take_the_same_of_what_was_declared(
    keys: tuple[str, ...], scope: Scope, *, lake: MemoryLake, session: "SparkSession"
) -> None:
    asked = Asked("declared", keys, Way.TRUE, scope)
    here = engine.run(asked, lake)
    assert here
    assert spark.run(asked, session, DAILY) == here


@pytest.mark.parametrize(("code", "way"), EVERY)
def test_both_engines_count_the_same(
    code: str, way: Way, *, lake: MemoryLake, session: "SparkSession"
) -> None:
    told = 0
    for asked in asked_of(code, way):
        here = engine.run(asked, lake)
        assert spark.run(asked, session, DAILY) == here
        told += len(here)
    assert told > 1, "nothing was compared"
