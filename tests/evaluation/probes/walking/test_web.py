"""Plain HTTP: limits, redirects, what is forbidden, certificates; nothing is ever raised."""

import gzip
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from protego import Protego
from tests.portals.serving import serve

from motcua.evaluation.probes.walking import web
from motcua.evaluation.probes.walking.addresses import site
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.probes.walking.robots import Robots
from motcua.evaluation.probes.walking.web import REDIRECTS, SIZE, PlainWeb

ASKED: list[tuple[str, str, str]] = []
"""Method, path and cookies of every request."""
AGENTS: set[str] = set()
BOMB = gzip.compress(b"x" * 20_000_000)


class Handler(BaseHTTPRequestHandler):
    """Each path is one manner of answering."""

    def log_message(self, *_args):
        """Say nothing."""

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        ASKED.append((self.command, self.path, self.headers.get("cookie", "")))
        AGENTS.add(self.headers["user-agent"])
        name = self.path.partition("?")[0].strip("/").replace("-", "_") or "plain"
        with suppress(OSError):
            getattr(self, f"on_{name}")()

    def answer(self, body=b"", *, status=200, **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def on_plain(self):
        self.send_response(200)
        for value in ("a=1", "b=2"):
            self.send_header("Set-Cookie", value)
        for value in ("default-src 'self'", "img-src *"):
            self.send_header("Content-Security-Policy", value)
        self.end_headers()
        self.wfile.write("chào".encode())

    def on_bomb(self):
        self.answer(BOMB, Content_Encoding="gzip")

    def on_large(self):
        self.answer(b"y" * (3 * SIZE))

    def on_loop(self):
        self.answer(status=302, Location="/loop?x")

    def on_moved(self):
        self.answer(status=301, Location="/")

    def on_away(self):
        self.answer(status=302, Location="http://other.test/")

    def on_drip(self):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b".")
            threading.Event().wait(0.05)

    def on_nothing(self):
        self.connection.shutdown(socket.SHUT_RDWR)

    def on_garbage(self):
        self.wfile.write(b"\x00\x01 not http\r\n\r\n")


@pytest.fixture(scope="module")
def portal():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(portal, tmp_path):
    """Ask the portal as an audit does."""
    rules = Robots(rules=Protego.parse("User-agent: *\nDisallow: /kin"))
    return PlainWeb(Pace(0, tmp_path), {site(portal)}, {site(portal): rules}, patience=0.5)


def test_an_answer_with_all_its_lines(portal, ask):
    got = ask.get(portal + "/")
    assert (got.status, got.text, got.failed, got.tls) == (200, "chào", "", "")
    assert got.cookies == ("a=1", "b=2")
    assert got.headers["content-security-policy"] == "default-src 'self'\nimg-src *"


def test_no_cookie_is_ever_sent_back_and_we_give_our_name(portal, ask, monkeypatch):
    monkeypatch.setenv("MOTCUA_AUDIT_CONTACT", "https://a.vn/kiem-tra")
    ASKED.clear()
    AGENTS.clear()
    for _ in range(2):
        ask.get(portal + "/")
    assert ASKED == [("GET", "/", "")] * 2
    assert sorted(AGENTS) == ["Mozilla/5.0 motcua-audit/1.0 (+https://a.vn/kiem-tra)"]


@pytest.mark.parametrize("path", ["/bomb", "/large"])
def test_a_body_is_cut_at_the_limit_packed_or_not(portal, ask, path):
    got = ask.get(portal + path)
    assert (got.status, len(got.body), got.failed) == (200, SIZE, "")


def test_head_reads_no_body(portal, ask):
    got = ask.get(portal + "/large", method="HEAD")
    assert (got.status, got.body) == (200, b"")


def test_redirects_are_followed_or_shown(portal, ask):
    assert ask.get(portal + "/moved").text == "chào"
    shown = ask.get(portal + "/moved", follow=False)
    assert (shown.status, shown.headers["location"]) == (301, "/")


def test_redirects_without_end_have_one(portal, ask):
    ASKED.clear()
    assert ask.get(portal + "/loop").failed.startswith("redirects")
    assert len(ASKED) == REDIRECTS + 1


@pytest.mark.parametrize(
    ("path", "beginning"),
    [
        ("/away", "other site"),
        ("/kin/x", "robots.txt"),
        ("/drip", "timeout"),
        ("/nothing", "connection"),
        ("/garbage", "answer"),
    ],
)
def test_what_goes_wrong_is_told(portal, ask, path, beginning):
    got = ask.get(portal + path)
    assert (got.failed.partition(":")[0], got.status if beginning != "timeout" else 0) == (
        beginning,
        0,
    )


@pytest.mark.parametrize(
    "url", ["http://other.test/", "javascript:x", "file:///etc/passwd", "", "http://[::1"]
)
def test_nothing_but_the_portal_is_asked(portal, ask, url):
    assert ask.get(url).failed.startswith("other site")


def test_a_portal_of_the_open_network_leads_into_no_closed_one(portal, ask):
    ask.outer = True
    ASKED.clear()
    assert ask.get(portal + "/").failed == "other site: a closed network"
    assert ASKED == []


def test_a_host_that_hangs_is_given_less_time_until_it_answers(ask, monkeypatch):
    given = []

    def once(url, *, patience, **_more):
        given.append(patience)
        return web.Answer(url=url, failed="timeout" if url.endswith("/treo") else "")

    monkeypatch.setattr(web, "once", once)
    ask.patience = 15.0
    home = f"http://{next(iter(ask.sites))}"
    for path in ("/treo", "/treo", "/treo", "/treo", "/", "/treo"):
        ask.get(home + path)
    assert given == [15.0, 15.0, 15.0, 2.0, 2.0, 15.0]


def test_a_port_where_nobody_is_refuses(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as door:
        free = door.getsockname()[1]
    url = f"http://127.0.0.1:{free}/"
    assert PlainWeb(Pace(0, tmp_path), {site(url)}).get(url).failed == "refused"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("security-certificate-expired", True),
        ("clean", False),
    ],
)
def test_a_certificate_that_is_not_valid_is_told_beside_the_answer(
    monkeypatch, tmp_path, name, wrong
):
    web._context.cache_clear()
    with serve(name, secure=True) as url:
        monkeypatch.setenv("SSL_CERT_FILE", url.authority)
        got = PlainWeb(Pace(0, tmp_path), {site(url)}).get(f"{url}/")
        web._context.cache_clear()
    assert (got.status, got.failed, bool(got.tls)) == (200, "", wrong)
    assert ("expired" in got.tls) is wrong


def test_each_question_is_a_sign_of_life(portal, ask):
    beats = []
    ask.beat = lambda: beats.append(1)
    ask.get(portal + "/moved")
    assert len(beats) == 2
