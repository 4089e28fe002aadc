"""What is said of a burst: on the terminal, in docs/reference/bench.md, in var/bench-burst.json."""

import json
import os
from datetime import datetime

from rich.console import Console
from rich.table import Table
from tests.bench import sections
from tests.bench.report import BURST_BEGIN, ROOT, machine

FILE = ROOT / "docs" / "reference" / "bench.md"
MARK = f"{BURST_BEGIN} written by `python -m tests.bench --burst` -->"


def rows(found: dict) -> list[tuple[str, str]]:
    """Give what was measured as pairs of words."""
    return [
        ("citizens", f"{found['number']:,}, at {found['agencies']} agencies"),
        ("clients pressing at once", str(found["clients"])),
        ("presses, every twentieth citizen twice", f"{found['presses']:,}"),
        ("accepted a second", f"{found['rate']:.0f}"),
        ("until the last was accepted", f"{found['seconds']:.0f} s"),
        ("wait for the answer, p50", f"{found['p50']:.0f} ms"),
        ("wait for the answer, p95", f"{found['p95']:.0f} ms"),
        ("longest wait", f"{found['worst']:.0f} ms"),
        ("work waiting for the worker then", f"{found['behind']['pending']:,}"),
        ("until the worker had done it", f"{found['drained']:.0f} s"),
        ("lost, doubled, untold or undone", "; ".join(found["faults"]) or "none"),
    ]


def tell(found: dict) -> None:
    """Print the table."""
    table = Table("a burst", "")
    for row in rows(found):
        table.add_row(*row)
    Console(width=100).print(table)


def write(found: dict, *, at: datetime) -> None:
    """Put the table at the end of the page, the figures into a file of their own."""
    (ROOT / "var").mkdir(exist_ok=True)
    (ROOT / "var" / "bench-burst.json").write_text(json.dumps(found, indent=1))
    whole = FILE.read_text(encoding="utf-8")
    text = whole.partition(BURST_BEGIN)[0].partition(sections.BEGIN)[0].rstrip()
    lines = [
        text,
        "",
        MARK,
        f"## {found['number']:,} citizens submit in one burst",
        "",
        f"Measured on {at:%Y-%m-%d} on {machine()}, with a load of {os.getloadavg()[0]:.1f}",
        "when it was done. `motcua serve` as it is installed (two web processes of four threads,",
        "one worker), PostgreSQL with `fsync` on and the clients themselves share that machine.",
        "Half of the citizens turn to one commune, the rest to a hundred.",
        "",
        "| a burst | |",
        "| --- | ---: |",
        *(f"| {name} | {said} |" for name, said in rows(found)),
    ]
    lines += ["", sections.after_the_rest(whole)] if sections.BEGIN in whole else [""]
    FILE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
