"""How facts come into the lake: read, replays dropped, written, counted as heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from motcua.measurement.models.lake import cases, engine, parts, replays, told
from motcua.measurement.models.lake.counting import HEARD
from motcua.measurement.models.lake.files import Files
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pyarrow import Table

Rows: TypeAlias = "Table | Sequence[Path]"
"""Rows in memory, or in Parquet files."""

SPOOLED: Mapping[str, Mapping[str, str]] = {
    "pages": {**schemas.PAGES, "key": "UBIGINT"},
    "dossiers": schemas.DOSSIERS,
    "supply": told.SUPPLY,
    "declared": told.DECLARED,
    "counts": schemas.ROLLUPS["connections_daily"],
}
"""Columns of spool segments by their kind."""

LATE_DAYS = 2

_HEARD = """
SELECT top, source, outcome, reason, day, site, count(*) AS facts, max(second) AS last_second
FROM (
  SELECT top, source, day, site, second, '' AS reason,
    CASE WHEN robot THEN 'robot' WHEN day < $late AND source NOT IN ('log', 'journal') THEN 'late'
      ELSE 'accepted' END AS outcome FROM audible
  UNION ALL SELECT top, source, day, site, second, '', 'replayed' FROM judged WHERE replayed
  UNION ALL SELECT top, source, day, site, second, 'dropped_day', 'refused' FROM too_old)
GROUP BY top, source, outcome, reason, day, site ORDER BY day, site
"""


@dataclass(slots=True)
class Taken:
    """What a write brought: facts kept, replays dropped, days to count anew by kind."""

    facts: int = 0
    replays: int = 0
    days: dict[str, set[date]] = field(default_factory=dict)


def read_segments(connection: "DuckDBPyConnection", kind: str, segments: Sequence[Path]) -> None:
    """Make the table `arriving` of spool segments of one kind."""
    rows = connection.read_csv(
        [str(path) for path in segments],  # type: ignore[arg-type]  # takes several; stubs say one
        header=False,
        sep="\t",
        quotechar="",
        escapechar="",
        na_values="\\N",
        columns=dict(SPOOLED[kind]),
        auto_detect=False,
    )
    _arrive(connection, rows.sql_query())


def read_rows(connection: "DuckDBPyConnection", kind: str, rows: Rows) -> None:
    """Make `arriving` of rows from elsewhere; `top` and `key` may be left out."""
    if isinstance(rows, Sequence):
        paths = [str(path) for path in rows]
        connection.read_parquet(paths, hive_partitioning=False).create_view("given")
    else:
        connection.register("given", rows)
    have = {name for name, *_ in connection.execute("DESCRIBE given").fetchall()}
    wanted = SPOOLED[kind]
    absent = {"top": "split_part(agency, '.', 1)", "key": "0"}
    told_ = ", ".join(
        f'CAST({_quoted(name) if name in have else absent[name]} AS {type_}) AS "{name}"'
        for name, type_ in wanted.items()
    )
    selected = f"SELECT {told_} FROM given"  # noqa: S608 -- our own names only
    if "key" in have:
        _arrive(connection, selected)
        return
    connection.execute(f"CREATE VIEW arriving AS {selected}")


def _quoted(name: str) -> str:
    return f'"{name}"'


def _arrive(connection: "DuckDBPyConnection", selected: str) -> None:
    connection.execute(f"CREATE TABLE arrived AS {selected}")
    connection.execute("CREATE VIEW arriving AS FROM arrived")


@dataclass(frozen=True, slots=True)
class Write:
    """One write: where, under which name, on which day, and since when raw facts are kept."""

    connection: "DuckDBPyConnection"
    files: Files
    name: str
    today: date
    since: date | None = None


def take(write: Write, kind: str) -> Taken:
    """Write the rows in `arriving`, facts of one kind."""
    if kind == "pages":
        return _pages(write)
    if kind == "dossiers":
        return _dossiers(write)
    if kind == "counts":
        return Taken(days={"heard": _keep_heard(write, "arriving")})
    return _told(write, kind)


def _pages(write: Write) -> Taken:
    connection, files, name = write.connection, write.files, write.name
    _split_off_old(write)
    days = _days(connection, "arriving")
    keyed = connection.execute("SELECT 1 FROM arriving WHERE key <> 0 LIMIT 1").fetchall()
    if keyed:
        replays.drop_from_pages(connection, files, days)
    else:
        connection.execute("CREATE VIEW kept AS FROM arriving")
        connection.execute("CREATE TABLE judged AS SELECT *, true AS replayed FROM kept LIMIT 0")
    written = parts.write(connection, "kept", files=files, kind="pages", name=name)
    if keyed:
        replays.remember_pages(connection, files, name=name, days=written)
    taken = _hear(write, robot="robot")
    taken.days["pages"] = written
    return taken


def _dossiers(write: Write) -> Taken:
    connection, files, name = write.connection, write.files, write.name
    connection.execute("CREATE TABLE too_old AS FROM arriving LIMIT 0")
    replays.drop_from_dossiers(connection, files)
    parts.write(connection, "kept", files=files, kind="dossiers", name=name)
    replays.remember_dossiers(connection, files, name=name)
    days = cases.take(connection, files, name=name)
    taken = _hear(write, robot="false")
    taken.days["dossiers"] = days
    return taken


def _told(write: Write, kind: str) -> Taken:
    _effective(write, kind, "told_before")
    told.take(write.connection, write.files, kind=kind, name=write.name)
    if kind != "supply":
        return Taken(days={"registers": {write.today}})
    _effective(write, kind, "told_after")
    cases.open_register(write.connection, write.files)
    found = write.connection.execute(_TOUCHED)
    days = {day for (day,) in found.fetchall() if day}
    return Taken(days={"dossiers": days, "registers": {write.today}})


_TOUCHED = """
WITH changed AS (
  SELECT DISTINCT agency, procedure FROM
    ((FROM told_before EXCEPT FROM told_after) UNION ALL
     (FROM told_after EXCEPT FROM told_before))),
hit AS (SELECT c.* FROM cases c SEMI JOIN changed h
  ON h.procedure = c.procedure AND (h.agency = c.agency OR h.agency = c.top))
SELECT received FROM hit UNION SELECT settled FROM hit
"""


def _effective(write: Write, kind: str, name: str) -> None:
    told.open_told(write.connection, write.files, kind)
    write.connection.execute(f'CREATE TABLE {name} AS FROM "{kind}"')


def _split_off_old(write: Write) -> None:
    connection, since = write.connection, write.since
    old = f"day < DATE '{since}'" if since else "false"
    connection.execute(f"CREATE TABLE too_old AS FROM arriving WHERE {old}")
    if connection.execute("SELECT 1 FROM too_old LIMIT 1").fetchall():
        connection.execute("ALTER VIEW arriving RENAME TO arriving_all")
        connection.execute(f"CREATE VIEW arriving AS FROM arriving_all WHERE NOT {old}")


def _hear(write: Write, *, robot: str) -> Taken:
    connection = write.connection
    late = write.today - timedelta(days=LATE_DAYS)
    connection.execute(
        f"CREATE VIEW audible AS SELECT top, source, day, site, second, {robot} AS robot FROM kept"  # noqa: S608 -- our own names only
    )
    connection.execute(f"CREATE TABLE hearing AS {_HEARD}", {"late": late})
    days = _keep_heard(write, "hearing")
    found = connection.execute(
        "SELECT sum(facts) FILTER (outcome NOT IN ('replayed', 'refused')),"
        " sum(facts) FILTER (outcome = 'replayed') FROM hearing"
    ).fetchall()
    kept, again = found[0]
    return Taken(int(kept or 0), int(again or 0), {"heard": days})


def _keep_heard(write: Write, rows: str) -> set[date]:
    days = _days(write.connection, rows)
    columns = ", ".join(schemas.ROLLUPS["connections_daily"])
    every = write.connection.sql(f"SELECT {columns} FROM {rows}")  # noqa: S608 -- our own names only
    for day in sorted(days):
        path = f"{HEARD}/day={day}/part-{write.name}.parquet"
        engine.keep(every.filter(f"day = DATE '{day}'"), write.files, path)
    return days


def _days(connection: "DuckDBPyConnection", rows: str) -> set[date]:
    found = connection.execute(f"SELECT DISTINCT day FROM {rows}")  # noqa: S608 -- our own names only
    return {day for (day,) in found.fetchall()}
