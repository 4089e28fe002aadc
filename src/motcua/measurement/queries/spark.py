"""The same indicators on Apache Spark, for a nation that outgrew one machine.

An expression is compiled for Spark by Ibis and cut to period and scope exactly as for DuckDB;
Spark reads the roll-ups' Parquet files where they lie. PySpark and Java are installed only where
they are wanted.
"""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from motcua.kernel.words import Sentence
from motcua.measurement.models import lake
from motcua.measurement.models.lake.files import Bucket
from motcua.measurement.queries import compiling, engine
from motcua.measurement.queries.engine import Asked, AskRefused, Counted
from motcua.measurement.rules import cutting
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from pyarrow import Table
    from pyspark.sql import DataFrame, SparkSession

PREFIX = "kept_"
"""Before the names of what is kept; the plain names are those of common tables."""

QUIET = {
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "false",
}

TYPES = {"INTEGER": "INT", "VARCHAR": "STRING"}
"""Spark's names of types where they differ from those of `schemas`."""


def session(master: str, conf: Mapping[str, str] | None = None) -> "SparkSession":
    """Start Spark at a master (`local[2]`, `spark://host:7077`); raise `AskRefused` without it."""
    try:
        from pyspark.errors import PySparkRuntimeError  # noqa: PLC0415 -- slow import
        from pyspark.sql import SparkSession  # noqa: PLC0415 -- slow import
    except ImportError:
        raise AskRefused(
            Sentence(
                "Máy này chưa cài PySpark. Bạn hãy cài gói pyspark và Java 17.",
                "PySpark is not installed here. Install the package pyspark, and Java 17.",
            )
        ) from None
    logging.getLogger("py4j").setLevel(logging.ERROR)
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # it looks for a network otherwise
    builder = SparkSession.builder.master(master).appName("motcua")
    for name, value in {**QUIET, **(conf or {})}.items():
        builder = builder.config(name, value)
    try:
        started = builder.getOrCreate()
    except PySparkRuntimeError:
        raise AskRefused(
            Sentence(
                "Không khởi động được Spark. Bạn hãy kiểm tra Java 17 (java -version).",
                "Spark does not start. Check that Java 17 is there (java -version).",
            )
        ) from None
    started.sparkContext.setLogLevel("ERROR")
    return started


def register(spark: "SparkSession", name: str, rows: "Sequence[str] | Table") -> None:
    """Name a roll-up's Parquet files, or a register's rows; an empty table where there is none."""
    frame: DataFrame
    columns = schemas.columns(name).items()
    told = ", ".join(f"{column} {TYPES.get(kind, kind)}" for column, kind in columns)
    if not isinstance(rows, Sequence):
        frame = spark.createDataFrame(rows)
    elif rows:
        frame = spark.read.schema(told).parquet(*rows)
    else:
        frame = spark.createDataFrame([], told)
    frame.createOrReplaceTempView(PREFIX + name)


def run(asked: Asked, spark: "SparkSession", kept: "frozenset[str]") -> list[Counted]:
    """Compute on Spark over what was registered, ordered by keys; raise `AskRefused`."""
    engine.check(asked)
    plan = compiling.plan(asked.code, asked.keys, asked.way, dialect=compiling.SPARK)
    cut = cutting.cut(plan.needs, asked.scope, keys=asked.keys, kept=kept, prefix=PREFIX)
    rows = spark.sql(cut.around(plan.sql), args=list(cut.parameters)).collect()
    return engine.told(rows, asked.keys)


def runner(spark: "SparkSession") -> Callable[[Asked], list[Counted]]:
    """Give what `queries.figures` counts with in place of DuckDB."""
    return partial(from_lake, spark=spark)


def from_lake(asked: Asked, spark: "SparkSession") -> list[Counted]:
    """Compute on Spark over the lake of `settings.LAKE`, in a folder or a bucket."""
    engine.check(asked)
    of = lake.here()
    plan = compiling.plan(asked.code, asked.keys, asked.way, dialect=compiling.SPARK)
    kept: set[str] = set()
    for name in plan.needs:
        if name in schemas.ROLLUPS:
            family = {name, *(one for one, made in schemas.COARSER.items() if made.of == name)}
            for each in family:
                register(spark, each, _addresses(of, each))
            kept |= family
        else:
            told = of.connection().sql(f"SELECT * FROM main.{name}")  # noqa: S608 -- our own names only
            register(spark, name, told.to_arrow_table())
    return run(asked, spark, frozenset(kept))


def _addresses(of: lake.Lake, name: str) -> list[str]:
    """Give addresses that every machine of a cluster can read."""
    if isinstance(of.files, Bucket):
        paths = of.files.paths(f"rollups/{name}")
        return [f"s3a://{of.files.address}/{path}" for path in paths]
    return of.addresses(name)
