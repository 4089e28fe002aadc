"""Daily roll-ups: only days that were touched are counted anew; one file a month and roll-up."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from motcua.measurement.models.lake import cases, dossier_counts, engine, page_counts, parts, told
from motcua.measurement.models.lake.files import Files
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PATH = "counted.json"
HEARD = "heard"
OF_PAGES = tuple(page_counts.OF_A_DAY)
OF_DOSSIERS = {"dossiers_daily": dossier_counts.DOSSIERS, "waits_daily": dossier_counts.WAITS}
KEPT_WHERE_NOTHING_NEW = {"accounts_daily"}
"""Roll-ups that are also put in whole: their rows stay on days that have none of their facts."""

_HEARD = """
SELECT top, source, outcome, reason, day, site, sum(facts) AS facts,
  max(last_second) AS last_second
FROM heard WHERE day IN (FROM days) GROUP BY top, source, outcome, reason, day, site
"""


@dataclass(slots=True)
class Counted:
    """When roll-ups were written, and which files there are, by a number that grows at each."""

    at: str = ""
    number: int = 0
    files: dict[str, int] = field(default_factory=dict)
    coarser: str = ""
    """Which coarser roll-ups were made; where others are wanted now, all are made anew."""

    def tell(self, path: str) -> None:
        """Remember that a file is new."""
        self.files[path] = self.number

    @property
    def moment(self) -> datetime | None:
        """When the newest was written."""
        return datetime.fromisoformat(self.at) if self.at else None


@dataclass(frozen=True, slots=True)
class Count:
    """A count in progress."""

    connection: "DuckDBPyConnection"
    files: Files
    counted: Counted


def begin(connection: "DuckDBPyConnection", files: Files) -> Count:
    """Begin a count."""
    counted = load(files)
    counted.number += 1
    return Count(connection, files, counted)


def remake_coarser(count: Count) -> bool:
    """Make all coarser roll-ups anew where other ones are wanted than before."""
    wanted = repr(sorted(schemas.COARSER.items()))
    before, count.counted.coarser = count.counted.coarser, wanted
    if before == wanted or not count.counted.files:
        return False
    for path in list(count.counted.files):
        _, name, month, _ = path.split("/")
        if name not in schemas.ROLLUPS:
            continue
        there = count.files.near([path])
        engine.view(count.connection, "before", there, columns=dict(schemas.columns(name)))
        count.connection.execute("CREATE OR REPLACE TABLE month_rows AS FROM before")
        write_month(count, name=name, month=month.removeprefix("month="))
    return True


def finish(count: Count, *, at: datetime) -> None:
    """Let readers see new files."""
    save(count.files, count.counted, at=at)


def put(count: Count, name: str) -> int:
    """Write whole months of the view `given` as a roll-up; give how many there were."""
    columns = ", ".join(f'"{column}"' for column in schemas.columns(name))
    found = count.connection.execute("SELECT DISTINCT day FROM given").fetchall()
    months = months_of(day for (day,) in found)
    for month, of_month in months.items():
        first = of_month[0].replace(day=1)
        count.connection.execute(
            f"CREATE OR REPLACE TABLE month_rows AS SELECT {columns} FROM given "  # noqa: S608 -- our own names only
            f"WHERE date_trunc('month', day) = DATE '{first}'"
        )
        write_month(count, name=name, month=month)
    return len(months)


def load(files: Files) -> Counted:
    """Read what there is."""
    raw = files.read(PATH)
    return Counted(**json.loads(raw)) if raw else Counted()


def save(files: Files, counted: Counted, *, at: datetime) -> None:
    """Let readers see new files."""
    counted.at = at.isoformat()
    files.put(PATH, json.dumps(asdict(counted)).encode())


def months_of(days: Iterable[date]) -> dict[str, list[date]]:
    """Sort days into months, `2026-03`."""
    months: dict[str, list[date]] = defaultdict(list)
    for day in sorted(days):
        months[f"{day:%Y-%m}"].append(day)
    return months


def count_pages(count: Count, days: Iterable[date]) -> None:
    """Count days of page facts, a day at a time."""
    for month, of_month in months_of(days).items():
        for name in OF_PAGES:
            _new_table(count.connection, name)
        for day in of_month:
            near = count.files.near(count.files.paths(f"pages/day={day}"))
            engine.view(count.connection, "facts", near, columns=dict(schemas.PAGES))
            count.connection.execute(page_counts.PEOPLE)
            for name, counting in page_counts.OF_A_DAY.items():
                _insert(count.connection, name, counting, values={"day": day})
        for name in OF_PAGES:
            replace_days(count, name=name, month=month, days=of_month)


def count_dossiers(count: Count, days: Iterable[date], *, today: date) -> None:
    """Count days on which dossiers were received or settled, a month at a time."""
    cases.open_register(count.connection, count.files)
    told.open_told(count.connection, count.files, "supply")
    for month, of_month in months_of(days).items():
        _days_table(count.connection, of_month)
        count.connection.execute(dossier_counts.OF_DAYS)
        for name, counting in OF_DOSSIERS.items():
            _new_table(count.connection, name)
            values = {"today": today} if "$today" in counting else {}
            _insert(count.connection, name, counting, values=values)
            replace_days(count, name=name, month=month, days=of_month)


def went_overdue(count: Count, *, since: date, today: date) -> set[date]:
    """Give the days whose dossiers went overdue from `since` until yesterday."""
    cases.open_register(count.connection, count.files)
    found = count.connection.execute(dossier_counts.OVERDUE_SINCE, {"since": since, "today": today})
    return {day for (day,) in found.fetchall()}


def count_connections(count: Count, days: Iterable[date]) -> None:
    """Count what was heard, day by day."""
    columns = dict(schemas.ROLLUPS["connections_daily"])
    for month, of_month in months_of(days).items():
        paths = [path for day in of_month for path in count.files.paths(f"{HEARD}/day={day}")]
        engine.view(count.connection, "heard", count.files.near(paths), columns=columns)
        _days_table(count.connection, of_month)
        name = "connections_daily"
        _new_table(count.connection, name)
        _insert(count.connection, name, _HEARD, values={})
        replace_days(count, name=name, month=month, days=of_month)


def replace_days(
    count: Count,
    *,
    name: str,
    month: str,
    days: Iterable[date],
) -> None:
    """Put rows of the table `new_<name>` in place of those days' rows in the month's file."""
    path = file_of(name, month)
    columns = dict(schemas.columns(name))
    there = [path] if path in count.counted.files else []
    engine.view(count.connection, "before", count.files.near(there), columns=columns)
    _days_table(count.connection, days)
    kept = (
        f'SELECT * FROM before b ANTI JOIN "new_{name}" n ON b.day = n.day AND b.top = n.top'  # noqa: S608 -- our own names only
        if name in KEPT_WHERE_NOTHING_NEW
        else "SELECT * FROM before WHERE day NOT IN (FROM days)"
    )
    count.connection.execute(
        f"CREATE OR REPLACE TABLE month_rows AS SELECT * FROM ({kept}) "  # noqa: S608 -- our own names only
        f'UNION ALL BY NAME SELECT * FROM "new_{name}"'
    )
    write_month(count, name=name, month=month)


def write_month(count: Count, *, name: str, month: str) -> None:
    """Write the table `month_rows` as the month's file, and the coarser roll-ups beside it."""
    _write(count, name=name, month=month, rows="month_rows")
    for coarser, made in schemas.COARSER.items():
        if made.of == name:
            count.connection.execute(
                "CREATE OR REPLACE TABLE coarser_rows AS " + schemas.coarsen(coarser, "month_rows")
            )
            _write(count, name=coarser, month=month, rows="coarser_rows")


def file_of(name: str, month: str) -> str:
    """Say where a month of a roll-up lies."""
    return f"rollups/{name}/month={month}/part.parquet"


def _write(
    count: Count,
    *,
    name: str,
    month: str,
    rows: str,
) -> None:
    path = file_of(name, month)
    some = count.connection.execute(f"SELECT 1 FROM {rows} LIMIT 1").fetchall()  # noqa: S608 -- our own names only
    if not some and path not in count.counted.files:
        return
    columns = schemas.columns(name)
    apart = ["day", "top", *(c for c, kind in columns.items() if kind != "BIGINT")]
    order = ", ".join(f'"{c}"' for c in dict.fromkeys(apart) if c in columns)
    told_ = ", ".join(f'CAST("{c}" AS {kind}) AS "{c}"' for c, kind in columns.items())
    relation = count.connection.sql(f"SELECT {told_} FROM {rows} ORDER BY {order}")  # noqa: S608 -- our own names only
    engine.keep(relation, count.files, path)
    count.counted.tell(path)


def _new_table(connection: "DuckDBPyConnection", name: str) -> None:
    columns = ", ".join(f'"{c}" {kind}' for c, kind in schemas.columns(name).items())
    connection.execute(f'CREATE OR REPLACE TABLE "new_{name}" ({columns})')


def _insert(
    connection: "DuckDBPyConnection", name: str, counting: str, *, values: Mapping[str, object]
) -> None:
    connection.execute(f'INSERT INTO "new_{name}" BY NAME {counting}', values)


def _days_table(connection: "DuckDBPyConnection", days: Iterable[date]) -> None:
    connection.execute("CREATE OR REPLACE TABLE days (day DATE)")
    connection.executemany("INSERT INTO days VALUES (?)", [(day,) for day in days])


def raw_days(files: Files, kind: str) -> dict[date, list[str]]:
    """List raw files by their day."""
    found: dict[date, list[str]] = defaultdict(list)
    for path in files.paths(kind):
        found[day_of(path)].append(path)
    return found


def day_of(path: str) -> date:
    """Read the day in a path `…/day=2026-03-16/…`."""
    return date.fromisoformat(path.partition("day=")[2][:10])


KINDS = tuple(parts.COLUMNS)
