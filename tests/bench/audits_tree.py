"""What a command costs with everything it starts: `python -m tests.bench.audits_tree FILE -- …`.

Runs the command as the ancestor of whatever it leaves behind (Linux: child subreaper), so that the
kernel's account of CPU time is complete, browsers and their detached processes included. Memory is
the proportional set size of the whole tree, looked at twice a second. Writes FILE as JSON.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]


SUBREAPER = 36
"""`PR_SET_CHILD_SUBREAPER` of prctl(2)."""
EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Tree:
    """What a command took: CPU seconds, seconds, MB of memory at most, its status and words."""

    cpu: float
    seconds: float
    memory: float
    status: int
    said: str = ""


def cost(command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd=None) -> Tree:
    """Run a command to its end and tell what it and all that it started took."""
    with TemporaryDirectory(prefix="motcua-tree-") as folder:
        told = Path(folder) / "tree.json"
        own = {**os.environ, **(env or {})}
        own["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        run = subprocess.run(
            [sys.executable, "-m", "tests.bench.audits_tree", str(told), "--", *command],
            env=own,
            cwd=cwd or ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        return Tree(**json.loads(told.read_text()), said=run.stdout)


def descendants(of: int) -> list[int]:
    """Give every process below one."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            with suppress(OSError):
                parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(path.name))
    found, todo = [], [of]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += below
    return found


def memory(pids: Sequence[int]) -> float:
    """Give the proportional set size of processes together, in MB."""
    total = 0
    for pid in pids:
        with suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
    return total / 1024


def main(file: str, command: Sequence[str]) -> int:
    """Run the command as the ancestor of all it starts; write what it took."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    most, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(EVERY):
            most[0] = max(most[0], memory(descendants(os.getpid())))

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    began = time.monotonic()
    status = subprocess.run(command, check=False).returncode
    seconds = time.monotonic() - began
    over.set()
    watching.join()
    _reap()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {
        "cpu": used.ru_utime + used.ru_stime,
        "seconds": seconds,
        "memory": most[0],
        "status": status,
    }
    Path(file).write_text(json.dumps(told))
    return 0


def _reap() -> None:
    """Wait for what was left behind; end it after ten seconds."""
    until = time.monotonic() + 10
    while True:
        try:
            pid, _status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            if time.monotonic() > until:
                for one in descendants(os.getpid()):
                    with suppress(ProcessLookupError):
                        os.kill(one, 9)
            time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[3:]))
