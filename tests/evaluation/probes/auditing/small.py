"""A small portal, served from this process, that remembers what it was asked."""

import threading
from collections import Counter
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HEAD = "<!doctype html><html lang=vi><meta charset=utf-8><title>{0}</title><h1>{0}</h1>"


def page(title, *links, body=""):
    """Write a page with links (address, words)."""
    menu = "".join(f'<a href="{address}">{words}</a> ' for address, words in links)
    return HEAD.format(title) + f"<nav>{menu}</nav>{body}"


PAGES = {
    "/": page(
        "Cổng dịch vụ công",
        ("/thu-tuc;jsessionid=A1?utm_source=x", "Danh mục thủ tục"),
        ("/tra-cuu", "Tra cứu hồ sơ"),
        ("/dang-nhap", "Đăng nhập"),
        ("/lien-he", "Liên hệ"),
        ("/hong", "Hỏi đáp"),
        ("/mau.pdf", "Biểu mẫu"),
        ("/tep", "Hướng dẫn"),
        ("https://songmau.gov.vn/", "Cổng thông tin"),
        ("/dang-xuat", "Đăng xuất"),
        body="""<a href="javascript:moTrang('/thong-ke')">Thống kê</a>
          <span onclick="location.href='/gop-y'">Góp ý</span>
          <iframe src="/khung"></iframe>
          <form action="/tim"><input type=search name=q aria-label="Tìm"></form>""",
    ),
    "/thu-tuc": page(
        "Danh mục thủ tục", *((f"/thu-tuc/1.00000{n}", f"Cấp giấy {n}") for n in range(1, 6))
    ),
    "/tra-cuu": page("Tra cứu hồ sơ", body='<input name="ma" aria-label="Mã hồ sơ">'),
    "/dang-nhap": page("Đăng nhập", body='<input type=password aria-label="Mật khẩu">'),
    "/lien-he": page("Liên hệ"),
    "/thong-ke": page("Thống kê"),
    "/gop-y": page("Góp ý"),
    "/khung": page("Khung", ("/thanh-toan", "Thanh toán trực tuyến")),
    "/thanh-toan": page("Thanh toán"),
    "/tim": page("Kết quả tìm kiếm"),
    **{f"/thu-tuc/1.00000{n}": page(f"Cấp giấy {n}", ("/nop", "Nộp hồ sơ")) for n in range(1, 6)},
}
MOVED = {"/nop": "/dang-nhap"}


class Small(str):
    """The address of a small portal, with how often each page was asked for."""

    __slots__ = ("asked",)
    asked: Counter


@contextmanager
def small(pages=None, **answers):
    """Serve the portal; `robots` is its robots.txt, `status` answers each path with a status,
    what begins with `gone` gets no answer."""
    served = PAGES if pages is None else pages
    asked: Counter = Counter()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_args):
            """Say nothing."""

        def do_GET(self):
            path = self.path.partition("?")[0]
            asked[path] += 1
            if path.startswith(answers.get("gone", "?")):
                return
            with suppress(OSError):
                self._answer(path)

        def _answer(self, path):
            kind, body, status = "text/html; charset=utf-8", served.get(path), 200
            if path == "/robots.txt" and "robots" in answers:
                kind, body = "text/plain", answers["robots"]
            if path == "/tep":
                kind, body = "application/pdf", "%PDF-1.4"
            status = answers.get("status", {}).get(path, 200 if body is not None else 404)
            status = 302 if path in MOVED else status
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if status == 302:
                self.send_header("Location", MOVED[path])
            self.end_headers()
            self.wfile.write((body or "không có").encode())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = Small(f"http://127.0.0.1:{server.server_port}/")
    address.asked = asked
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
