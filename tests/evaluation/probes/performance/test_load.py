"""A light load: only where the owner allows it, and never more than it says."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.evaluation.probes.whole import Whole, page

from motcua.evaluation.probes.performance import load
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.observations import Outcome


@contextmanager
def answering(status=200):
    """Count what is asked, at most how much at the same time, and answer with `status`."""
    seen = {"asked": 0, "now": 0, "most": 0}
    lock = threading.Lock()

    class Counting(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            with lock:
                seen["asked"] += 1
                seen["now"] += 1
                seen["most"] = max(seen["most"], seen["now"])
            self.send_response(status)
            self.send_header("Content-Length", "2")
            self.end_headers()
            with lock:
                seen["now"] -= 1
            self.wfile.write(b"ok")

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("ours", "theirs", "may"),
    [
        ("bi-mat", "bi-mat\n", True),
        ("bi-mat", "khac", False),
        ("bi-mat", "", False),
        ("", "", False),
    ],
)
def test_only_the_owner_allows_it(ours, theirs, may):
    site = Whole({load.WHERE: page(theirs)}, manner=Manner(load_token=ours))
    assert load.allowed(site) is may
    assert site.asked == ([load.WHERE] if ours else [])


def test_where_nobody_allows_it_it_says_how():
    told = list(load.load(Whole({})))
    assert {one.outcome for one in told} == {Outcome.NOT_APPLICABLE}
    assert all(load.WHERE in one.note.vi for one in told)


def test_the_load_is_bounded():
    with answering() as (url, seen):
        found = load.put([url], seconds=20, most=60)
    assert (found.asked, found.errors, seen["asked"]) == (60, 0, 60)
    assert seen["most"] <= load.PARALLEL


def test_it_ends_when_errors_come():
    with answering(status=503) as (url, seen):
        found = load.put([url], seconds=20, most=200)
    assert found.times == []
    assert load.ERRORS <= seen["asked"] < load.ERRORS + load.PARALLEL


def test_it_ends_when_the_time_is_up():
    with answering() as (url, seen):
        assert load.put([url], seconds=0, most=200).asked == seen["asked"] == 0


def test_what_came_of_it_is_told(monkeypatch):
    monkeypatch.setattr(load, "MOST", 30)
    with answering() as (url, _):
        site = Whole({load.WHERE: page("bi-mat")}, home=url, manner=Manner(load_token="bi-mat"))
        slow, errors = load.load(site)
    assert errors.value == 0
    assert slow.value >= 0
    assert slow.note.vi.startswith("30 yêu cầu, 5 cùng lúc")
