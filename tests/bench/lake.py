"""What the lake costs: writing, compaction, bytes an event, questions; at three sizes."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench import lake_facts
from tests.bench.report import ROOT

RAW = """
SELECT day, agency, count(*) FROM read_parquet($paths, hive_partitioning = false)
WHERE kind = 'view' AND NOT robot GROUP BY day, agency
"""
ROLLED = "SELECT day, agency, sum(views) FROM visits_daily GROUP BY day, agency"
SPOOLED = 1_000_000
TIMES = 5


def measure(events: int, *, folder: Path, told: Callable[[str], None]) -> dict:
    """Fill a lake with so many events and measure it; the lake is deleted afterwards."""
    from motcua.measurement.actions import compacting  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement.models.lake import Lake  # noqa: PLC0415 -- as above

    place = folder / f"lake-{events}"
    lake = Lake(place)
    at = datetime(2026, 1, 1, 12, tzinfo=UTC)
    found = {"events": 0, "days": 0, "write": 0.0, "began": time.monotonic()}
    for pages, dossiers in lake_facts.days(events):
        with _cpu(found, "write"):
            compacting.write_facts(
                at=at, pages=pages, dossiers=dossiers, provenance="simulated", into=lake
            )
        found["events"] += pages.num_rows + dossiers.num_rows
        found["days"] += 1
        told(f"{found['events']:,} of {events:,} events")
    told("compacting")
    with _cpu(found, "compact"):
        compacting.compact(at=at + timedelta(days=found["days"] + 30), into=lake)
    told("asking")
    found |= _sizes(place, found["events"]) | _questions(lake)
    told("opening pages")
    found["pages"] = pages_over(place)
    found["seconds"] = time.monotonic() - found.pop("began")
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shutil.rmtree(place)
    return found


def pages_over(place: Path) -> dict[str, dict[str, list[float]]]:
    """Open pages of figures over a lake in a process of their own: milliseconds, cold and warm."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-pages-") as home:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.bench.lake_pages"],
            capture_output=True,
            text=True,
            check=True,
            env={
                **os.environ,
                "MOTCUA_HOME": home,
                "MOTCUA_HOSTS": "testserver",
                "MOTCUA_LAKE": str(place),
                "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
            },
        )
    return json.loads(ran.stdout)


def spooled(folder: Path) -> dict:
    """Measure the way through the spool: lines as collectors write them, keys and all."""
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up

    from motcua.measurement.actions import compacting  # noqa: PLC0415 -- as above
    from motcua.measurement.models.lake import Lake  # noqa: PLC0415 -- as above

    pages, _ = next(lake_facts.days(SPOOLED))
    spool = Path(settings.MEASUREMENT) / "spool"
    spool.mkdir(parents=True, exist_ok=True)
    size = _segments(pages, spool)
    found = {"lines": pages.num_rows, "bytes": size, "cpu": 0.0}
    lake = Lake(folder / "lake-spooled")
    with _cpu(found, "cpu"):
        done = compacting.compact(at=datetime(2026, 1, 1, 12, tzinfo=UTC), into=lake)
    if done.facts != pages.num_rows:
        raise RuntimeError(f"{done.facts} of {pages.num_rows} lines arrived")
    shutil.rmtree(folder / "lake-spooled")
    return found


def _segments(pages, spool: Path) -> int:
    """Write ten segments as the spool does; give their bytes."""
    import duckdb  # noqa: PLC0415 -- slow import

    from motcua.measurement.values import schemas  # noqa: PLC0415 -- needs Django set up

    connection = duckdb.connect()
    connection.register("pages", pages)
    columns = ", ".join(schemas.PAGES)
    rows = connection.sql(f"SELECT {columns}, hash(random()) AS key FROM pages")
    tenth = pages.num_rows // 10 + 1
    for place in range(10):
        path = spool / f"pages-0123456789ab-{place + 1:06}.tsv"
        rows.limit(tenth, offset=place * tenth).write_csv(
            str(path), sep="\t", na_rep="\\N", header=False, quotechar="", escapechar=""
        )
    return sum(path.stat().st_size for path in spool.glob("*.tsv"))


def _sizes(place: Path, events: int) -> dict:
    raw = [p for kind in ("pages", "dossiers") for p in (place / kind).rglob("*.parquet")]
    kept = sum(path.stat().st_size for path in raw)
    rolled = sum(path.stat().st_size for path in (place / "rollups").rglob("*.parquet"))
    whole = sum(path.stat().st_size for path in place.rglob("*.parquet"))
    visits = sum(
        path.stat().st_size for path in (place / "rollups" / "visits_daily").rglob("*.parquet")
    )
    return {
        "files": len(raw),
        "raw_bytes": kept / events,
        "whole_bytes": whole / events,
        "rollups": rolled,
        "visits": visits,
    }


def _questions(lake) -> dict:
    paths = lake.addresses("pages")
    return {
        "raw_query": _wall(lambda: _ask(lake, RAW, {"paths": paths})),
        "rolled_query": _wall(lambda: _ask(lake, ROLLED, {})),
    }


def _ask(lake, question: str, values: dict) -> list:
    return lake.connection().execute(question, values).fetchall()


def _wall(ask: Callable[[], object]) -> float:
    """Give the median of several, in milliseconds."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        ask()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


@contextmanager
def _cpu(found: dict, name: str) -> Iterator[None]:
    began = time.process_time()
    try:
        yield
    finally:
        found[name] = found.get(name, 0.0) + time.process_time() - began
