"""What is said of the lake: on the terminal, in docs/reference/bench.md, as a drawing."""

import json
import os
from datetime import datetime

from rich.console import Console
from rich.table import Table
from tests.bench import sections
from tests.bench.growth import Line, drawing, slope
from tests.bench.report import ROOT, machine

COLD, WARM = 300, 60
"""The most milliseconds a page of figures may take."""
PICTURE = ROOT / "docs" / "images" / "lake-growth.svg"


def rows(found: list[dict]) -> list[tuple[str, ...]]:
    """Give what was measured, a column a size."""

    def line(name: str, said) -> tuple[str, ...]:
        return (name, *(said(one) for one in found))

    return [
        line("events", lambda one: f"{one['events']:,}"),
        line("days of events", lambda one: f"{one['days']:,}"),
        line("events written a CPU second", lambda one: f"{one['events'] / one['write']:,.0f}"),
        line(
            "events compacted and counted a CPU second",
            lambda one: f"{one['events'] / one['compact']:,.0f}",
        ),
        line("bytes an event, raw facts", lambda one: f"{one['raw_bytes']:.1f}"),
        line("bytes an event, everything", lambda one: f"{one['whole_bytes']:.1f}"),
        line("raw files", lambda one: f"{one['files']:,}"),
        line("all roll-ups", lambda one: f"{one['rollups'] / 1e6:.1f} MB"),
        line("of them visits", lambda one: f"{one['visits'] / 1e6:.1f} MB"),
        line("views by day and agency from raw facts", lambda one: f"{one['raw_query']:,.0f} ms"),
        line("the same from the roll-up", lambda one: f"{one['rolled_query']:,.0f} ms"),
        line("most memory", lambda one: f"{one['memory']:,.0f} MB"),
        line("whole run, events made too", lambda one: f"{one['seconds']:,.0f} s"),
    ]


def tell(found: list[dict], spool: dict) -> None:
    """Print the table."""
    table = Table("the lake", *("" for _ in found))
    for row in rows(found):
        table.add_row(*row)
    console = Console(width=110)
    console.print(table)
    for kind, spent in found[-1]["pages"].items():
        cold, warm = (max(each[n] for each in spent.values()) for n in (0, 1))
        console.print(f"{kind}: cold {cold:.0f} ms, warm {warm:.0f} ms at the slowest")
    for line in slow(found[-1]):
        console.print(f"✗ {line}")
    console.print(f"through the spool: {spool['lines'] / spool['cpu']:,.0f} lines a CPU second")


def write(found: list[dict], spool: dict, *, at: datetime) -> None:
    """Write the section, the drawing and the figures in a file of their own."""
    (ROOT / "var").mkdir(exist_ok=True)
    (ROOT / "var" / "bench-lake.json").write_text(json.dumps([found, spool], indent=1))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(drawing(lines(found)), encoding="utf-8")
    head, *rest = rows(found)
    a_line = spool["bytes"] / spool["lines"]
    sections.put(
        "lake",
        [
            f"## The lake, up to {found[-1]['events']:,} events",
            "",
            f"Measured on {at:%Y-%m-%d} on {machine()}, with a load of {os.getloadavg()[0]:.1f}",
            "when it was done. Events of a nation (97 ministries and provinces, some 10,000",
            "agencies, 2,000 procedures; one in a hundred a dossier's), a million a day, made in",
            "memory and written a day at a time; compaction then makes every roll-up.",
            "",
            "| " + " | ".join(head) + " |",
            "| --- |" + " ---: |" * len(found),
            *("| " + " | ".join(row) + " |" for row in rest),
            "",
            *_pages(found[-1]),
            f"Through the spool, as collectors write it ({spool['lines']:,} lines of {a_line:.0f}",
            "bytes, each with a key that tells replays): reading, replays, Parquet and roll-ups",
            f"take {spool['lines'] / spool['cpu']:,.0f} lines a CPU second.",
            "",
            "![CPU seconds, megabytes and milliseconds against events](../images/lake-growth.svg)",
            "",
            "Slopes of the drawing (1: grows as events do):",
            "",
            *(f"- {line.name}: {slope(line.points):.2f}" for line in lines(found)),
        ],
    )


def _pages(of: dict) -> list[str]:
    """Give the table of pages: the slowest of each kind, cold and warm."""
    rows = [
        f"| {kind} | {len(spent)} | {max(cold for cold, _ in spent.values()):.0f} "
        f"| {max(warm for _, warm in spent.values()):.0f} |"
        for kind, spent in of["pages"].items()
    ]
    return [
        f"Pages of a quarter over the {of['events']:,} events, milliseconds of the clock, the",
        f"slowest of each kind; targets: cold {COLD}, warm {WARM}. Cold: no answer kept, DuckDB",
        "opened anew, the kernel asked to forget the files, in a process that drew such a page of",
        "another month before. Warm: the median of five more.",
        "",
        "| page | how many | cold | warm |",
        "| --- | ---: | ---: | ---: |",
        *rows,
        "",
    ]


def slow(of: dict) -> list[str]:
    """Name the pages that are slower than they may be."""
    return [
        f"{path or '/'}: cold {cold:.0f}, warm {warm:.0f} ms"
        for spent in of["pages"].values()
        for path, (cold, warm) in spent.items()
        if cold > COLD or warm > WARM
    ]


def lines(found: list[dict]) -> list[Line]:
    """Give what is drawn, each against the number of events."""

    def line(name: str, value) -> Line:
        return Line(name, tuple((one["events"], value(one)) for one in found))

    return [
        line("CPU seconds, written and compacted", lambda one: one["write"] + one["compact"]),
        line("megabytes on disk", lambda one: one["events"] * one["whole_bytes"] / 1e6),
        line("ms, asked of raw facts", lambda one: one["raw_query"]),
        line("ms, asked of the roll-up", lambda one: one["rolled_query"]),
    ]
