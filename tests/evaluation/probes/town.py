"""A small portal, good on purpose, and one that does much wrong; served on a port of their own."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from motcua.kernel.text import fold

Town = dict[str, str | Callable[[dict[str, list[str]]], str]]
CODE = "H26.00004-260427-0012"
QUEUE = (
    "<script>var _govaq=[];_govaq.push(['trackPageView']);"
    "_govaq.push(['setSiteId','227']);</script>"
)
SENDS = "<img src='/tracking?idsite=227&rec=1&action_name=a' width='1' height='1' alt=''>"


def html(title: str, body: str, *, head: str = "", menu: str = "") -> str:
    """Give a page in the frame of a portal."""
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta name='description' content='Trang {title} của thị trấn Mẫu'>{head}</head><body>"
        f"<nav><a href='/'>Trang chủ</a> <a href='/thu-tuc/'>Thủ tục</a>{menu}</nav>"
        f"<main><h1>{title}</h1>{body}</main>"
        "<footer>Tổng đài <a href='tel:19000000'>1900 0000</a>. Giờ làm việc: 7h30 đến 17h."
        "</footer></body></html>"
    )


KINDS = {"txt": "text/plain", "svg": "image/svg+xml", "xml": "application/xml"}
NAMES = {"1.001193": "Đăng ký khai sinh", "1.000894": "Đăng ký kết hôn"}
PRINT = "<style>@media print { nav { display: none } }</style>"
LINKED = (
    "<script type='application/ld+json'>"
    '{"@type": "GovernmentService", "name": "Đăng ký khai sinh"}</script>'
)
MENU = (
    "<a href='/tra-cuu/'>Tra cứu hồ sơ</a> <a href='/hoi-dap/'>Hỏi đáp</a>"
    "<a href='/phan-anh/'>Phản ánh, kiến nghị</a> <a href='/danh-gia/'>Đánh giá sự hài lòng</a>"
    "<a href='/dang-nhap/'>Đăng nhập bằng VNeID</a> <a href='/en/' hreflang='en'>English</a>"
)
PROCEDURE = (
    "<nav aria-label='Đường dẫn'><a href='/'>Trang chủ</a></nav>"
    "<a href='/nop/'>Nộp hồ sơ</a><h2>Các bước thực hiện</h2><ol><li>Điền tờ khai và ký số.</li>"
    "<li>Thanh toán trực tuyến.</li></ol><dl><dt>Lệ phí</dt><dd>8.000 đồng</dd>"
    "<dt>Thời hạn</dt><dd>3 ngày làm việc</dd><dt>Thành phần hồ sơ</dt><dd>Tờ khai</dd>"
    "<dt>Cơ quan thực hiện</dt><dd>UBND xã</dd><dt>Căn cứ pháp lý</dt><dd>60/2014/QH13</dd>"
    "<dt>Kết quả</dt><dd>Giấy khai sinh</dd><dt>Mức độ</dt><dd>Toàn trình</dd></dl>"
    "<a href='/mau/to-khai.docx'>Mẫu tờ khai</a><img src='/anh.svg' width='400' height='300' "
    "alt='Nút Nộp hồ sơ ở góc phải'><a href='https://youtu.be/abc'>Xem video</a>"
    "<p>Cập nhật ngày 02/11/2026</p>"
)
SEARCH = (
    "<form role='search' action='/tim' method='get'><label>Tìm thủ tục "
    "<input type='search' name='q'></label><button>Tìm</button></form>"
)


def search(asked: dict[str, list[str]], *, folds: bool = True) -> str:
    """Search names as a good portal does: folded, one wrong word forgiven."""
    words = asked.get("q", [""])[0]
    turn = fold if folds else str.lower
    wanted = set(turn(words).split())
    missed = 1 if folds else 0
    found = [
        f"<li><a href='/thu-tuc/{code}/'>{name}</a></li>"
        for code, name in NAMES.items()
        if len(wanted - set(turn(name).split())) <= missed and wanted & set(turn(name).split())
    ]
    none = "<p>Không tìm thấy thủ tục nào. Bạn thử dùng ít từ hơn.</p>"
    return html("Tìm thủ tục", SEARCH + ("".join(found) or none))


def good() -> Town:
    """Give a portal that has everything these probes look for."""
    head = QUEUE + SENDS
    shown = {
        "/": html("Cổng thị trấn Mẫu", SEARCH, head=head, menu=MENU),
        "/thu-tuc/": html(
            "Danh mục thủ tục",
            "".join(f"<a href='/thu-tuc/{code}/'>{name}</a>" for code, name in NAMES.items()),
            head=head,
        ),
        "/tra-cuu/": html(
            "Tra cứu hồ sơ",
            "<p>Quét mã QR trên giấy hẹn để tra cứu hồ sơ.</p><form method='get'><label>Mã hồ sơ"
            f"<input name='ma' placeholder='{CODE}'></label><button>Tra cứu</button></form>",
            head=head,
        ),
        "/hoi-dap/": html(
            "Hỏi đáp",
            "<details><summary>Nộp ở đâu?</summary><p>Bạn nộp ngay trên trang này.</p></details>",
            head=head,
        ),
    }
    files = {
        "/anh.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/>",
        "/robots.txt": "User-agent: *\nDisallow: /ho-so/\nSitemap: /sitemap.xml",
        "/sitemap.xml": "<urlset></urlset>",
    }
    more = {
        path: html(name, "<p>Trang</p>")
        for path, name in (
            *(("/phan-anh/", "Phản ánh"), ("/danh-gia/", "Đánh giá"), ("/en/", "English")),
            *(("/nop/", "Nộp hồ sơ"), ("/dang-nhap/", "Đăng nhập"), ("/mau/to-khai.docx", "Tệp")),
        )
    }
    procedures = {
        f"/thu-tuc/{code}/": html(name, PROCEDURE, head=PRINT + LINKED + head)
        for code, name in NAMES.items()
    }
    return {**shown, **files, **more, **procedures, "/tim": search}


def bad() -> Town:
    """Give a portal with the faults that these probes are for."""
    twice = QUEUE + SENDS + SENDS.replace("name=a", "name=b")
    rows = f"<tr><td>{CODE}</td><td>Nguyễn Văn An</td><td>001099012345</td></tr>"
    table = (
        "<table><thead><tr><th>Mã hồ sơ</th><th>Người nộp</th><th>Số CCCD</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
    news = "Đăng nhập VNeID, ký số, thanh toán trực tuyến, trợ lý ảo: cổng này có tất cả. " * 9
    return {
        "/": html("Trang chủ", f"<p>{news}</p><a href='/a;jsessionid=1'>Xem</a><a href='#k'>K</a>"),
        "/a;jsessionid=1": html("Trang chủ", "<a href='/b/'>Tiếp</a> <a href='/mat/'>Mất</a>"),
        "/b/": html("Danh sách", "<a href='/c/'>Tiếp</a>"),
        "/c/": html("Lĩnh vực", "<a href='/thu-tuc/1.001193/'>Đăng ký khai sinh</a>"),
        "/thu-tuc/1.001193/": "<!DOCTYPE html><html lang='vi'><head><title>Trang chủ</title>"
        "<meta name='robots' content='noindex'><script>history.forward(1)</script></head><body>"
        "<main><h1>Đăng ký khai sinh</h1><h1>Hai</h1><embed src='/qd.pdf' width='600' height='700'>"
        "<script type='application/ld+json'>{hỏng</script></main></body></html>",
        "/tra-cuu/": html(
            "Tra cứu hồ sơ",
            "<form method='get'><div class='captcha'><img src='/captcha.png' alt=''></div>"
            "<label>Mã hồ sơ <input name='ma'></label><label>Số CCCD <input name='cccd'></label>"
            f"<button>Tra cứu</button></form>{table}",
            head=twice,
        ),
        "/robots.txt": "User-agent: *\nDisallow: /",
        "/tim": lambda asked: search(asked, folds=False),
        "*": html("Trang chủ", "<p>Không có gì ở đây</p>"),
    }


@contextmanager
def served(town: Town) -> Iterator[str]:
    """Serve a portal; "*" answers what it does not have, with 200."""

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
            own = town.get(path)
            page = own if own is not None else town.get("*", "Không có. <a href='/'>Về</a>")
            status = 200 if own is not None or "*" in town else 404
            if path in {"/mat/", "/tracking", "/captcha.png", "/qd.pdf"}:
                status = 404
            body = (page(query) if callable(page) else page).encode()
            self.send_response(status)
            kind = KINDS.get(path.rpartition(".")[2], "text/html")
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815 -- the name that the standard library calls

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
