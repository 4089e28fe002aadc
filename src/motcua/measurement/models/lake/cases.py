"""The register of cases: what is known of each dossier, however its events came in.

A case is a dossier at a site. Its state is a fold of its events that takes each field from the
first event that told it (`due` and `fee` from the last), compared by moment, then by value. Such
a fold gives the same whatever the order, and the same again when an event is folded in twice, so
parts of the register may be written, merged and undone in any order.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from motcua.measurement.models.lake import engine
from motcua.measurement.models.lake.files import Files, Listed

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

FOLDER = "cases"

STATE = {
    "site": "INTEGER",
    "dossier": "BIGINT",
    "first": "STRUCT(stamp BIGINT, agency VARCHAR, top VARCHAR, source VARCHAR)",
    "procedure": "STRUCT(stamp BIGINT, told VARCHAR)",
    "channel": "STRUCT(stamp BIGINT, told VARCHAR)",
    "reception_fed": "STRUCT(stamp BIGINT, told TINYINT)",
    "level_fed": "STRUCT(stamp BIGINT, told TINYINT)",
    "settled": "STRUCT(stamp BIGINT, outcome VARCHAR, hours INTEGER)",
    "due": "STRUCT(stamp BIGINT, told DATE)",
    "fee": "STRUCT(stamp BIGINT, told BOOLEAN)",
    "paid_online": "BOOLEAN",
    "paid_fed": "BOOLEAN",
    "fee_fed": "BOOLEAN",
}

LIFTED = """
CREATE OR REPLACE VIEW lifted AS
WITH stamped AS (
  SELECT *, (day - DATE '1970-01-01')::BIGINT * 86400 + second AS stamp FROM kept)
SELECT site, dossier,
  {'stamp': stamp, 'agency': agency, 'top': top, 'source': source} AS first,
  CASE WHEN procedure <> '' THEN {'stamp': stamp, 'told': procedure} END AS procedure,
  CASE WHEN channel <> 'unknown' THEN {'stamp': stamp, 'told': channel} END AS channel,
  CASE WHEN reception_fed IS NOT NULL
    THEN {'stamp': stamp, 'told': reception_fed} END AS reception_fed,
  CASE WHEN level_fed IS NOT NULL THEN {'stamp': stamp, 'told': level_fed} END AS level_fed,
  CASE WHEN status = 3 THEN {'stamp': stamp, 'outcome': coalesce(outcome, ''),
    'hours': coalesce(hours, -1)} END AS settled,
  CASE WHEN due IS NOT NULL THEN {'stamp': stamp, 'told': due} END AS due,
  CASE WHEN fee_due IS NOT NULL THEN {'stamp': stamp, 'told': fee_due} END AS fee,
  coalesce(paid_online, false) AS paid_online,
  coalesce(payment_fed = 1, false) AS paid_fed,
  coalesce(payment_fed IN (1, 2), false) AS fee_fed
FROM stamped
"""
FOLD = """
SELECT site, dossier, min(first) AS first, min(procedure) AS procedure, min(channel) AS channel,
  min(reception_fed) AS reception_fed, min(level_fed) AS level_fed, min(settled) AS settled,
  max(due) AS due, max(fee) AS fee, bool_or(paid_online) AS paid_online,
  bool_or(paid_fed) AS paid_fed, bool_or(fee_fed) AS fee_fed
"""
CURRENT = f"""
CREATE OR REPLACE VIEW cases_now AS
WITH touched AS (SELECT DISTINCT site, dossier FROM later)
SELECT b.* FROM base b ANTI JOIN touched t ON b.site = t.site AND b.dossier = t.dossier
UNION ALL ({FOLD} FROM (
  SELECT b.* FROM base b SEMI JOIN touched t ON b.site = t.site AND b.dossier = t.dossier
  UNION ALL FROM later) GROUP BY site, dossier)
"""  # noqa: S608 -- constants of this module only
_NEW = f"CREATE OR REPLACE TABLE new_cases AS {FOLD} FROM lifted GROUP BY site, dossier"
_BEFORE = f"""
CREATE OR REPLACE TABLE before AS {FOLD} FROM (
  SELECT c.* FROM (FROM base UNION ALL FROM later) c
  SEMI JOIN new_cases n ON c.site = n.site AND c.dossier = n.dossier) GROUP BY site, dossier
"""  # noqa: S608 -- constants of this module only
_AFTER = f"""
CREATE OR REPLACE TABLE after AS {FOLD}
FROM (FROM before UNION ALL FROM new_cases) GROUP BY site, dossier
"""
_DAYS = """
SELECT DISTINCT DATE '1970-01-01' + (stamp // 86400)::INTEGER AS day FROM (
  SELECT first.stamp FROM before UNION ALL SELECT settled.stamp FROM before
  UNION ALL SELECT first.stamp FROM after UNION ALL SELECT settled.stamp FROM after)
WHERE stamp IS NOT NULL
"""
PLAIN = """
CREATE OR REPLACE VIEW cases AS
SELECT site, dossier, c.first.top AS top, c.first.agency AS agency,
  coalesce(c.procedure.told, '') AS procedure, coalesce(c.channel.told, 'unknown') AS channel,
  c.first.source AS source, coalesce(c.reception_fed.told = 1, false) AS online_fed,
  CASE c.level_fed.told WHEN 4 THEN 'full' WHEN 3 THEN 'partial' WHEN 0 THEN 'none'
    WHEN 1 THEN 'none' ELSE '' END AS level_fed,
  DATE '1970-01-01' + (c.first.stamp // 86400)::INTEGER AS received,
  (c.first.stamp % 86400)::INTEGER AS received_second,
  DATE '1970-01-01' + (c.settled.stamp // 86400)::INTEGER AS settled, c.due.told AS due,
  CASE WHEN c.settled IS NULL THEN '' WHEN c.settled.outcome <> '' THEN c.settled.outcome
    WHEN c.due IS NULL THEN ''
    WHEN c.settled.stamp // 86400 > c.due.told - DATE '1970-01-01' THEN 'late'
    WHEN c.settled.stamp // 86400 = c.due.told - DATE '1970-01-01' THEN 'on_time'
    ELSE 'early' END AS outcome,
  nullif(c.settled.hours, -1) AS hours, coalesce(c.fee.told, c.paid_online) AS fee_due, paid_online,
  paid_fed, fee_fed
FROM cases_now c
"""


def open_register(connection: "DuckDBPyConnection", files: Listed) -> None:
    """Make the views `cases_now` (states) and `cases` (columns of `schemas.CASES`)."""
    paths = files.near(files.paths(FOLDER))
    _open(connection, paths)


def _open(connection: "DuckDBPyConnection", near: list[str]) -> None:
    largest = max(near, key=_size, default="")
    later = [path for path in near if path != largest]
    engine.view(connection, "base", [largest] if largest else [], columns=STATE)
    engine.view(connection, "later", later, columns=STATE)
    connection.execute(CURRENT)
    connection.execute(PLAIN)


def take(connection: "DuckDBPyConnection", files: Files, *, name: str) -> "set[date]":
    """Fold the events in `kept` in, as a part of the register; give the days to count anew."""
    open_register(connection, files)
    for statement in (LIFTED, _NEW, _BEFORE, _AFTER):
        connection.execute(statement)
    rows = connection.sql("FROM new_cases ORDER BY first.stamp, site, dossier")
    engine.keep(rows, files, f"{FOLDER}/part-{name}.parquet")
    return {day for (day,) in connection.execute(_DAYS).fetchall()}


def _size(path: str) -> int:
    return Path(path).stat().st_size
