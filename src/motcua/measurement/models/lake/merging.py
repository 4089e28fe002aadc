"""Many small parts become one: raw facts by day and top, registers by size."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from motcua.measurement.models.lake import cases, counting, engine, ledger, parts, replays, told
from motcua.measurement.models.lake.files import Files

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OPEN_DAY_PARTS = 12
"""How many parts a day and top of today or yesterday may have."""
REGISTER_PARTS = 8
KEY_ROWS = "FROM every ORDER BY site, key"
HEARD_ROWS = """
SELECT top, source, outcome, reason, day, site, sum(facts)::BIGINT AS facts,
  max(last_second) AS last_second
FROM every GROUP BY top, source, outcome, reason, day, site ORDER BY site, source
"""


@dataclass(frozen=True, slots=True)
class Merge:
    """Parts that become one: how to write them, under which name; what is deleted then.

    `once` says that rows must not be seen both in the parts and in what they became.
    """

    parts: tuple[str, ...]
    write: Callable[[str], object]
    once: bool


def merge(
    connection: "DuckDBPyConnection", files: Files, book: ledger.Ledger, *, today: date
) -> int:
    """Merge what is due; give the number of parts that were merged away."""
    files.drop(book.outdated)
    book.outdated = []
    merged = 0
    for one in [*_raw(connection, files, today), *_registers(connection, files, today)]:
        book.writing = name = book.new_name()
        ledger.save(files, book)
        one.write(name)
        book.writing = ""
        if one.once:
            book.dropping = list(one.parts)
            ledger.save(files, book)
            files.drop(one.parts)
            book.dropping = []
        else:
            book.outdated += one.parts
            book.touch("registers", {today})
        merged += len(one.parts)
    if merged:
        ledger.save(files, book)
    return merged


def _raw(connection: "DuckDBPyConnection", files: Files, today: date) -> Iterable[Merge]:
    for kind in counting.KINDS:
        for day, paths in sorted(counting.raw_days(files, kind).items()):
            most = OPEN_DAY_PARTS if day >= today - timedelta(days=1) else 1
            by_top: dict[str, list[str]] = defaultdict(list)
            for path in paths:
                by_top[path.rpartition("/")[0]].append(path)
            due = tuple(path for those in by_top.values() if len(those) > most for path in those)
            if due:
                yield Merge(due, _rewriter(connection, files, kind=kind, due=due), once=True)


def _rewriter(
    connection: "DuckDBPyConnection", files: Files, *, kind: str, due: tuple[str, ...]
) -> Callable[[str], object]:
    def write(name: str) -> object:
        engine.view(connection, "every", files.near(due), columns=dict(parts.COLUMNS[kind]))
        return parts.write(connection, "every", files=files, kind=kind, name=name)

    return write


def _registers(connection: "DuckDBPyConnection", files: Files, today: date) -> Iterable[Merge]:
    for day_folder, paths in sorted(_by_folder(files, counting.HEARD).items()):
        if len(paths) > _most(day_folder, today):
            yield _plain(connection, files, day_folder, due=paths, rows=HEARD_ROWS)
    for day_folder, paths in sorted(_by_folder(files, replays.PAGES).items()):
        if len(paths) > _most(day_folder, today):
            yield _plain(connection, files, day_folder, due=paths, rows=KEY_ROWS)
    keys = _smaller(files, replays.DOSSIERS)
    if keys:
        yield _plain(connection, files, replays.DOSSIERS, due=keys, rows=KEY_ROWS)
    states = _smaller(files, cases.FOLDER)
    if states:
        folded = (
            f"FROM ({cases.FOLD} FROM every GROUP BY site, dossier) "
            "ORDER BY first.stamp, site, dossier"
        )
        yield _plain(connection, files, cases.FOLDER, due=states, rows=folded)
    for kind, held in told.HELD.items():
        paths = files.paths(kind)
        if len(paths) > 1:
            yield _plain(connection, files, kind, due=paths, rows=held)


def _plain(
    connection: "DuckDBPyConnection", files: Files, folder: str, *, due: list[str], rows: str
) -> Merge:
    def write(name: str) -> None:
        engine.view(connection, "every", files.near(due), columns={})
        engine.keep(connection.sql(rows), files, f"{folder}/part-{name}.parquet")

    return Merge(tuple(due), write, once=folder.startswith(counting.HEARD))


def _most(day_folder: str, today: date) -> int:
    closed = counting.day_of(day_folder) < today - timedelta(days=1)
    return 1 if closed else OPEN_DAY_PARTS


def _by_folder(files: Files, folder: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in files.paths(folder):
        found[path.rpartition("/")[0]].append(path)
    return found


def _smaller(files: Files, folder: str) -> list[str]:
    """Give the parts to merge: small ones often, large ones when the small have grown to them."""
    paths = files.paths(folder)
    if len(paths) <= REGISTER_PARTS:
        return []
    sizes = {p: files.size(p) for p in paths}
    ordered = sorted(paths, key=lambda path: sizes[path])
    taken, total = ordered[:2], sizes[ordered[0]] + sizes[ordered[1]]
    for path in ordered[2:]:
        if sizes[path] > 4 * total:
            break
        taken.append(path)
        total += sizes[path]
    return taken


def forget(files: Files, book: ledger.Ledger, *, today: date, keep_days: int) -> int:
    """Drop raw facts older than `keep_days` and keys that no replay can need; give their number."""
    since = today - timedelta(days=keep_days)
    old = [
        path
        for kind in counting.KINDS
        for day, paths in counting.raw_days(files, kind).items()
        if day < since
        for path in paths
    ]
    keys = today - timedelta(days=replays.KEPT_DAYS)
    old_keys = [p for p in files.paths(replays.PAGES) if counting.day_of(p) < keys]
    if old and since.isoformat() > book.pages_from:
        book.pages_from = since.isoformat()
        ledger.save(files, book)
    files.drop([*old, *old_keys])
    return len(old)
