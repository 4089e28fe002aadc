"""What is said of imports of logs: on the terminal, in docs/reference/bench.md, in var/."""

import json
import os
from dataclasses import asdict
from datetime import datetime

from rich.console import Console
from rich.table import Table
from tests.bench import sections
from tests.bench.logs import Cost, Found
from tests.bench.report import ROOT, machine

HEADS = ["", "CPU s", "clock s", "lines / CPU s", "× GoAccess", "of DuckDB", "memory, MB"]
TIMES, SHARE, MEMORY = 6.0, 0.5, 1024
"""Targets: against GoAccess, against DuckDB, megabytes."""


def rows(found: Found) -> list[list[str]]:
    """Give a line for each that read the log."""
    by_name = {one.name: one for one in found.costs}
    goaccess, duckdb = by_name.get("GoAccess"), by_name["DuckDB"]
    return [
        [
            one.name,
            f"{one.cpu:.1f}",
            f"{one.seconds:.1f}",
            f"{one.pace:,.0f}",
            f"{one.pace / goaccess.pace:.1f}" if goaccess else "not run",
            f"{one.pace / duckdb.pace:.0%}",
            f"{one.memory:,.0f}",
        ]
        for one in found.costs
    ]


def missed(found: Found) -> list[str]:
    """Name what misses its target."""
    by_name = {one.name: one for one in found.costs}
    ours, duckdb = by_name["motcua measure import"], by_name["DuckDB"]
    goaccess: Cost | None = by_name.get("GoAccess")
    said = []
    if goaccess and ours.pace < TIMES * goaccess.pace:
        said.append(f"{ours.pace / goaccess.pace:.1f} × GoAccess < {TIMES}")
    if ours.pace < SHARE * duckdb.pace:
        said.append(f"{ours.pace / duckdb.pace:.0%} of DuckDB < {SHARE:.0%}")
    if ours.memory > MEMORY:
        said.append(f"{ours.memory:,.0f} MB > {MEMORY} MB")
    return said


def tell(found: Found) -> None:
    """Print the table."""
    table = Table(*HEADS, title=f"{found.lines:,} lines, {found.size / 2**20:,.0f} MB")
    for row in rows(found):
        table.add_row(*row)
    console = Console(width=110)
    console.print(table)
    console.print(_counted(found))
    for line in missed(found):
        console.print(f"✗ {line}")


def _counted(found: Found) -> str:
    read, accepted, robots, refused = found.counted
    return (
        f"{read:,} lines read: {accepted:,} facts ({robots:,} of robots), {refused:,} refused; "
        f"{found.stored / max(accepted, 1):.1f} bytes a fact in the lake. "
        f"The log was made in {found.made_in:.0f} s."
    )


def write(found: Found, *, at: datetime) -> None:
    """Keep the section of this size on the page, the figures in a file of their own."""
    (ROOT / "var").mkdir(exist_ok=True)
    place = ROOT / "var" / "bench-logs.json"
    known = json.loads(place.read_text()) if place.exists() else {}
    load = os.getloadavg()[0]
    known[str(found.lines)] = {"at": f"{at:%Y-%m-%d}", "load": load, **asdict(found)}
    place.write_text(json.dumps(known, indent=1))
    sections.put("logs", _section(known))


def _section(known: dict) -> list[str]:
    lines = [
        "## Importing access logs",
        "",
        f"On {machine()}. Each reads the same log in a process of its own, start included; CPU",
        "time and memory are the kernel's. DuckDB reads columns and writes them to Parquet as they",
        "are; `motcua measure import` tells pages from assets and robots from people, takes",
        "persons out of paths, hashes visitors and leaves sorted Parquet in the lake. 30 % of the",
        "lines ask for pages. GoAccess 1.7 writes its JSON report, for logs of up to 5,000,000",
        "lines. Targets: 6 × GoAccess, 50 % of DuckDB, 1,024 MB.",
    ]
    for told in sorted(known.values(), key=lambda one: one["lines"]):
        found = Found(
            **{k: v for k, v in told.items() if k not in {"at", "load", "costs"}},
            costs=tuple(Cost(**one) for one in told["costs"]),
        )
        lines += [
            "",
            f"### {found.lines:,} lines, {found.size / 2**20:,.0f} MB",
            "",
            f"Measured on {told['at']} with a load of {told['load']:.1f} when it was done.",
            _counted(found),
            "",
            f"| {' | '.join(HEADS)} |",
            f"| --- |{' ---: |' * (len(HEADS) - 1)}",
            *(f"| {' | '.join(row)} |" for row in rows(found)),
            *(["", "Missed: " + "; ".join(missed(found)) + "."] if missed(found) else []),
        ]
    return lines
