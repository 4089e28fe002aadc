"""What leaves people or the server open to attack, in headers and files."""

from tests.portals import thirds
from tests.portals.faults import FEEDBACK, LIGHTHOUSE, LOGIN, fault
from tests.portals.portal import ANYWHERE, Portal, Reply


@fault(
    "security-csp-none",
    "Không có chính sách nội dung: mã lạ chèn vào là chạy.",
    "No content security policy: any script that gets in runs.",
    finds="security.csp",
    peers=(LIGHTHOUSE,),
    secure=True,
)
def csp_none(portal: Portal) -> None:
    portal.header("Content-Security-Policy", None)


@fault(
    "security-csp-loose",
    "Chính sách nội dung có mà như không: cho chạy mọi mã.",
    "The content security policy allows every script.",
    finds="security.csp_quality",
    peers=(LIGHTHOUSE,),
    secure=True,
)
def csp_loose(portal: Portal) -> None:
    portal.header(
        "Content-Security-Policy",
        "default-src * 'unsafe-inline' 'unsafe-eval' data:; frame-ancestors 'none'",
    )


@fault(
    "security-cookie-open",
    "Cookie phiên đọc được bằng mã và gửi cả khi không mã hóa.",
    "The session's cookie can be read by scripts and travels unencrypted.",
    finds="security.cookies",
    on=LOGIN,
    secure=True,
)
def cookie_open(portal: Portal) -> None:
    def opened(_asked, reply: Reply) -> None:
        reply.cookies = [one.partition(";")[0] + "; Path=/" for one in reply.cookies]

    portal.after.append(opened)


@fault(
    "security-framing",
    "Trang khác nhúng được trang đăng nhập vào khung của mình.",
    "Another site can put the login page into a frame of its own.",
    finds="security.framing",
    peers=(LIGHTHOUSE,),
    on=LOGIN,
    secure=True,
)
def framing(portal: Portal) -> None:
    portal.header("X-Frame-Options", None)
    policy = portal.headers["Content-Security-Policy"]
    portal.headers["Content-Security-Policy"] = policy.replace("; frame-ancestors 'none'", "")


@fault(
    "security-nosniff-none",
    "Không cấm trình duyệt đoán kiểu tệp.",
    "Browsers may guess the type of files.",
    finds="security.headers",
    secure=True,
)
def nosniff_none(portal: Portal) -> None:
    portal.header("X-Content-Type-Options", None)


@fault(
    "security-banner",
    "Máy chủ khai tên và phiên bản phần mềm cũ của mình.",
    "The server tells the names and old versions of its software.",
    finds="security.banners",
    secure=True,
    whole=True,
)
def banner(portal: Portal) -> None:
    portal.headers["Server"] = "Apache/2.2.15 (CentOS)"
    portal.headers["X-Powered-By"] = "PHP/5.3.3"


@fault(
    "security-git-exposed",
    "Ai cũng tải được mã nguồn qua /.git/.",
    "Anybody can fetch the source code through /.git/.",
    finds="security.exposed",
    secure=True,
    whole=True,
)
def git_exposed(portal: Portal) -> None:
    portal.file("/.git/HEAD", "application/octet-stream", b"ref: refs/heads/master\n")
    portal.file(
        "/.git/config",
        "application/octet-stream",
        b"[core]\n\trepositoryformatversion = 0\n\tbare = false\n",
    )


@fault(
    "security-env-exposed",
    "Ai cũng đọc được mật khẩu trong tệp /.env.",
    "Anybody can read the passwords in /.env.",
    finds="security.exposed",
    secure=True,
    whole=True,
)
def env_exposed(portal: Portal) -> None:
    portal.file(
        "/.env",
        "text/plain",
        b"APP_ENV=production\nDB_HOST=127.0.0.1\nDB_PASSWORD=khong-phai-that\n",
    )


@fault(
    "security-listing",
    "Máy chủ cho xem danh sách mọi tệp trong thư mục.",
    "The server lists every file of a folder.",
    finds="security.listing",
    secure=True,
    whole=True,
)
def listing(portal: Portal) -> None:
    portal.file(
        "/static/",
        "text/html; charset=utf-8",
        "<!doctype html><html><head><title>Index of /static</title></head><body><h1>Index of "
        "/static"
        '</h1><pre><a href="../">../</a>\n<a '
        'href="ho-so-2026.xlsx">ho-so-2026.xlsx</a>\n</pre></body></html>',
    )


@fault(
    "security-jquery-old",
    "Dùng jQuery 1.12.4 có lỗ hổng đã công bố.",
    "jQuery 1.12.4 is used, with published vulnerabilities.",
    finds="security.libraries",
    secure=True,
)
def jquery_old(portal: Portal) -> None:
    portal.file(
        "/static/jquery-1.12.4.min.js",
        "text/javascript; charset=utf-8",
        "/*! jQuery v1.12.4 | (c) jQuery Foundation | jquery.org/license */\n"
        "window.jQuery = window.$ = function () { return { length: 0 }; };\n"
        "jQuery.fn = jQuery.prototype = { jquery: '1.12.4' };\n",
    )
    portal.edit(
        '<script src="/static/portal.js" defer>',
        '<script src="/static/jquery-1.12.4.min.js" defer></script><script '
        'src="/static/portal.js" defer>',
        on=ANYWHERE,
    )


@fault(
    "security-form-foreign",
    "Phản ánh của dân gửi thẳng sang máy chủ của bên khác.",
    "What people report is sent straight to the server of somebody else.",
    finds="security.foreign_form",
    on=FEEDBACK,
    secure=True,
)
def form_foreign(portal: Portal) -> None:
    portal.edit(
        'action="/phan-anh-kien-nghi/"', f'action="https://{thirds.FOREIGN}/nhan"', on=FEEDBACK
    )
    portal.allow(f"https://{thirds.FOREIGN}", "form-action")


@fault(
    "security-error-talkative",
    "Trang báo lỗi in cả đường dẫn và mã nguồn của máy chủ.",
    "The error page prints paths and source code of the server.",
    finds="security.error_leak",
    secure=True,
    whole=True,
)
def error_talkative(portal: Portal) -> None:
    portal.answers["404"] = lambda _asked: Reply(status=404, body=_TRACE.encode())


_TRACE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Lỗi</title></head>
<body><main><h1>Lỗi</h1><pre>Traceback (most recent call last):
  File &quot;/var/www/dvc/app/views.py&quot;, line 88, in show
    return pages[path]
KeyError: path</pre></main></body></html>"""


@fault(
    "security-txt-none",
    "Không có security.txt: ai thấy lỗ hổng không biết báo cho ai.",
    "No security.txt: who finds a hole does not know whom to tell.",
    finds="security.security_txt",
    secure=True,
    whole=True,
)
def txt_none(portal: Portal) -> None:
    portal.drop("/.well-known/security.txt")


@fault(
    "security-txt-expired",
    "security.txt đã hết hạn từ năm 2023.",
    "security.txt expired in 2023.",
    finds="security.security_txt",
    secure=True,
    whole=True,
)
def txt_expired(portal: Portal) -> None:
    portal.edit("Expires: 2027", "Expires: 2023", on="/.well-known/security.txt")
