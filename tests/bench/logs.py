"""What importing an access log costs, beside GoAccess and bare DuckDB on the same file.

Each reads the file in a process of its own; CPU time and memory are those of the whole process, its
start included, as the kernel counted them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.report import ROOT

MOST_FOR_GOACCESS = 5_000_000
"""GoAccess keeps everything in memory and takes minutes; longer logs go without it."""

DUCKDB = """
import sys, duckdb
connection = duckdb.connect()
connection.execute("SET threads = 2; SET preserve_insertion_order = false")
connection.execute(f'''
  COPY (FROM read_csv('{sys.argv[1]}', delim=' ', quote='"', escape='\\\\', header=false,
    auto_detect=false, ignore_errors=true, strict_mode=false, columns={{
      'ip': 'VARCHAR', 'ident': 'VARCHAR', 'user': 'VARCHAR', 'time': 'VARCHAR', 'zone': 'VARCHAR',
      'request': 'VARCHAR', 'status': 'VARCHAR', 'size': 'VARCHAR', 'referer': 'VARCHAR',
      'agent': 'VARCHAR'}}))
  TO '{sys.argv[2]}' (FORMAT parquet, COMPRESSION zstd)''')
"""
OURS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from motcua.cli.measure import import_logs
import_logs.start()
from motcua.measurement.actions import importing
from motcua.measurement.values.sites import Site
wanted = importing.Wanted([Path(sys.argv[1])], {"": Site(1, "bench", "H26")})
report = importing.import_logs(wanted=wanted, at=datetime(2026, 11, 22, tzinfo=UTC))
print(report.lines, report.accepted, report.robots, sum(report.refused.values()))
"""


_MAKE = """
import sys
from pathlib import Path
from tests.bench import log_lines
log_lines.write(Path(sys.argv[1]), lines=int(sys.argv[2]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one of them took: seconds of CPU and of the clock, MB of memory at most."""

    name: str
    cpu: float
    seconds: float
    memory: float
    lines: int

    @property
    def pace(self) -> float:
        """Lines per second of CPU time."""
        return self.lines / self.cpu


@dataclass(frozen=True, slots=True)
class Found:
    """A run on one log."""

    lines: int
    size: int
    made_in: float
    costs: tuple[Cost, ...]
    counted: tuple[int, int, int, int]
    """Lines read, accepted, of robots, refused."""
    stored: int


def measure(lines: int, folder: Path, told) -> Found:
    """Make a log of so many lines and let everybody read it."""
    log = folder / "access.log"
    told(f"making {lines:,} lines")
    made = _cost("made", [sys.executable, "-c", _MAKE, str(log), str(lines)], lines)[0]
    with log.open("rb") as file:
        real = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 24), b""))
    costs = []
    if lines <= MOST_FOR_GOACCESS:
        told("GoAccess")
        report = str(folder / "goaccess.json")
        command = [_goaccess(), str(log), "--log-format=COMBINED", "--no-progress", "-o", report]
        costs.append(_cost("GoAccess", command, real)[0])
    told("DuckDB")
    raw = folder / "raw.parquet"
    costs.append(_cost("DuckDB", [sys.executable, "-c", DUCKDB, str(log), str(raw)], real)[0])
    told("motcua")
    ours, said = _cost("motcua measure import", [sys.executable, "-c", OURS, str(log)], real)
    costs.append(ours)
    lake = Path(os.environ["MOTCUA_HOME"]) / "measurement" / "lake"
    stored = sum(path.stat().st_size for path in (lake / "pages").rglob("*.parquet"))
    counted = tuple(map(int, said.split()))
    size = log.stat().st_size
    for path in (log, raw):
        path.unlink()
    return Found(real, size, made.seconds, tuple(costs), counted, stored)


def _cost(name: str, command: Sequence[str], lines: int) -> tuple[Cost, str]:
    """Run a command to its end, with Python's compiled files as an installed one has them."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    reader, writer = os.pipe()
    began = os.times().elapsed
    with os.fdopen(reader) as said:
        running = subprocess.Popen(command, stdout=writer, stderr=subprocess.DEVNULL, env=env)
        os.close(writer)
        text = said.read()
        _pid, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise RuntimeError(f"{name} ended with {running.returncode}")
    cost = Cost(
        name=name,
        cpu=used.ru_utime + used.ru_stime,
        seconds=os.times().elapsed - began,
        memory=used.ru_maxrss / 1024,
        lines=lines,
    )
    return cost, text


def _goaccess() -> str:
    if shutil.which("goaccess") is None:
        subprocess.run(["apt-get", "install", "-y", "goaccess"], check=True, capture_output=True)
    return shutil.which("goaccess") or "goaccess"
