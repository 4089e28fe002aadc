"""Many audits by child processes: killed, hung, dead, resumed."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.evaluation.probes.auditing.small import small

from motcua.evaluation.probes.auditing import News, NoAddress, NotDone, audit_many, folder_of, many
from motcua.evaluation.probes.browser import NoBrowser
from motcua.evaluation.probes.costs import family
from motcua.evaluation.values.audits import Manner

ROOT = Path(__file__).parents[4]
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
MANNER = Manner(pages=5, pace=0, areas=("emc",))
DRIVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from motcua.evaluation.probes.auditing import audit_many
from motcua.evaluation.values.audits import Manner
audit_many(sys.argv[2:], manner=Manner(pages=5, pace=0, areas=("emc",)), folder=Path(sys.argv[1]),
           workers=2, now=lambda: datetime(2026, 11, 22, 5, tzinfo=UTC))
"""
SPOILED = """
# A worker for which one page hangs for ever once, and another is always its end.
import os, signal, sys, time
from pathlib import Path
from motcua.evaluation.probes.auditing import one
from motcua.evaluation.probes.auditing.__main__ import main
look_at = one.look_at
hung = Path({mark!r})
def spoiled(opened, chosen, **more):
    if chosen.link.url.endswith("/thu-tuc"):
        os.kill(os.getpid(), signal.SIGKILL)
    if chosen.link.url.endswith("/tra-cuu") and not hung.exists():
        hung.touch()
        time.sleep(1000)
    return look_at(opened, chosen, **more)
one.look_at = spoiled
sys.exit(main())
"""


@pytest.fixture(autouse=True)
def _sources(monkeypatch):
    """Let child processes import what this one does."""
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}{os.pathsep}{ROOT}")


def test_the_folder_of_a_browser_that_is_killed_is_known(monkeypatch):
    lines = {
        1: "python -m x",
        2: "chromium --user-data-dir=/tmp/playwright_chromiumdev_profile-a1 y",
    }
    monkeypatch.setattr(many, "command", lines.__getitem__)
    assert many.profiles_of([1, 2]) == {Path("/tmp/playwright_chromiumdev_profile-a1")}


def audited(urls, folder, **more):
    told = []
    more = {"manner": MANNER, "workers": 2, **more}
    found = audit_many(urls, folder=folder, now=lambda: NOON, tell=told.append, **more)
    return found, told


def finished(folder):
    return {path: path.stat().st_mtime_ns for path in folder.glob("*/pages/[0-9]*.json")}


def wait_for(met, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if met():
            return
        time.sleep(0.05)
    pytest.fail("it never came")


@pytest.mark.once
def test_killed_outright_it_goes_on_and_repeats_no_finished_page(tmp_path):
    with small() as one, small() as other:
        driver = subprocess.Popen([sys.executable, "-c", DRIVER, tmp_path, one, other])
        wait_for(lambda: len(finished(tmp_path)) >= 3)
        below = family(driver.pid)[1:]
        os.kill(driver.pid, signal.SIGKILL)
        driver.wait()
        wait_for(lambda: not any(is_alive(pid) for pid in below))
        before = finished(tmp_path)
        asked = {url: dict(url.asked) for url in (one, other)}
        found, told = audited([one, other], tmp_path)
        assert [len(each.pages) for each in found] == [5, 5]
        assert not any(page.problem for each in found for page in each.pages)
        after = finished(tmp_path)
        assert {path: after[path] for path in before} == before
        assert {one.news for one in told} >= {News.RESUMED, News.DONE}
        for url, each in zip((one, other), found, strict=True):
            pages = sorted(folder_of(tmp_path, url).glob("pages/*.json"))
            for page, path in zip(each.pages, pages, strict=True):
                name = "/" + page.url.removeprefix(url).partition("?")[0]
                again = url.asked[name] - asked[url].get(name, 0)
                assert again == (0 if path in before else 1), name
        again, told = audited([one, other, one], tmp_path)
        assert (again, told) == ([*found, found[0]], [])


def is_alive(pid):
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


@pytest.mark.once
def test_a_worker_that_hangs_or_dies_is_started_again_where_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr(many, "SLACK", -20.0)
    script = tmp_path / "worker.py"
    script.write_text(SPOILED.format(mark=str(tmp_path / "hung")))
    with small() as url:
        found, told = audited(
            [url],
            tmp_path,
            manner=Manner(pages=6, pace=0, areas=("emc",), patience=28.0),
            workers=1,
            worker=(sys.executable, script),
        )
    lost = [(one.url, one.problem.en) for one in told if one.news is News.LOST]
    assert [step for step, _ in lost] == ["pages/002.json"] * 2 + ["pages/004.json"]
    assert [("hung" in why) for _, why in lost] == [False, False, True]
    problems = {one.url.removeprefix(url): one.problem for one in found[0].pages}
    assert {name for name, why in problems.items() if why} == {"thu-tuc"}
    assert problems["thu-tuc"].en.startswith("Tried 2 times")
    assert "tra-cuu" in problems


def test_what_cannot_be_done_at_all_is_given_up(tmp_path):
    dying = (sys.executable, "-c", "import sys; print('no news'); sys.exit(7)")
    with pytest.raises(NotDone, match="worker-"):
        audited(["http://127.0.0.1:9/"], tmp_path, worker=dying)


def test_nothing_is_begun_with_a_bad_address_or_without_a_browser(tmp_path, monkeypatch):
    with pytest.raises(NoAddress):
        audited(["http://127.0.0.1:9/", "hà nội"], tmp_path)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("MOTCUA_CHROMIUM", raising=False)
    with pytest.raises(NoBrowser):
        audited(["http://127.0.0.1:9/"], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_folders_are_told_apart_and_the_list_is_for_its_owner(tmp_path):
    urls = ["https://a.vn/", "https://a.vn/vi", "http://127.0.0.1:80/", "https://[::1]:8000/"]
    assert len({folder_of(tmp_path, url) for url in urls}) == len(urls)
    assert folder_of(tmp_path, urls[3]).name.startswith("___1__8000-")
