"""What looking costs: processor time and memory of this process and all that it started (Linux)."""

import os
from collections import defaultdict
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def family(pid: int) -> list[int]:
    """Give a process and everything that descends from it, parents first."""
    children: dict[int, list[int]] = defaultdict(list)
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (stat := _stat(int(folder.name))):
            children[int(stat[1])].append(int(folder.name))
    found = [pid]
    for one in found:
        found.extend(children[one])
    return found


def seconds(pid: int | None = None) -> float:
    """Give CPU seconds used so far by a process (this one) with all its descendants.

    A descendant that ended counts once its parent has collected it; measure while all still live.
    """
    stats = [_stat(one) for one in family(pid or os.getpid())]
    return sum(sum(int(part) for part in stat[11:15]) for stat in stats if stat) / _TICK


def memory(pid: int | None = None) -> int:
    """Give the bytes that a process and its descendants hold; what they share counts once.

    Proportional set size where the kernel tells it, else the private part of the resident set.
    """
    return sum(_held(one) for one in family(pid or os.getpid()))


def resident(pid: int) -> int:
    """Give the bytes of one process that are in memory, 0 where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0


def command(pid: int) -> str:
    """Give the command line of a process, "" where it is gone."""
    try:
        return (
            Path(f"/proc/{pid}/cmdline")
            .read_bytes()
            .replace(b"\0", b" ")
            .decode("utf-8", "replace")
        )
    except OSError:
        return ""


def _held(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return resident(pid)
    lines = (line.split() for line in rollup.splitlines()[1:])
    return next((int(line[1]) * 1024 for line in lines if line[0] == "Pss:"), 0)


def _stat(pid: int) -> list[str]:
    """Give the fields of `/proc/<pid>/stat` from the third on: state, parent, …"""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()
