"""How pages read the lake: DuckDB in the process, views over roll-ups and registers, no writing."""

import os
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motcua.measurement.models.lake import cases, counting, engine, marks, told
from motcua.measurement.models.lake.engine import Limits
from motcua.measurement.models.lake.files import Bucket, Files
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LOOKED_AGAIN = 15.0
"""Seconds until a bucket is asked again whether there is something new; a folder always is."""

NAMES = (*schemas.ROLLUPS, *schemas.COARSER)


class Reader:
    """One database in memory for the process, a cursor for each thread.

    Views are made anew when the lake says that it was counted anew; a query that runs meanwhile
    ends with what it began with.
    """

    def __init__(self, files: Files, limits: Limits) -> None:
        self.files = files
        self.limits = limits
        self._lock = threading.Lock()
        self._mine = threading.local()
        self._process = 0
        self._generation = 0
        self._seen: object = None
        self._looked = 0.0
        self._database: DuckDBPyConnection | None = None
        self._near: dict[str, tuple[int, str]] = {}
        self._outdated: list[str] = []
        self._made: dict[str, object] = {}

    def connection(self) -> "DuckDBPyConnection":
        """Give this thread's cursor, with views of the newest files."""
        with self._lock:
            if self._database is None or self._process != os.getpid():
                self._open()
            try:
                self._refresh()
            except BaseException:
                self._made.clear()  # what was begun and not made is made the next time
                raise
            generation, database = self._generation, self._database
        held: tuple[int, DuckDBPyConnection] | None = getattr(self._mine, "held", None)
        if held is None or held[0] != generation:
            if database is None:
                raise RuntimeError("no database was opened")
            held = generation, database.cursor()
            self._mine.held = held
        return held[1]

    def look_again(self) -> None:
        """Ask a bucket at the next connection, however lately it was asked."""
        self._looked = float("-inf")

    def _open(self) -> None:
        import duckdb  # noqa: PLC0415 -- slow import

        marks.check(self.files)
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": self.limits.memory,
            "threads": self.limits.threads,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        self._database = duckdb.connect(":memory:", config=config)
        self._process = os.getpid()
        self._generation += 1
        self._seen = object()
        self._made.clear()
        self.look_again()

    def _refresh(self) -> None:
        bucket = isinstance(self.files, Bucket)
        if bucket and time.monotonic() - self._looked < LOOKED_AGAIN:
            return
        self._looked = time.monotonic()
        seen = self.files.stamp(counting.PATH)
        if seen == self._seen or self._database is None:
            return
        outdated, self._outdated = self._outdated, []
        counted = counting.load(self.files)
        for name in NAMES:
            paths = sorted(p for p in counted.files if p.startswith(f"rollups/{name}/"))
            if self._is_new(name, tuple((path, counted.files[path]) for path in paths)):
                near = [self.here(path, counted.files[path]) for path in paths]
                columns = dict(schemas.columns(name))
                engine.view(self._database, name, near, columns=columns)
        self._open_registers(self._database)
        self._seen = seen
        for path in outdated:
            Path(path).unlink(missing_ok=True)

    def _open_registers(self, database: "DuckDBPyConnection") -> None:
        """Name what was told and the cases; what did not change since stays as it is."""
        for kind in (*told.FOLDERS, cases.FOLDER):
            paths = tuple(self.files.paths(kind))
            if self._is_new(kind, paths):
                found = _Kept(self, {kind: paths})
                if kind == cases.FOLDER:
                    cases.open_register(database, found)
                else:
                    told.open_told(database, found, kind)
                for path in [p for p in self._near if p.startswith(f"{kind}/") and p not in paths]:
                    self._outdate(self._near.pop(path)[1])

    def _is_new(self, name: str, made_of: object) -> bool:
        """Tell whether a view is to be made anew of these files, and remember them."""
        new = name not in self._made or self._made[name] != made_of
        self._made[name] = made_of
        return new

    def here(self, path: str, number: int) -> str:
        """Fetch a file only when it is newer than the one fetched before."""
        before, here = self._near.get(path, (-1, ""))
        if before != number:
            here = self.files.near([path])[0]
            if before != -1:
                self._outdate(self._near[path][1])
            self._near[path] = number, here
        return here

    def _outdate(self, here: str) -> None:
        """Let a file that was fetched go at the next change: a query may be reading it now."""
        if isinstance(self.files, Bucket):
            self._outdated.append(here)


class _Kept:
    """The reader's files: a part, once fetched, is not fetched again."""

    def __init__(self, reader: Reader, listed: Mapping[str, Sequence[str]]) -> None:
        self._reader = reader
        self._listed = listed

    def paths(self, folder: str) -> list[str]:
        """Give the files of a folder as they were listed."""
        return list(self._listed[folder])

    def near(self, paths: Sequence[str]) -> list[str]:
        """Give them from where they were fetched to."""
        return [self._reader.here(path, 0) for path in paths]
