"""Stores and processes of their own, for tests that kill.

A plugin (`pytest_plugins` in conftest.py).
"""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def own_store(tmp_path):
    """The environment of a process with a home and an empty store that no other test sees."""
    url = os.environ["MOTCUA_DATABASE_URL"]
    environment = {
        **os.environ,
        "MOTCUA_HOME": str(tmp_path / "home"),
        "MOTCUA_DATABASE_URL": f"sqlite:///{tmp_path}/home/store.sqlite3",
        "PYTHONPATH": os.pathsep.join(
            [str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]
        ),
    }
    (tmp_path / "home").mkdir()
    if url.startswith("sqlite"):
        yield environment
        return
    name = f"own_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield {**environment, "MOTCUA_DATABASE_URL": url.replace("///postgres", f"///{name}")}
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(*arguments, env, timeout=120):
    """Run a Python module or script to its end and give what it wrote; a failure shows it all."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env=env,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def started(*arguments, env, log):
    """Start a Python process, which is dead at the end whatever happens."""
    with log.open("ab") as file:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=env, stdout=file, stderr=file, cwd=ROOT
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(condition, *, seconds=30, about="it"):
    """Look again and again until the condition holds and give its value; fail after the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.01)
    raise AssertionError(f"{about} did not happen within {seconds} s")
