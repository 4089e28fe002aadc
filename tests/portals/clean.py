"""The clean portal of the province of Sông Mẫu: what every fault differs from by one thing."""

import io
import wave
from collections.abc import Mapping
from functools import cache
from math import sin

import segno
from PIL import Image, ImageDraw
from tests.portals.portal import HERE, Asked, Portal, Reply
from tests.portals.province import PROCEDURES, QUESTIONS, Procedure, found

ASSETS = HERE / "assets"
FONTS = HERE.parents[1] / "src" / "motcua" / "design" / "static" / "design" / "fonts"
CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HSTS = "max-age=31536000; includeSubDomains"
SESSION = ("/dang-nhap/", "/nop-ho-so/")
"""Pages that need a session, and set its cookie; no other page sets any."""

SAID = {
    "/dang-ky/": (
        "Tạo và quản lý tài khoản",
        (
            "Tài khoản lấy thông tin từ căn cước qua VNeID, anh chị không phải gõ lại.",
            "Ở trang tài khoản, anh chị xem ai đã xem dữ liệu của mình và rút lại đồng ý.",
        ),
    ),
    "/dang-nhap/vneid/": (
        "Chuyển sang VNeID",
        ("Anh chị sẽ được chuyển sang trang đăng nhập của hệ thống định danh và xác thực.",),
    ),
    "/kho-du-lieu/": (
        "Kho quản lý dữ liệu điện tử cá nhân",
        (
            "Giấy tờ đã nộp và kết quả đã nhận nằm trong kho, dùng lại được khi nộp hồ sơ mới.",
            "Hãy đăng nhập để mở kho.",
        ),
    ),
    "/khao-sat/": (
        "Khảo sát ý kiến",
        ("Khảo sát mở từ ngày 1 đến ngày 15 hằng tháng. Lần gần nhất có 318 người trả lời.",),
    ),
}
SITEMAP = (
    ("/thu-tuc/", "Danh mục dịch vụ công"),
    ("/tim-kiem/", "Tìm kiếm"),
    ("/tra-cuu-ho-so/", "Tra cứu hồ sơ"),
    ("/huong-dan/", "Hướng dẫn sử dụng"),
    ("/huong-dan/nop-ho-so/", "Hướng dẫn nộp hồ sơ trực tuyến"),
    ("/hoi-dap/", "Hỏi đáp"),
    ("/phan-anh-kien-nghi/", "Phản ánh, kiến nghị"),
    ("/danh-gia-su-hai-long/", "Đánh giá sự hài lòng"),
    ("/khao-sat/", "Khảo sát ý kiến"),
    ("/thong-ke/", "Thống kê"),
    ("/thanh-toan/", "Thanh toán trực tuyến"),
    ("/tro-ly-ao/", "Trợ lý ảo"),
    ("/kho-du-lieu/", "Kho quản lý dữ liệu điện tử cá nhân"),
    ("/dang-nhap/", "Đăng nhập"),
    ("/dang-ky/", "Tạo và quản lý tài khoản"),
    ("/bao-ve-du-lieu-ca-nhan/", "Bảo vệ dữ liệu cá nhân"),
    ("/ho-tro-tiep-can/", "Hỗ trợ tiếp cận"),
    ("/lien-he/", "Liên hệ"),
)
SECURITY_TXT = (
    "Contact: mailto:attt@songmau.gov.vn\nExpires: 2027-10-01T00:00:00Z\n"
    "Preferred-Languages: vi, en\nCanonical: {origin}/.well-known/security.txt\n"
)


def clean(*, secure: bool = False) -> Portal:
    """Build the clean portal."""
    portal = Portal(secure=secure, headers=dict(HEADERS))
    if secure:
        portal.headers["Strict-Transport-Security"] = HSTS
    _pages(portal)
    _procedures(portal)
    _files(portal)
    portal.after.append(_session)
    return portal


def _pages(portal: Portal) -> None:
    portal.page("/", "home.html", lambda _asked: {"procedures": PROCEDURES})
    portal.page("/tim-kiem/", "search.html", _search)
    portal.page("/thu-tuc/", "services.html", _services)
    portal.page("/tra-cuu-ho-so/", "lookup.html", lambda asked: {"code": asked.given("ma")})
    portal.page("/hoi-dap/", "questions.html", lambda _asked: {"questions": QUESTIONS})
    for path, template in {
        "/dang-nhap/": "login.html",
        "/huong-dan/": "guides.html",
        "/huong-dan/nop-ho-so/": "guide.html",
        "/bao-ve-du-lieu-ca-nhan/": "privacy.html",
        "/phan-anh-kien-nghi/": "feedback.html",
        "/danh-gia-su-hai-long/": "rating.html",
        "/lien-he/": "contact.html",
        "/thong-ke/": "statistics.html",
        "/thanh-toan/": "payment.html",
        "/ho-tro-tiep-can/": "accessibility.html",
        "/tro-ly-ao/": "assistant.html",
        "/en/": "english.html",
    }.items():
        portal.page(path, template)
    for path, (heading, said) in SAID.items():
        plain(portal, path, heading, said=said)
    links = (*SITEMAP, *((f"/thu-tuc/{one.code}/", one.title) for one in PROCEDURES))
    plain(portal, "/so-do-trang/", "Sơ đồ trang", links=links)
    plain(portal, "404", "Không tìm thấy trang", said=("Địa chỉ này không có.",), status=404)


def plain(
    portal: Portal,
    path: str,
    heading: str,
    *,
    said: tuple[str, ...] = (),
    links: tuple[tuple[str, str], ...] = (),
    status: int = 200,
) -> None:
    """Answer `path` with a heading, paragraphs and a list of links."""
    known = {"heading": heading, "said": said, "links": links}
    portal.page(path, "plain.html", lambda _asked: known, status=status)


def _procedures(portal: Portal) -> None:
    for one in PROCEDURES:
        path = f"/thu-tuc/{one.code}/"
        portal.page(path, "procedure.html", _about(one))
        portal.page(f"{path}nop-ho-so/", "form.html", _about(one))


def _about(one: Procedure):
    return lambda _asked: {"one": one}


def _search(asked: Asked) -> Mapping[str, object]:
    question = asked.query.get("q", "").strip()[:200]
    return {"question": question, "results": found(question)}


def _services(asked: Asked) -> Mapping[str, object]:
    chosen, level = asked.query.get("linh_vuc", ""), asked.query.get("muc_do", "")
    return {
        "fields": sorted({one.field for one in PROCEDURES}),
        "chosen": chosen,
        "procedures": [
            one for one in PROCEDURES if chosen in {"", one.field} and level in {"", one.level}
        ],
    }


def _files(portal: Portal) -> None:
    portal.file("/static/portal.css", "text/css; charset=utf-8", _asset("portal.css").decode())
    for path, name in {
        "/static/portal.js": "portal.js",
        "/embed/gov-tracking.min.js": "gov-tracking.min.js",
    }.items():
        portal.file(path, "text/javascript; charset=utf-8", _asset(name).decode())
    portal.file("/static/icon.svg", "image/svg+xml", _asset("icon.svg"))
    portal.file("/favicon.ico", "image/svg+xml", _asset("icon.svg"))
    portal.file("/static/huong-dan.webm", "video/webm", _asset("huong-dan.webm"))
    portal.file("/static/huong-dan.wav", "audio/wav", _sound())
    portal.file("/static/huong-dan.vtt", "text/vtt; charset=utf-8", _asset("huong-dan.vtt"))
    portal.file("/static/ma-qr.svg", "image/svg+xml", _code())
    portal.file("/static/buoc-1.png", "image/png", _picture())
    for weight in ("400", "700"):
        name = f"be-vietnam-pro-{weight}.woff2"
        portal.file(f"/static/{name}", "font/woff2", (FONTS / name).read_bytes())
    portal.file(
        "/robots.txt", "text/plain", "User-agent: *\nAllow: /\nSitemap: {origin}/sitemap.xml\n"
    )
    portal.file("/.well-known/security.txt", "text/plain; charset=utf-8", SECURITY_TXT)
    portal.file("/sitemap.xml", "application/xml", _sitemap())
    portal.answers["/tracking"] = lambda _asked: Reply(media_type="image/gif", body=_PIXEL)


_PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;"
)


def _sitemap() -> str:
    paths = ["/", *(path for path, _ in SITEMAP), *(f"/thu-tuc/{one.code}/" for one in PROCEDURES)]
    inside = "".join(f"<url><loc>{{origin}}{path}</loc></url>" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inside}</urlset>'
    )


def _session(asked: Asked, reply: Reply) -> None:
    if asked.path.endswith(SESSION):
        secure = "; Secure" if asked.origin.startswith("https:") else ""
        reply.cookies.append(f"phien=5f2c9a; Path=/; HttpOnly; SameSite=Lax{secure}")


@cache
def _asset(name: str) -> bytes:
    return (ASSETS / name).read_bytes()


@cache
def _sound() -> bytes:
    """Half a second of a low note, 8,000 samples a second."""
    drawn = io.BytesIO()
    with wave.open(drawn, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(128 + int(60 * sin(at / 8)) for at in range(4000)))
    return drawn.getvalue()


@cache
def _code() -> bytes:
    drawn = io.BytesIO()
    segno.make("https://dichvucong.songmau.gov.vn/tra-cuu-ho-so/").save(
        drawn, kind="svg", scale=4, light="#fff"
    )
    return drawn.getvalue()


@cache
def _picture() -> bytes:
    picture = Image.new("P", (480, 240), 0)
    picture.putpalette([255, 255, 255, 11, 79, 156, 238, 244, 251])
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 90, 340, 150), outline=1, width=4)
    pen.rectangle((350, 90, 460, 150), fill=1)
    pen.rectangle((36, 112, 180, 128), fill=2)
    drawn = io.BytesIO()
    picture.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()
