"""Facts that came before: told by their keys, dropped, counted."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from motcua.measurement.models.lake import engine
from motcua.measurement.models.lake.files import Files

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PAGES, DOSSIERS = "keys/pages", "keys/dossiers"
PAGE_KEYS = {"site": "INTEGER", "key": "UBIGINT", "day": "DATE"}
DOSSIER_KEYS = {"site": "INTEGER", "key": "BIGINT", "day": "DATE"}
KEPT_DAYS = 8
"""How long keys of page facts are kept: a fact may be two days late, a collector's disk longer."""

_SUSPECTS_OF_PAGES = """
CREATE OR REPLACE TABLE suspects AS
SELECT site, key FROM arriving WHERE key <> 0 GROUP BY site, key HAVING count(*) > 1
UNION SELECT a.site, a.key FROM arriving a JOIN known k
  ON a.site = k.site AND a.key = k.key AND k.day BETWEEN a.day - 1 AND a.day + 1
"""
_SUSPECTS_OF_DOSSIERS = """
CREATE OR REPLACE TABLE suspects AS
SELECT site, key FROM arriving WHERE key <> 0 GROUP BY site, key HAVING count(*) > 1
UNION SELECT a.site, a.key FROM arriving a JOIN known k ON a.site = k.site AND a.key = k.key
"""
_JUDGED_PAGES = """
CREATE OR REPLACE TABLE judged AS
SELECT a.*, coalesce(
    lag(a.day) OVER (PARTITION BY a.site, a.key ORDER BY a.day, a.second) >= a.day - 1, false)
  OR EXISTS (FROM known k WHERE k.site = a.site AND k.key = a.key
    AND k.day >= a.day - 1 AND k.day <= a.day + 1) AS replayed
FROM arriving a SEMI JOIN suspects s ON a.site = s.site AND a.key = s.key
"""
_JUDGED_DOSSIERS = """
CREATE OR REPLACE TABLE judged AS
SELECT a.*, row_number() OVER (PARTITION BY a.site, a.key ORDER BY a.day, a.second) > 1
  OR EXISTS (FROM known k WHERE k.site = a.site AND k.key = a.key) AS replayed
FROM arriving a SEMI JOIN suspects s ON a.site = s.site AND a.key = s.key
"""
_KEPT = """
CREATE OR REPLACE VIEW kept AS
SELECT a.* FROM arriving a ANTI JOIN suspects s ON a.site = s.site AND a.key = s.key
UNION ALL SELECT * EXCLUDE (replayed) FROM judged WHERE NOT replayed
"""
_NEW_KEYS = "SELECT site, key, day FROM kept WHERE key <> 0 ORDER BY day, site, key"


def drop_from_pages(connection: "DuckDBPyConnection", files: Files, days: Iterable[date]) -> None:
    """Judge the table `arriving`: make `kept` and `judged`. A replay is a day away at the most."""
    near = {day + timedelta(days=off) for day in days for off in (-1, 0, 1)}
    paths = [path for day in sorted(near) for path in files.paths(f"{PAGES}/day={day}")]
    engine.view(connection, "known", files.near(paths), columns=PAGE_KEYS)
    connection.execute(_SUSPECTS_OF_PAGES)
    connection.execute(_JUDGED_PAGES)
    connection.execute(_KEPT)


def drop_from_dossiers(connection: "DuckDBPyConnection", files: Files) -> None:
    """Judge the table `arriving`: a key is unique within its site for ever."""
    engine.view(connection, "known", files.near(files.paths(DOSSIERS)), columns=DOSSIER_KEYS)
    connection.execute(_SUSPECTS_OF_DOSSIERS)
    connection.execute(_JUDGED_DOSSIERS)
    connection.execute(_KEPT)


def remember_pages(
    connection: "DuckDBPyConnection", files: Files, *, name: str, days: Iterable[date]
) -> None:
    """Keep the keys of `kept`, a file a day."""
    keys = connection.sql(_NEW_KEYS)
    for day in sorted(days):
        of_day = keys.filter(f"day = DATE '{day}'")
        if of_day.limit(1).fetchall():
            engine.keep(of_day, files, f"{PAGES}/day={day}/part-{name}.parquet")


def remember_dossiers(connection: "DuckDBPyConnection", files: Files, *, name: str) -> None:
    """Keep the keys of `kept`."""
    keys = connection.sql(_NEW_KEYS)
    if keys.limit(1).fetchall():
        engine.keep(keys, files, f"{DOSSIERS}/part-{name}.parquet")
