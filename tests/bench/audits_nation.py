"""Eighty-three portals with three workers, killed on the way.

As a command, `… FOLDER WORKERS PAGES < addresses`, the child that is killed.
"""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench import audits_tree
from tests.portals import nation
from tests.portals.serving import serve_nation

WORKERS, PAGES = 3, 15
KILLED_AT = 0.4
"""Share of the pages after which everything is killed."""
Files = Mapping[Path, tuple[int, str]]


def measure(count: int, told: Callable[[str], None]) -> dict[str, Any]:
    """Audit a nation, killed once on the way, and tell what it took.

    `opened_again`: finished pages that a browser opened after the kill, which probes of the portal
    as a whole may do (the home page, a search); `changed`: files of finished pages written anew.
    """
    members = nation.nation(count)
    with serve_nation(members) as portals, TemporaryDirectory(prefix="motcua-nation-") as place:
        folder = Path(place)
        addresses = folder / "addresses.txt"
        addresses.write_text("\n".join(f"{one}/" for one in portals.values()))
        found = folder / "found"
        told(f"{count} portals, to be killed")
        first, before = _until_killed(found, addresses, wanted=count * PAGES)
        marks = {name: len(address.asked) for name, address in portals.items()}
        finished = {_url(path) for path in before}
        told(f"{count} portals, going on after kill -9")
        second = audits_tree.cost(_command(found, addresses))
        after = _pages(found)
    return {
        "portals": count,
        "pages": len(after),
        "status": second.status,
        "seconds": first + second.seconds,
        "cpu_after": second.cpu,
        "pages_after": len(after) - len(before),
        "memory": second.memory,
        "finished_before": len(before),
        "changed": sum(after.get(path) != mark for path, mark in before.items()),
        "opened_again": sum(
            f"{address}{one.target}" in finished
            for name, address in portals.items()
            for one in address.asked[marks[name] :]
            if one.document
        ),
        "submitted": sum(len(one.submissions) for one in portals.values()),
    }


def _command(found: Path, addresses: Path) -> list[str]:
    given = f"{sys.executable} -m tests.bench.audits_nation {found} {WORKERS} {PAGES}"
    return ["sh", "-c", f"exec {given} < {addresses}"]


def _until_killed(found: Path, addresses: Path, *, wanted: int) -> tuple[float, Files]:
    began = time.monotonic()
    root = str(audits_tree.ROOT)
    env = os.environ | {"PYTHONPATH": os.pathsep.join([f"{root}/src", root])}
    running = subprocess.Popen(
        _command(found, addresses), env=env, cwd=root, start_new_session=True
    )
    while len(_pages(found)) < wanted * KILLED_AT and running.poll() is None:
        time.sleep(0.5)
    family = [running.pid, *audits_tree.descendants(running.pid)]
    for pid in family:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    running.wait()
    return time.monotonic() - began, _pages(found)


def _pages(found: Path) -> Files:
    """Give every page that is finished, with when and what was written."""
    return {
        path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in found.glob("*/pages/*.json")
    }


def _url(path: Path) -> str:
    """Give the address of a finished page, "" where the file holds none."""
    return str((json.loads(path.read_bytes()).get("record") or {}).get("url", ""))


def main(folder: str, workers: str, pages: str) -> int:
    """Audit the portals whose addresses come on standard input."""
    from motcua.evaluation.probes.auditing import audit_many  # noqa: PLC0415 -- the child's alone
    from motcua.evaluation.values.audits import Manner  # noqa: PLC0415 -- as above

    def now() -> datetime:
        return datetime.now(tz=UTC)  # noqa: TID251 -- a door of its own

    urls: Sequence[str] = sys.stdin.read().split()
    done = audit_many(
        urls, manner=Manner(pages=int(pages)), folder=Path(folder), workers=int(workers), now=now
    )
    return int(len(done) != len(urls))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
