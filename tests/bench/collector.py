"""What the collector takes: single requests, bulks, beside what the machine itself can do."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.notifications.smtp_servers import free_port
from tests.observatory.collector_doors import collecting, spooled
from tests.processes import ROOT, started, until

from motcua.measurement.models.spool import recover
from motcua.measurement.values.sites import Site

SINGLE, BULK, BULK_FACTS = 64, 8, 200
SITES = {5: Site(5, "Cổng đo tải", "H26", ("dvc.example.vn",), limit=100_000_000)}
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Run:
    """One load: how much was acknowledged, how long senders waited (ms), CPU seconds spent."""

    name: str
    facts: int
    seconds: float
    p50: float
    p99: float
    worst: float
    cpu: float
    strange: tuple[str, ...]

    @property
    def rate(self) -> float:
        """Facts a second."""
        return self.facts / self.seconds

    @property
    def rate_of_cpu(self) -> float:
        """Facts a CPU second of the whole process tree."""
        return self.facts / self.cpu


@dataclass(frozen=True)
class Found:
    """All of it; `appends` is how often a second one process can write a line and fsync it."""

    workers: int
    seconds: float
    single: Run
    bulk: Run
    bare: Run
    bare_bulk: Run
    appends: float
    acknowledged: int
    lost: int
    doubled: int


def measure(seconds: float, folder: Path, told: Callable[[str], object], *, workers: int) -> Found:
    """Measure in one run, one after the other."""
    for name in ("a", "b"):
        (folder / name).mkdir()
    told("single requests")
    with collecting(folder / "a", workers=workers, sites=SITES) as (process, tree):
        single = load("single requests", process.port, tree.pid, seconds=seconds)
        told("bulks")
        bulk = load("bulks of 200", process.port, tree.pid, seconds=seconds, facts=BULK_FACTS)
    told("the server alone")
    with serving_nothing(folder, workers) as (port, pid):
        bare = load("the server alone", port, pid, seconds=seconds / 4)
        bare_bulk = load(
            "the server alone, bulks", port, pid, seconds=seconds / 4, facts=BULK_FACTS
        )
    told("appends")
    appends = appended(folder, seconds=min(seconds / 4, 5))
    told("kill -9")
    acknowledged, lost, doubled = killed(folder / "b", workers, seconds=min(seconds / 2, 10))
    return Found(
        workers=workers,
        seconds=seconds,
        single=single,
        bulk=bulk,
        bare=bare,
        bare_bulk=bare_bulk,
        appends=appends,
        acknowledged=acknowledged,
        lost=lost,
        doubled=doubled,
    )


def load(name: str, port: int, pid: int, *, seconds: float, facts: int = 1) -> Run:
    """Send for so long, and see what the process tree spent on it."""
    before = cpu(pid)
    found = json.loads(sender(port, seconds, facts).communicate(timeout=seconds + 60)[0])
    spent = cpu(pid) - before
    names = ("facts", "seconds", "p50", "p99", "worst")
    told = {one: found[one] for one in names}
    return Run(name=name, cpu=spent, strange=tuple(found["strange"]), **told)


def sender(port: int, seconds: float, facts: int, *, mark: str = "") -> subprocess.Popen:
    """Start the senders."""
    connections = SINGLE if facts == 1 else BULK
    words = [str(word) for word in (port, connections, seconds, facts, mark)]
    command = [sys.executable, "-m", "tests.bench.collector_load", *words]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    env = {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=env, cwd=ROOT, text=True)


@contextmanager
def serving_nothing(folder: Path, workers: int):
    """Run the same server with an application that does no work."""
    port = free_port()
    arguments = ["-m", "granian", "--interface", "rsgi", "--port", str(port), "--no-ws"]
    arguments += ["--workers", str(workers), "--runtime-mode", "st", "--loop", "uvloop"]
    arguments += ["--http", "1", "--backlog", "8192", "--backpressure", "4096"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    target = "tests.bench.collector_bare:bare"
    with started(*arguments, target, env=env, log=folder / "bare.log") as tree:
        until(lambda: "Started worker" in (folder / "bare.log").read_text(), about="the server")
        time.sleep(0.5)
        yield port, tree.pid
        tree.terminate()
        tree.wait(timeout=30)


def appended(folder: Path, *, seconds: float) -> float:
    """Give how often a second a line of a fact's length can be written and fsynced, one by one."""
    line = b"x" * 120 + b"\n"
    handle = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    end, number = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        os.write(handle, line)
        os.fdatasync(handle)
        number += 1
    os.close(handle)
    return number / seconds


def killed(folder: Path, workers: int, *, seconds: float) -> tuple[int, int, int]:
    """Kill everything in the middle; give facts acknowledged, lost of them, spooled twice."""
    with collecting(folder, workers=workers, sites=SITES) as (process, tree):
        sending = sender(process.port, seconds, 1, mark="k")
        time.sleep(seconds / 2)
        for pid in family(tree.pid):
            os.kill(pid, signal.SIGKILL)
        taken = json.loads(sending.communicate(timeout=seconds + 60)[0])["taken"]
    recover(folder / "measurement" / "spool")
    found = Counter(line[7].rpartition("/")[2] for line in spooled(folder / "measurement"))
    return (
        len(taken),
        sum(not found[name] for name in taken),
        sum(found[name] > 1 for name in taken),
    )


def family(pid: int) -> list[int]:
    """Give a process and everything below it."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found


def cpu(pid: int) -> float:
    """Give the CPU seconds of a process tree."""
    fields = [
        Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in family(pid)
    ]
    return sum(int(one[11]) + int(one[12]) for one in fields) / TICKS
