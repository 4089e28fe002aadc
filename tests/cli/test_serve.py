"""The process tree: it starts, mends itself and ends as one."""

import json
import os
import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.notifications.smtp_servers import free_port
from tests.processes import run, started, until

from motcua.cli import serve


@pytest.fixture
def prepared(own_store):
    run("-m", "tests.journal.ear", "prepare", env=own_store)
    port = free_port()
    return {**own_store, "MOTCUA_BIND": f"127.0.0.1:{port}", "PORT": str(port)}


@pytest.fixture
def tree(prepared, tmp_path):
    """A running `motcua serve`, and functions to look at it."""
    log = tmp_path / "serve"
    with started("-m", "motcua.cli", "serve", env=prepared, log=log) as supervisor:
        until(lambda: "Ctrl-C stops" in log.read_text(), about="starting")
        yield supervisor, prepared, log
        for pid in children(supervisor.pid):
            os.kill(pid, signal.SIGKILL)


def children(parent):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text().partition(" (")
        except OSError:
            continue
        state, ppid = rest.rpartition(") ")[2].split()[:2]
        if int(ppid) == parent and state != "Z":
            found.append(int(pid))
    return sorted(found)


def everyone(parent):
    return [pid for child in children(parent) for pid in (child, *everyone(child))]


def whole(parent):
    """Wait for web with its two workers, and the worker."""
    until(lambda: len(everyone(parent)) == 4, about="the whole tree")
    return everyone(parent)


def alive(pids):
    return [pid for pid in pids if Path(f"/proc/{pid}/stat").exists()]


def answers(prepared):
    try:
        with urllib.request.urlopen(f"http://{prepared['MOTCUA_BIND']}/khong-co/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def test_a_child_that_is_killed_is_started_again(tree):
    supervisor, prepared, log = tree
    before = children(supervisor.pid)
    assert len(before) == 2
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    until(
        lambda: len(set(children(supervisor.pid)) - set(before)) == 2, about="starting both again"
    )
    until(lambda: answers(prepared), about="answering again")
    said = log.read_text()
    assert "web ended with status -9" in said
    assert "worker ended with status -9" in said


def test_nothing_is_left_when_it_is_told_to_end(tree):
    supervisor, _, _ = tree
    pids = whole(supervisor.pid)
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait(timeout=30) == 0
    assert alive(pids) == []


def test_nothing_is_left_when_the_supervisor_is_killed(tree):
    supervisor, _, _ = tree
    pids = whole(supervisor.pid)
    supervisor.kill()
    supervisor.wait()
    until(lambda: not alive(pids), about="ending of all children")


def test_it_tells_where_it_stands_and_who_may_come_in(prepared, tmp_path):
    accounts = [
        {"role": "citizen", "title": "Người dân", "username": "0912000001", "password": "p1"},
        {"role": "citizen", "title": "Người dân", "username": "0912000002", "password": "p2"},
        {"role": "clerk", "title": "Văn thư", "username": "vanthu", "password": "p3"},
    ]
    Path(prepared["MOTCUA_HOME"], "demonstration.json").write_text(json.dumps(accounts))
    log = tmp_path / "serve"
    with started("-m", "motcua.cli", "serve", env=prepared, log=log) as supervisor:
        until(lambda: "Ctrl-C stops" in log.read_text(), about="starting")
        supervisor.terminate()
        supervisor.wait(timeout=30)
    said = log.read_text()
    assert f"motcua stands at   http://{prepared['MOTCUA_BIND']}/" in said
    assert "0912000001" in said
    assert "0912000002" not in said, "one account a role is enough"
    assert "vanthu" in said
    assert "accounts totp NAME" in said
    assert str(Path(prepared["MOTCUA_HOME"], "log")) in said


def test_a_port_in_use_is_told_plainly(own_store, tmp_path):
    log = tmp_path / "serve"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        bind = ("--bind", f"127.0.0.1:{port}")
        with started("-m", "motcua.cli", "serve", *bind, env=own_store, log=log) as supervisor:
            assert supervisor.wait(timeout=30) == 1
    assert f"127.0.0.1:{port} cannot be used: Address already in use." in log.read_text()
    assert f"MOTCUA_BIND=127.0.0.1:{port + 1}" in log.read_text()


def test_an_address_that_is_none_is_refused(own_store, tmp_path):
    log = tmp_path / "serve"
    bind = ("--bind", "everywhere")
    with started("-m", "motcua.cli", "serve", *bind, env=own_store, log=log) as supervisor:
        assert supervisor.wait(timeout=30) == 1
    assert "it takes host:port" in log.read_text()


@pytest.mark.once
def test_a_log_that_has_grown_large_is_put_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "LARGE_LOG", 4)
    (tmp_path / "web.log").write_text("small")
    assert serve._log(tmp_path / "web.log") == tmp_path / "web.log"
    assert (tmp_path / "web.log.1").read_text() == "small"
    (tmp_path / "web.log").write_text("tiny")
    serve._log(tmp_path / "web.log")
    assert (tmp_path / "web.log").read_text() == "tiny"
