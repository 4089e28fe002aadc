"""A small portal that does much wrong about speed, safety and personal data, and some pages that
do it right; looked at once for the tests of the three areas."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from motcua.evaluation.probes import performance, privacy, security
from motcua.evaluation.probes.sites import Opened, look
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROBES = (performance.PROBE, security.PROBE, privacy.PROBE)
SAFE = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
}
LOOSE = {
    "Server": "Apache/2.4.41 (Ubuntu)",
    "Set-Cookie": "JSESSIONID=8f3a91c27d5e44b0; Path=/",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Credentials": "true",
}
HOME = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng</title>
<script src="/jquery-1.11.3.min.js"></script>
<script src="http://localhost:9/gtag.js"></script>
<script>document.cookie = "_ga=GA1.1.123456789; max-age=63072000";
localStorage.setItem("ma_khach", "8f3a91c27d5e44b0");</script></head><body onload="void 0">
<p>Bằng việc tiếp tục sử dụng cổng, bạn đã đồng ý với mọi điều khoản.</p>
<a href="/tra-cuu?cccd=031190004567">Hồ sơ của tôi</a>
<a href="/bai;jsessionid=8f3a91c27d">Bài viết</a>
<p>Nguyễn Thị Hoa, số định danh 031190004567</p>
<table><tr><th>Mã hồ sơ</th><th>Người nộp</th></tr><tr><td>H1</td><td>Nguyễn Thị Hoa</td></tr>
</table><img src="/anh.bmp" width="40" height="30" alt="">
<div id="cookie-banner">Cổng dùng cookie. <button>Đồng ý</button></div></body></html>"""
FORM = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tờ khai</title></head>
<body><form method="post" action="http://thu-thap.example/gui">
<label>Họ và tên <input name="ho_ten"></label><label>Số căn cước <input name="cccd"></label>
<label>Mật khẩu <input type="password" name="mk" autocomplete="off"></label>
<label><input type="checkbox" checked> Tôi đồng ý cho xử lý</label><button>Gửi</button></form>
<form><label>Số căn cước <input name="cccd"></label><button>Tìm</button></form></body></html>"""
GOOD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Góp ý</title>
<script src="/app.js" defer></script></head><body><form method="post" action="/gop-y/">
<label>Họ và tên <input name="ten" autocomplete="name"></label>
<label>Điện thoại <input name="so" autocomplete="tel"></label>
<label>Họ và tên người được giúp <input name="ten_khac"></label>
<p>Thông tin chỉ được dùng để trả lời bạn. Xem <a href="/rieng-tu/">Quyền riêng tư</a>.</p>
<label><input type="checkbox"> Tôi đồng ý nhận trả lời</label><button>Gửi</button></form>
<a href="/rieng-tu/">Quyền riêng tư</a></body></html>"""
NOTICE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Riêng tư</title>
</head><body><main><h1>Quyền riêng tư</h1>{}</main></body></html>""".format(
    "<h2>Mục đích</h2><p>Chúng tôi giữ họ tên của bạn để giải quyết hồ sơ theo Nghị định "
    "13/2023/NĐ-CP. Bạn được biết và được rút lại đồng ý.</p>" * 6
)
TEXT = "text/html; charset=utf-8"
ANSWERS = {
    "/": (LOOSE, TEXT, HOME.encode()),
    "/to-khai/": ({}, TEXT, FORM.encode()),
    "/gop-y/": (SAFE, TEXT, GOOD.encode()),
    "/rieng-tu/": (SAFE, TEXT, NOTICE.encode()),
    "/jquery-1.11.3.min.js": ({}, "text/javascript", b"/* */" + b" " * 20_000),
    "/app.js": ({"Cache-Control": "max-age=31536000"}, "text/javascript", b"void 0;"),
    "/anh.bmp": (
        {},
        "image/bmp",
        b"BM" + (54 + 1200 * 900 * 3).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
        + (40).to_bytes(4, "little") + (1200).to_bytes(4, "little") + (900).to_bytes(4, "little")
        + (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(24)
        + bytes(1200 * 900 * 3),
    ),
}  # fmt: skip
KINDS = {
    "/": PageKind.HOME,
    "/to-khai/": PageKind.FORM,
    "/gop-y/": PageKind.FEEDBACK,
    "/rieng-tu/": PageKind.PRIVACY,
}


class _Answering(BaseHTTPRequestHandler):
    def version_string(self):
        return "portal"

    def do_GET(self):
        headers, kind, body = ANSWERS.get(self.path, ({}, "text/plain", b""))
        self.send_response_only(200 if body else 404)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def served() -> Iterator[str]:
    """Serve the portal; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Seen:
    """What was found: `seen("/", "security.csp")` gives the value, or the outcome without one."""

    def __init__(self, pages: dict[str, list[Observation]]) -> None:
        self.pages = pages

    def one(self, path: str, fact: str) -> Observation:
        (found,) = [one for one in self.pages[path] if one.fact == fact]
        return found

    def __call__(self, path: str, fact: str) -> object:
        found = self.one(path, fact)
        return found.value if found.outcome is Outcome.MEASURED else found.outcome

    def rules(self, path: str, fact: str) -> list[str]:
        return [place.rule for place in self.one(path, fact).places]


@cache
def looked_at(browser: "Browser") -> Seen:
    """Look at every page once with the three probes."""
    with served() as home:
        opened = Opened(browser, f"{home}/", Manner(pace=0))
        pages = {}
        for path, kind in KINDS.items():
            with opened.visit(home + path, kind, PROBES) as visit:
                pages[path] = list(look(visit, PROBES))
        opened.close()
    return Seen(pages)


@pytest.fixture
def seen(browser) -> Seen:
    """What was found on the portal."""
    return looked_at(browser)
