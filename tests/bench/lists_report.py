"""The second half of docs/reference/bench.md: lists, search and files at a million dossiers."""

from datetime import datetime

from rich.console import Console
from rich.table import Table
from tests.bench.lists import SEARCH_P95, TARGETS, Written
from tests.bench.meter import Figures
from tests.bench.report import BURST_BEGIN, MORE, ROOT, machine

FILE = ROOT / "docs" / "reference" / "bench.md"
MARK = "<!-- lists: written by `python -m tests.bench --lists` -->"
Measured = dict[int, list[tuple[str, Figures]]]
HEAD = (
    "operation",
    "app",
    "store",
    "together",
    "target",
    "at {small}",
    "ratio",
    "wall p50 / p95",
    "queries",
)
FILE_HEAD = ("file", "lines", "CPU seconds", "MB", "memory it grew by, MB")


def tell(measured: Measured, files: list[Written]) -> None:
    """Print both tables."""
    for head, rows in ((_head(measured), _rows(measured)), (FILE_HEAD, _file_rows(files))):
        table = Table(*head)
        for row in rows:
            table.add_row(*row)
        Console(width=160).print(table)


def write(measured: Measured, files: list[Written], *, at: datetime) -> None:
    """Put both tables below what the other run wrote."""
    before, mark, burst = FILE.read_text(encoding="utf-8").partition(BURST_BEGIN)
    text = before.partition(MARK)[0].rstrip()
    missed = _missed(measured) or ["Nothing."]
    lines = [
        text,
        "",
        MARK,
        f"## Lists at {max(measured):,} dossiers",
        "",
        f"Measured on {at:%Y-%m-%d} on {machine()}.",
        "Pages come through all middleware; search asks 200 questions (whole names with and",
        "without marks, parts of names, names with a procedure, codes): its target is the p95.",
        "",
        *_table(_head(measured), _rows(measured)),
        "",
        "Files are written by a process of its own from a cursor of the database.",
        "",
        *_table(FILE_HEAD, _file_rows(files)),
        "",
        "Missed:",
        "",
        *(f"- {one}" for one in missed),
        *(("", f"{mark}{burst.rstrip()}") if mark else ()),
    ]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _head(measured: Measured) -> tuple[str, ...]:
    return tuple(one.format(small=f"{min(measured):,}") for one in HEAD)


def _rows(measured: Measured) -> list[list[str]]:
    before, largest = dict(measured[min(measured)]), measured[max(measured)]
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
        ]
        for key, found in largest
    ]


def _file_rows(files: list[Written]) -> list[list[str]]:
    return [
        [
            one.kind,
            f"{one.rows:,}",
            f"{one.seconds:.1f}",
            f"{one.size / 2**20:.1f}",
            f"{one.grown / 2**20:.1f}",
        ]
        for one in files
    ]


def _target(key: str, found: Figures) -> str:
    if key.startswith("search"):
        held = found.cpu_p95 <= SEARCH_P95
        return f"p95 {found.cpu_p95:.1f} ≤ {SEARCH_P95} {'✓' if held else '✗'}"
    if key not in TARGETS:
        return ""
    return f"≤ {TARGETS[key]} {'✓' if found.cpu <= TARGETS[key] else '✗'}"


def _missed(measured: Measured) -> list[str]:
    before, figures = dict(measured[min(measured)]), dict(measured[max(measured)])
    found = [
        f"{figures[key].name}: {figures[key].cpu:.1f} ms > {most} ms"
        for key, most in TARGETS.items()
        if figures[key].cpu > most
    ]
    found += [
        f"{one.name}: p95 {one.cpu_p95:.1f} ms > {SEARCH_P95} ms"
        for key, one in figures.items()
        if key.startswith("search") and one.cpu_p95 > SEARCH_P95
    ]
    found += [
        f"{figures[key].name}: {figures[key].cpu / before[key].cpu:.2f} × that at {min(measured):,}"
        for key in figures
        if not key.startswith("search") and figures[key].cpu > before[key].cpu * MORE
    ]
    return found


def _table(head: tuple[str, ...], rows: list[list[str]]) -> list[str]:
    return [
        "| " + " | ".join(head) + " |",
        "| " + " | ".join(["---", *["---:"] * (len(head) - 1)]) + " |",
        *("| " + " | ".join(row) + " |" for row in rows),
    ]
