"""`python -m tests.bench.indicator_asked CODE`: one indicator in a process of its own."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import django


def main(code: str) -> None:
    """Print milliseconds: the first question, then medians of each."""
    django.setup()
    import duckdb  # noqa: F401, PLC0415 -- loaded before the clock starts, as a server has it

    from motcua.measurement import queries  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement.queries import compiling  # noqa: PLC0415 -- as above
    from motcua.measurement.values import Grain, Period, Way  # noqa: PLC0415 -- as above

    year = Period.year(2026)
    way = queries.card(code).ways[-1]
    asked: dict[str, Callable[[], object]] = {
        "tops": lambda: queries.figures(code, period=year, way=way),
        "total": lambda: queries.figure(code, agency="", period=year, way=way),
        "months": lambda: queries.series(code, agency="", grain=Grain.MONTH, period=year, way=way),
    }
    if Way.FED in queries.card(code).ways:
        asked["fed"] = lambda: queries.figures(code, period=year, way=Way.FED)
    if "agency" in compiling.keys_of(code):
        asked["below"] = lambda: queries.figures(
            code, period=year, by="agency", within="H01", way=way
        )
    told: dict[str, Any] = {"cold": _once(asked["tops"]), "warm": {}}
    for name, ask in asked.items():
        walls, cpus = zip(*(_once(ask) for _ in range(7)), strict=True)
        told["warm"][name] = statistics.median(walls), statistics.median(cpus)
    print(json.dumps(told))  # noqa: T201 -- read by who started it


def _once(ask: Callable[[], object]) -> tuple[float, float]:
    """Give milliseconds by the clock and of CPU, all threads."""
    began, worked = time.perf_counter(), time.process_time()
    ask()
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    main(sys.argv[1])
