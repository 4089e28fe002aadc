"""A private PostgreSQL for one run: own folder, own socket, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUICK = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off "
    "-c autovacuum_analyze_threshold=2000000000 "
)
"""Tests take back what they write: what is gathered about tables in between, of rows that are gone
or of none, makes the planner choose ways that take a hundred times as long."""


class PostgresMissing(Exception):
    """PostgreSQL 15 or newer is not installed."""


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        raise PostgresMissing("PostgreSQL is not installed; `make test` installs it.")
    return Path(initdb).resolve().parent


def _as_postgres(command: list[str]) -> list[str]:
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@contextmanager
def private_cluster(*, durable: bool = False) -> Iterator[str]:
    """Start a cluster and give its URL; stop and remove it afterwards.

    Tests need no durability; what is measured (`durable`) writes as it does in earnest.
    """
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="motcua-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    run = lambda *command: subprocess.run(  # noqa: E731
        _as_postgres([str(part) for part in command]), check=True, capture_output=True, cwd=folder
    )
    run(
        binaries / "initdb",
        "-D",
        data,
        "-U",
        "motcua",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    )
    quick = "" if durable else QUICK
    options = f"-k {folder} -c listen_addresses='' {quick}-c shared_buffers=256MB"
    run(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql:///postgres?host={folder}&user=motcua"
    finally:
        run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
