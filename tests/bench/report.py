"""The table on the terminal, docs/reference/bench.md, var/bench.json."""

import json
import os
import platform
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import django
from rich.console import Console
from rich.table import Table
from tests.bench.meter import Figures
from tests.bench.operations import SEARCH_P95, TARGETS
from tests.bench.weights import FIRST, NEXT, Weight

ROOT = Path(__file__).parents[2]
MORE = 1.20
"""How much more a page may cost with twenty times the dossiers."""

LISTS_BEGIN = "<!-- lists:"
"""Where the part of the page begins that `--lists` writes; the other run leaves it alone."""

BURST_BEGIN = "<!-- burst:"
"""Where the part begins that `--burst` writes, the last one; the other two leave it alone."""

Measured = dict[int, list[tuple[str, Figures]]]


def machine() -> str:
    """Describe what this ran on."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB"


def rows(measured: Measured) -> list[list[str]]:
    """Give the lines of the table of operations at the largest size."""
    small, large = min(measured), max(measured)
    before = dict(measured[small])
    figures = dict(measured[large])
    bare, five = figures["bare_page"].cpu, figures["five_rows"].cpu
    return [
        [
            found.name,
            f"{found.app:.1f}",
            f"{found.store:.1f}",
            f"{found.cpu:.1f}",
            _target(key, found),
            f"{before[key].cpu:.1f}",
            f"{found.cpu / before[key].cpu:.2f}",
            f"{found.wall_p50:.0f} / {found.wall_p95:.0f}",
            str(found.queries),
            f"{found.cpu / bare:.1f}",
            f"{found.cpu / five:.1f}",
        ]
        for key, found in measured[large]
    ]


def missed(measured: Measured, weights: list[Weight]) -> list[str]:
    """Name what misses its target."""
    small, large = min(measured), max(measured)
    before, figures = dict(measured[small]), dict(measured[large])
    found = [
        f"{figures[key].name}: {figures[key].cpu:.1f} ms > {most} ms"
        for key, most in TARGETS.items()
        if figures[key].cpu > most
    ]
    if figures["search"].cpu_p95 > SEARCH_P95:
        found.append(f"search: p95 {figures['search'].cpu_p95:.1f} ms > {SEARCH_P95} ms")
    pages = set(figures) - {"bare_page", "five_rows", "search", "search_page"}
    found += [
        f"{figures[key].name}: {figures[key].cpu / before[key].cpu:.2f} × ({small} → {large})"
        for key in sorted(pages)
        if small < large and figures[key].cpu > before[key].cpu * MORE
    ]
    found += [
        f"{one.name}: {one.first / 1024:.1f} KB / {one.next / 1024:.1f} KB"
        for one in weights
        if one.first > FIRST * 1024 or one.next > NEXT * 1024
    ]
    return found


def _target(key: str, found: Figures) -> str:
    if key == "search":
        return f"p95 {found.cpu_p95:.1f} ≤ {SEARCH_P95} {_mark(found.cpu_p95 <= SEARCH_P95)}"
    if key not in TARGETS:
        return ""
    return f"≤ {TARGETS[key]} {_mark(found.cpu <= TARGETS[key])}"


def _mark(held) -> str:
    return "✓" if held else "✗"


def titles(measured: Measured) -> list[str]:
    """Give the heads of the columns."""
    small, large = (f"{size:,}" for size in (min(measured), max(measured)))
    return [
        f"operation, {large} dossiers",
        "app",
        "store",
        "together",
        "target",
        f"at {small}",
        "ratio",
        "wall p50 / p95",
        "queries",
        "× bare page",
        "× five rows",
    ]


def weight_rows(weights: list[Weight]) -> list[list[str]]:
    """Give the lines of the table of weights, in KB."""
    return [
        [
            one.name,
            f"{one.page / 1024:.1f}",
            f"{one.first / 1024:.1f} {_mark(one.first <= FIRST * 1024)}",
            f"{one.next / 1024:.1f} {_mark(one.next <= NEXT * 1024)}",
            f"{one.fonts / 1024:.1f}",
        ]
        for one in weights
    ]


WEIGHT_TITLES = [
    "page of a citizen",
    "page alone",
    f"first visit (≤ {FIRST})",
    f"next visit (≤ {NEXT})",
    "fonts",
]


def tell(measured: Measured, weights: list[Weight]) -> None:
    """Print both tables and what is missed."""
    console = Console(width=None if sys.stdout.isatty() else 200)
    for heads, lines in (
        (titles(measured), rows(measured)),
        (WEIGHT_TITLES, weight_rows(weights)),
    ):
        table = Table(*heads)
        for line in lines:
            table.add_row(*line)
        console.print(table)
    for line in missed(measured, weights):
        console.print(f"✗ {line}")


def write(measured: Measured, weights: list[Weight], facts: dict[str, object]) -> None:
    """Write the page of the documentation and the figures for machines."""
    known = {
        "facts": facts,
        "operations": {
            str(size): {key: asdict(found) for key, found in figures}
            for size, figures in measured.items()
        },
        "weights": [asdict(one) for one in weights],
    }
    (ROOT / "var").mkdir(exist_ok=True)
    (ROOT / "var" / "bench.json").write_text(json.dumps(known, ensure_ascii=False, indent=1))
    text = PAGE.format(
        **facts,
        operations=_markdown(titles(measured), rows(measured)),
        weights=_markdown(WEIGHT_TITLES, weight_rows(weights)),
        missed="\n".join(f"- {line}" for line in missed(measured, weights)) or "Nothing.",
    )
    place = ROOT / "docs" / "reference" / "bench.md"
    before = place.read_text() if place.exists() else ""
    starts = [before.find(mark) for mark in (LISTS_BEGIN, BURST_BEGIN) if mark in before]
    place.write_text(f"{text.rstrip()}\n" + (f"\n{before[min(starts) :]}" if starts else ""))


def facts(*, at: datetime, store: str, procedures: int, real: int) -> dict[str, object]:
    """Say when, on what and with what this was measured."""
    return {
        "date": f"{at:%Y-%m-%d}",
        "machine": machine(),
        "python": platform.python_version(),
        "django": django.get_version(),
        "store": store,
        "procedures": procedures,
        "real": real,
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def _markdown(heads: list[str], lines: list[list[str]]) -> str:
    marks = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join("| " + " | ".join(line) + " |" for line in (heads, marks, *lines))


PAGE = """<!-- Written by `make bench`; do not edit. -->
# What operations cost

Measured on {date} on {machine}, with a load of {load} when it was done.
Python {python}, Django {django}, {store} (`fsync` on); {procedures} procedures,
{real} of them real records and the rest variations.
All figures are milliseconds of **CPU time** for one operation (the median of 60) unless
they say otherwise; [docs/how-to/bench.md](../how-to/bench.md) tells how they are taken.

{operations}

Kilobytes (1,024 bytes) over the wire, compressed, fonts apart:

{weights}

## Missed

{missed}
"""
