"""What agencies tell of themselves: services they offer, metrics that no event carries.

Lines keep who told them and when. A batch replaces what earlier ones said of its procedures from
its own first day on; what they said of days before stays. The order of arrival makes no difference.
"""

from typing import TYPE_CHECKING

from motcua.measurement.models.lake import engine
from motcua.measurement.models.lake.files import Files, Listed
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TELLING = {"site": "INTEGER", "told_at": "BIGINT", "batch": "BIGINT"}
SUPPLY = {**schemas.SUPPLY, **TELLING}
DECLARED = {**schemas.DECLARED, **TELLING}
FOLDERS = {"supply": SUPPLY, "declared": DECLARED}

_SUPPLY = """
WITH batches AS (
  SELECT agency, procedure, told_at, batch, min(valid_from) AS since FROM every
  GROUP BY agency, procedure, told_at, batch),
cut AS (
  SELECT *, min(since) OVER (PARTITION BY agency, procedure ORDER BY told_at, batch
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS until FROM batches),
lines AS (
  SELECT DISTINCT e.* REPLACE (least(e.valid_to, (c.until - 1)::DATE) AS valid_to)
  FROM every e JOIN cut c USING (agency, procedure, told_at, batch))
FROM lines WHERE valid_to IS NULL OR valid_to >= valid_from
ORDER BY top, agency, procedure, valid_from
"""
_DECLARED = """
SELECT DISTINCT ON (month, agency, metric) * FROM every
ORDER BY month, agency, metric, told_at DESC, batch DESC, numerator, denominator
"""
HELD = {"supply": _SUPPLY, "declared": _DECLARED}


def open_told(connection: "DuckDBPyConnection", files: Listed, kind: str) -> None:
    """Make the view `supply` or `declared`: what holds, whoever told it."""
    _open(connection, files, kind)
    plain = ", ".join(schemas.columns(kind))
    connection.execute(
        f'CREATE OR REPLACE VIEW "{kind}" AS SELECT {plain} FROM "{kind}_told"'  # noqa: S608 -- our own names only
    )


def _open(connection: "DuckDBPyConnection", files: Listed, kind: str) -> None:
    near = files.near(files.paths(kind))
    engine.view(connection, f"{kind}_parts", near, columns=FOLDERS[kind])
    connection.execute(f'CREATE OR REPLACE VIEW every AS FROM "{kind}_parts"')
    connection.execute(f'CREATE OR REPLACE TABLE "{kind}_told" AS {HELD[kind]}')


def take(connection: "DuckDBPyConnection", files: Files, *, kind: str, name: str) -> None:
    """Add the lines in `arriving` as a part."""
    engine.keep(connection.sql("FROM arriving"), files, f"{kind}/part-{name}.parquet")
