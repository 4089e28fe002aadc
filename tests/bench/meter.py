"""Measuring an operation: CPU of this process and of its PostgreSQL backends, time, queries."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

NANO = 1e-6  # nanoseconds to milliseconds


@dataclass(frozen=True, slots=True)
class Figures:
    """What one operation costs, in milliseconds; `app` and `store` are medians of CPU time."""

    name: str
    times: int
    app: float
    store: float
    wall_p50: float
    wall_p95: float
    cpu_p95: float
    queries: int

    @property
    def cpu(self) -> float:
        """CPU time of both sides together."""
        return self.app + self.store


def backends() -> list[int]:
    """Give the processes that serve this program's connections."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
            "AND backend_type = 'client backend'"
        )
        return [pid for (pid,) in cursor.fetchall()]


def cpu_of(pids: list[int]) -> int:
    """Give the CPU time of processes so far, in nanoseconds, to the nanosecond."""
    return sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in pids)


def measure(
    name: str,
    do: Callable[..., object],
    *,
    prepare: Callable[[], object] | None = None,
    times: int = 60,
    warm: int = 5,
) -> Figures:
    """Do something again and again, each time with what `prepare` gives, outside the measure.

    As between two real requests, connections go back to the pool in between.
    """
    given = (lambda: (prepare(),)) if prepare else (lambda: ())
    for _ in range(warm):
        do(*given())
    pids, app, store, wall = backends(), [], [], []
    for _ in range(times):
        arguments = given()
        close_old_connections()
        before = time.perf_counter_ns(), time.process_time_ns(), cpu_of(pids)
        do(*arguments)
        close_old_connections()
        app.append((time.process_time_ns() - before[1]) * NANO)
        wall.append((time.perf_counter_ns() - before[0]) * NANO)
        store.append((cpu_of(pids) - before[2]) * NANO)
    both = [a + s for a, s in zip(app, store, strict=True)]
    arguments = given()
    with CaptureQueriesContext(connection) as seen:
        do(*arguments)
    return Figures(
        name=name,
        times=times,
        app=statistics.median(app),
        store=statistics.median(store),
        wall_p50=statistics.median(wall),
        wall_p95=percentile(wall, 95),
        cpu_p95=percentile(both, 95),
        queries=sum(1 for query in seen.captured_queries if counts(query["sql"])),
    )


def counts(sql: str) -> bool:
    """Whether a statement is a query, not a savepoint or the frame of a transaction."""
    return not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK"))


def percentile(values: list[float], percent: int) -> float:
    """Give the value that so many percent of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
