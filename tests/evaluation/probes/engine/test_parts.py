import os
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from motcua.evaluation.probes import costs
from motcua.evaluation.probes.browser import signed
from motcua.evaluation.probes.conduct import PROBE
from motcua.evaluation.probes.engine import wire
from motcua.evaluation.probes.engine.guard import Guard
from motcua.evaluation.probes.engine.har import masked
from motcua.evaluation.probes.engine.tabs import Tab
from motcua.evaluation.probes.engine.wire import Wire
from motcua.evaluation.probes.engine.worlds import tidy
from motcua.evaluation.probes.walking import networks
from motcua.evaluation.values.conduct import Conduct

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("cookie", "a=1; phien=bi mat=x", "a=***; phien=***"),
        ("set-cookie", "sid=abc=; Path=/; HttpOnly\nb=2", "sid=***; Path=/; HttpOnly\nb=***"),
        ("authorization", "Bearer abc", "***"),
        ("x-csrf-token", "abc", "***"),
        ("server", "nginx; a=b", "nginx; a=b"),
    ],
)
def test_what_lets_somebody_in_is_hidden(name, value, shown):
    assert masked(name, value) == shown


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (r'{"a\u0000": ["x\ud800y", "\ud83d\ude00", 1, null]}', {"a�": ["x�y", "😀", 1, None]}),
        (r'"\\u0000 là chữ"', r"\u0000 là chữ"),
        ("[1.5, true]", [1.5, True]),
    ],
)
def test_text_that_no_store_holds_is_mended(answer, read):
    assert tidy(answer) == read


def test_an_audit_names_itself_and_whom_to_ask(monkeypatch):
    monkeypatch.delenv("MOTCUA_AUDIT_CONTACT", raising=False)
    assert signed("Chrome/1") == "Chrome/1 motcua-audit/1.0"
    monkeypatch.setenv("MOTCUA_AUDIT_CONTACT", "https://cong.example/kiem-tra\n")
    assert signed("Chrome/1") == "Chrome/1 motcua-audit/1.0 (+https://cong.example/kiem-tra)"


def test_every_fact_of_conduct_is_told_in_two_languages():
    for card in PROBE.facts:
        assert card.code.startswith("conduct.")
        assert all((card.name.vi, card.name.en, card.remedy.vi, card.remedy.en))
        assert card.name.vi != card.name.en


class Hearing:
    """A wire and the events of a browser, in short."""

    def __init__(self):
        self.stops = []
        self.conduct = Conduct()
        self.wire = Wire(main="m", conduct=self.conduct, too_much=lambda: self.stops.append(1))
        self.at = 100.0

    def hear(self, event, key, **more):
        self.at += 0.01
        told = {"requestId": key, "timestamp": self.at, **more}
        self.wire.listeners()[f"Network.{event}"](told)

    def ask(self, key, url, *, kind="Image", **more):
        request = {"url": url, "method": "GET", "headers": {"A": "1"}}
        self.hear("requestWillBeSent", key, request=request, type=kind, frameId="m", **more)

    def come(self, key, size, *, status=200, encoded=None):
        self.hear("responseReceived", key, response={"status": status, "headers": {"B": "2"}})
        self.hear("dataReceived", key, dataLength=size, encodedDataLength=0)
        self.hear("loadingFinished", key, encodedDataLength=size if encoded is None else encoded)


def test_redirects_come_before_the_page_and_the_cache_costs_nothing():
    here = Hearing()
    here.ask("1", "http://a/x", kind="Document")
    moved = {"status": 302, "headers": {"Location": "/y"}, "encodedDataLength": 90}
    here.ask("1", "http://a/y", kind="Document", redirectResponse=moved)
    here.come("1", 500, encoded=300)
    here.ask("2", "http://a/i.png")
    here.come("2", 70, encoded=80)
    assert here.wire.quiet
    pages, hops = here.wire.exchanges()
    assert [(one.url, one.status, one.encoded) for one in hops] == [("http://a/x", 302, 90)]
    assert [(one.url, one.size, one.encoded) for one in pages] == [
        ("http://a/y", 500, 300),
        ("http://a/i.png", 70, 80),
    ]
    assert (pages[0].headers, pages[0].asked) == ({"b": "2"}, {"a": "1"})
    here.wire.reset(Conduct())
    here.ask("3", "http://a/i.png")
    here.hear("requestServedFromCache", "3")
    here.come("3", 70, encoded=0)
    (again,), _ = here.wire.exchanges()
    assert (again.from_cache, again.encoded, again.cold) == (True, 0, 80)


def test_a_page_that_begins_to_leave_is_still_the_page():
    here = Hearing()
    here.ask("1", "http://a/x", kind="Document")
    here.come("1", 500)
    here.ask("2", "http://a/y", kind="Document")
    (page, *_), hops = here.wire.exchanges()
    assert (page.url, page.status, hops) == ("http://a/x", 200, [])


@pytest.mark.parametrize("said", ["a\x00b", "a\ud800b"])
def test_what_a_page_says_aloud_holds_no_letters_that_no_store_takes(said):
    tab = SimpleNamespace(conduct=Conduct(), console=[], wire=SimpleNamespace(commits=1), _lines=0)
    tab.guard = SimpleNamespace(held=False)
    Tab._dialog(tab, {"message": said})
    Tab._thrown(tab, {"exceptionDetails": {"text": said}})
    Tab._said(tab, {"type": "error", "args": [{"value": said}]})
    assert [tab.conduct.dialog, *tab.conduct.faults, *tab.console] == ["a\ufffdb"] * 3


def test_budgets_of_bytes_requests_and_messages():
    here = Hearing()
    here.ask("1", "http://a/big", kind="Document")
    here.hear("dataReceived", "1", dataLength=wire.DOCUMENT, encodedDataLength=0)
    assert here.stops == []
    here.hear("dataReceived", "1", dataLength=1, encodedDataLength=0)
    assert here.conduct.too_large == ["http://a/big"]
    for number in range(wire.REQUESTS):
        here.ask(f"r{number}", "http://a/r")
    for _ in range(wire.FRAMES + 1):
        here.hear("webSocketFrameReceived", "s")
    assert here.conduct.flooded == ["requests", "websocket"]
    assert len(here.wire.legs) == wire.REQUESTS


def test_costs_count_what_was_started():
    code = "sum(range(10**7)); import sys; print(1, flush=True); sys.stdin.read()"
    asks = [sys.executable, "-c", code]
    before = costs.seconds()
    with subprocess.Popen(asks, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        assert child.pid in costs.family(os.getpid())
        used = costs.seconds(child.pid)
        assert used > 0.05
        assert costs.seconds() - before >= used - 0.02, "two ticks of the kernel's clock"
        assert costs.memory() > costs.memory(child.pid) > 1_000_000
        child.stdin.close()
    assert costs.seconds(child.pid) == 0
    assert time.process_time() <= costs.seconds() + 0.1


class Door:
    """What a guard tells the browser."""

    def __init__(self):
        self.told = []

    def on(self, _event, take):
        self.take = take

    def send(self, method, parameters=None, **_more):
        self.told.append((method, (parameters or {}).get("errorReason", "")))

    def asks(self, url, *, kind="Document", frame="sub"):
        request = {"url": url, "method": "GET"}
        self.told.clear()
        self.take({"requestId": "1", "request": request, "resourceType": kind, "frameId": frame})
        return self.told[0][0] == "Fetch.continueRequest"


@pytest.mark.parametrize(
    ("url", "more", "let"),
    [
        ("http://169.254.169.254/latest/", {}, False),
        ("http://trong.cong.gov.vn/", {}, False),
        ("http://trong.cong.gov.vn/", {"frame": "main"}, False),
        ("http://10.0.0.1/a.png", {"kind": "Image"}, False),
        ("http://localhost:9200/_cat", {"kind": "XHR"}, False),
        ("http://[::1]:8000/", {"kind": "Fetch"}, False),
        ("https://100.gov.vn/a.png", {"kind": "Image"}, True),
        ("https://ban-do.vn/", {}, True),
        ("https://cong.gov.vn/a", {"frame": "main"}, True),
    ],
)
def test_a_page_of_the_open_network_shows_nothing_of_a_closed_one(monkeypatch, url, more, let):
    names = {"cong.gov.vn": "93.184.216.34", "trong.cong.gov.vn": "10.0.0.5"}

    def getaddrinfo(host, *_more):
        return [(0, 0, 0, "", (names.get(host, "93.184.216.35"), 0))]

    monkeypatch.setattr(networks.socket, "getaddrinfo", getaddrinfo)
    networks._numbers.cache_clear()
    door = Door()
    guard = Guard(door, "main")
    guard.reset(Conduct(), "https://cong.gov.vn/")
    assert door.asks(url, **more) is let
    networks._numbers.cache_clear()


def test_a_portal_of_a_closed_network_is_looked_at_as_it_is():
    door = Door()
    guard = Guard(door, "main")
    guard.reset(Conduct(), "http://127.0.0.1:8000/")
    assert door.asks("http://10.0.0.1/")
    assert door.asks("http://127.0.0.1:8000/a", frame="main")
