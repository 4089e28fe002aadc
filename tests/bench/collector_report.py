"""What is said of the collector: on the terminal, in docs/reference/bench.md, in var/."""

import json
import os
from dataclasses import asdict
from datetime import datetime

from rich.console import Console
from rich.table import Table
from tests.bench import sections
from tests.bench.collector import BULK, SINGLE, Found, Run
from tests.bench.report import ROOT, machine

HEADS = ("load", "facts/s", "facts a CPU second", "p50 ms", "p99 ms", "longest ms")
TARGETS = (("single", 3_000), ("bulk", 50_000))
SLOWEST = 50.0


def rows(found: Found) -> list[tuple[str, ...]]:
    """Give the loads as words."""
    return [_row(one) for one in (found.single, found.bulk, found.bare, found.bare_bulk)]


def _row(run: Run) -> tuple[str, ...]:
    rates = (f"{run.rate:,.0f}", f"{run.rate_of_cpu:,.0f}")
    return (run.name, *rates, f"{run.p50:.1f}", f"{run.p99:.1f}", f"{run.worst:.0f}")


def ratios(found: Found) -> list[str]:
    """Say how far it is from what the machine itself can do."""
    single, bare = found.single, found.bare
    shares = (
        f"{single.rate_of_cpu / bare.rate_of_cpu:.0%}",
        f"{found.bulk.rate_of_cpu / found.bare_bulk.rate_of_cpu:.1%}",
    )
    together = f"{single.rate / found.appends:.1f}"
    took = f"{found.acknowledged:,} facts acknowledged, {found.lost} lost, {found.doubled} doubled"
    return [
        f"Single requests: {shares[0]} of what the same server answers a CPU second with no work.",
        f"Bulks: {shares[1]} of what the same server reads and throws away a CPU second.",
        f"One process writes and fsyncs {found.appends:,.0f} lines a second one by one.",
        f"By waiting together, {together} × as many single facts were safe a second.",
        f"`kill -9` of the whole tree under load: {took}.",
    ]


def missed(found: Found) -> list[str]:
    """Name the targets that were missed."""
    wrong = [
        f"{name}: {getattr(found, name).rate:,.0f} facts/s, not {least:,}"
        for name, least in TARGETS
        if getattr(found, name).rate < least
    ]
    if found.single.rate_of_cpu < TARGETS[0][1]:
        wrong.append(f"single: {found.single.rate_of_cpu:,.0f} facts a CPU second")
    wrong += [
        f"{run.name}: p99 of {run.p99:.0f} ms"
        for run in (found.single, found.bulk)
        if run.p99 > SLOWEST
    ]
    if found.lost or found.doubled:
        wrong.append(f"{found.lost} lost, {found.doubled} doubled")
    return wrong + [
        f"{run.name}: {run.strange}" for run in (found.single, found.bulk) if run.strange
    ]


def tell(found: Found) -> None:
    """Print the tables."""
    console = Console(width=120)
    table = Table(*HEADS)
    for row in rows(found):
        table.add_row(*row)
    console.print(table)
    for line in ratios(found):
        console.print(line)
    for line in missed(found):
        console.print(f"✗ {line}")


def write(found: Found, *, at: datetime) -> None:
    """Keep the section on the page, the figures in a file of their own."""
    (ROOT / "var").mkdir(exist_ok=True)
    told = json.dumps(asdict(found), ensure_ascii=False, indent=1)
    (ROOT / "var" / "bench-collector.json").write_text(told)
    lines = [
        "## Collecting facts",
        "",
        f"Measured on {at:%Y-%m-%d} on {machine()}, with a load of {os.getloadavg()[0]:.1f}",
        f"when it was done. `motcua measure collect --workers {found.workers}`, each load for",
        f"{found.seconds:.0f} s over loopback; the senders share the machine: {SINGLE} kept",
        f"connections for single requests, {BULK} for bulks, each sending the next when the last",
        "is answered, which it is when the facts are fsynced. CPU is that of the collector's",
        "processes. Targets: 3,000 facts/s a core in single requests, 50,000 in bulks, p99 within",
        "50 ms, none lost.",
        "",
        f"| {' | '.join(HEADS)} |",
        f"| --- |{' ---: |' * (len(HEADS) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows(found)),
        "",
        *(f"- {line}" for line in ratios(found)),
        *(["", "Missed: " + "; ".join(missed(found)) + "."] if missed(found) else []),
    ]
    sections.put("collector", lines)
