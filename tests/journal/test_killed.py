"""What `kill -9` leaves behind: nothing lost, nothing stuck, the chain intact."""

import json
import signal
from pathlib import Path

import pytest
from tests.processes import run, started, until

EAR = ("-m", "tests.journal.ear")
PATIENCE = 60
"""Seconds a worker may take to end what it holds, on a machine that has other work too."""


@pytest.fixture
def heard(own_store):
    file = Path(own_store["MOTCUA_HOME"], "heard")
    return lambda: file.read_text().split() if file.exists() else []


def test_a_worker_killed_in_the_middle_loses_nothing(own_store, tmp_path, heard):
    run(*EAR, "prepare", "200", env=own_store)
    for _ in range(3):
        before = len(heard())
        with started(*EAR, "work", env=own_store, log=tmp_path / "log") as worker:
            until(lambda before=before: len(heard()) >= before + 25, about="hearing")
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    assert len(set(heard())) < 200
    with started(*EAR, "work", env=own_store, log=tmp_path / "log") as worker:
        until(lambda: len(set(heard())) == 200, about="hearing the rest")
        worker.terminate()
        assert worker.wait(timeout=PATIENCE) == 0
    found = json.loads(run(*EAR, "report", env=own_store))
    assert {int(number) for number in heard()} == set(found["entries"])
    assert found["states"] == ["done"]
    assert found["ok"]
    assert len(heard()) <= 200 + 3 * 20, "more was done twice than the batches in hand"


def test_a_worker_told_to_end_finishes_what_it_holds(own_store, tmp_path, heard):
    run(*EAR, "prepare", "120", env=own_store)
    with started(*EAR, "work", env=own_store, log=tmp_path / "log") as worker:
        until(lambda: len(heard()) >= 30, about="hearing")
        worker.terminate()
        assert worker.wait(timeout=PATIENCE) == 0
        until(lambda: len(heard()) < 120, about="ending early")
    with started(*EAR, "work", env=own_store, log=tmp_path / "log") as worker:
        until(lambda: len(heard()) >= 120, about="hearing the rest")
        worker.terminate()
        worker.wait()
    assert len(heard()) == len(set(heard())) == 120


def test_two_workers_share_the_work_and_do_nothing_twice(own_store, tmp_path, heard):
    run(*EAR, "prepare", "200", env=own_store)
    log = tmp_path / "log"
    with (
        started(*EAR, "work", "left", env=own_store, log=log) as left,
        started(*EAR, "work", "right", env=own_store, log=log) as right,
    ):
        until(lambda: len(set(heard())) == 200, about="hearing all")
        for worker in (left, right):
            worker.terminate()
            assert worker.wait(timeout=PATIENCE) == 0
    assert len(heard()) == 200
    found = json.loads(run(*EAR, "report", env=own_store))
    assert (found["ok"], found["unsealed"]) == (True, 0)


def test_two_workers_of_one_name_do_not_run(own_store, tmp_path):
    run(*EAR, "prepare", env=own_store)
    home = Path(own_store["MOTCUA_HOME"])
    with started(*EAR, "work", env=own_store, log=tmp_path / "first"):
        until((home / "worker-ear.lock").exists, about="the lock")
        with started(*EAR, "work", env=own_store, log=tmp_path / "second") as second:
            assert second.wait(timeout=PATIENCE) == 1
    assert "running already" in (tmp_path / "second").read_text()
