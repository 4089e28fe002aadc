"""What travels unprotected."""

from tests.portals import thirds
from tests.portals.faults import FEEDBACK, HOME, LIGHTHOUSE, PA11Y, fault
from tests.portals.portal import Portal


@fault(
    "security-https-none",
    "Cổng chỉ chạy http, ai đứng giữa cũng đọc được.",
    "The portal speaks http alone; anybody in between can read.",
    finds="security.https",
    peers=(LIGHTHOUSE,),
    secure=True,
    whole=True,
)
def https_none(portal: Portal) -> None:
    portal.secure = False
    del portal.headers["Strict-Transport-Security"]


@fault(
    "security-hsts-none",
    "Không dặn trình duyệt chỉ dùng https.",
    "Browsers are not told to use https alone.",
    finds="security.hsts",
    peers=(LIGHTHOUSE,),
    secure=True,
    whole=True,
)
def hsts_none(portal: Portal) -> None:
    portal.header("Strict-Transport-Security", None)


@fault(
    "security-redirect-none",
    "Gõ http vẫn vào được mà không được chuyển sang https.",
    "Who types http gets the portal unencrypted, and is not led to https.",
    finds="security.redirect",
    secure=True,
    whole=True,
)
def redirect_none(portal: Portal) -> None:
    portal.redirecting = False


@fault(
    "security-mixed",
    "Trang https lấy ảnh qua http.",
    "A page over https takes a picture over http.",
    finds="security.mixed",
    peers=(LIGHTHOUSE,),
    secure=True,
)
def mixed(portal: Portal) -> None:
    host = f"http://{thirds.FOREIGN}"
    portal.edit(
        '<p class="lead">',
        f'<p><img src="{host}/anh.svg" alt="" width="8" height="8"></p><p class="lead">',
        on=HOME,
    )
    portal.allow(host, "img-src")


@fault(
    "security-form-http",
    "Trang https gửi phản ánh qua http.",
    "A page over https sends what people report over http.",
    finds="security.insecure_form",
    on=FEEDBACK,
    secure=True,
)
def form_http(portal: Portal) -> None:
    portal.edit(
        'action="/phan-anh-kien-nghi/"',
        'action="http://127.0.0.1/phan-anh-kien-nghi/"',
        on=FEEDBACK,
    )
    portal.allow("http://127.0.0.1", "form-action")


@fault(
    "security-certificate-expired",
    "Chứng thư của cổng đã hết hạn.",
    "The portal's certificate has expired.",
    finds="security.certificate",
    peers=(PA11Y, LIGHTHOUSE),
    secure=True,
    whole=True,
)
def certificate_expired(portal: Portal) -> None:
    portal.certificate = "expired"


@fault(
    "security-tls-old",
    "Máy chủ vẫn nhận TLS 1.0 đã bỏ từ năm 2021.",
    "The server still takes TLS 1.0, given up in 2021.",
    finds="security.tls_version",
    secure=True,
    whole=True,
)
def tls_old(portal: Portal) -> None:
    portal.oldest_tls = "1.0"
