"""What makes people wait."""

import random
import struct
import zlib

from tests.portals.faults import GUIDE, HOME, LIGHTHOUSE, SERVICES, fault
from tests.portals.portal import Portal


@fault(
    "performance-image-heavy",
    "Một ảnh trang trí nặng 3 MB.",
    "One decorating picture of 3 MB.",
    finds="performance.weight",
    peers=(LIGHTHOUSE,),
)
def image_heavy(portal: Portal) -> None:
    portal.file("/static/nen.png", "image/png", _noise(1024, 1000))
    portal.edit(
        '<p class="lead">',
        '<p><img src="/static/nen.png" alt="" width="512" height="500"></p><p class="lead">',
        on=HOME,
    )


def _noise(width: int, height: int) -> bytes:
    drawn = random.Random(1).randbytes(height * (width * 3 + 1))
    lines = b"".join(b"\0" + drawn[at * width * 3 : (at + 1) * width * 3] for at in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        crc = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines, 0))
        + chunk(b"IEND", b"")
    )


@fault(
    "performance-compression-none",
    "Chữ gửi đi không nén.",
    "Text is sent without compression.",
    finds="performance.compression",
    peers=(LIGHTHOUSE,),
)
def compression_none(portal: Portal) -> None:
    portal.compressing = False
    portal.css("/* " + " ".join(f"ghi chú {one}" for one in range(4000)) + " */")


@fault(
    "performance-caching-none",
    "Ảnh, chữ và mã tải lại từ đầu ở mỗi trang.",
    "Pictures, fonts and scripts are fetched anew with every page.",
    finds="performance.cache",
)
def caching_none(portal: Portal) -> None:
    portal.header("Cache-Control", "no-store", on="/static/")


@fault(
    "performance-server-slow",
    "Máy chủ hai giây mới trả lời.",
    "The server takes two seconds to answer.",
    finds="performance.server_time",
    peers=(LIGHTHOUSE,),
    on=SERVICES,
)
def server_slow(portal: Portal) -> None:
    portal.slow(2.0, on="/thu-tuc/")


@fault(
    "performance-shift",
    "Trang đang đọc thì bị đẩy xuống vì dải hình đến sau.",
    "What one reads jumps down when a banner comes late.",
    finds="performance.cls",
    peers=(LIGHTHOUSE,),
)
def shift(portal: Portal) -> None:
    portal.edit('<p class="lead">', '<div class="late"></div><p class="lead">', on=HOME)
    portal.css(".late.come { height: 420px; background: #eef4fb; }")
    portal.js(
        "setTimeout(function () { document.querySelectorAll('.late').forEach(function (one) { "
        "one.classList.add('come'); }); }, 300);"
    )


@fault(
    "performance-long-tasks",
    "Mã của trang chiếm máy, gần một giây không bấm được gì.",
    "The page's script takes the machine: for almost a second nothing can be pressed.",
    finds="performance.tbt",
    peers=(LIGHTHOUSE,),
)
def long_tasks(portal: Portal) -> None:
    portal.js(
        """[60, 160, 260].forEach(function (after) {
  setTimeout(function () {
    var until = performance.now() + 300;
    while (performance.now() < until) { /* busy */ }
  }, after);
});"""
    )


@fault(
    "performance-render-blocking",
    "Trang trắng ba giây vì chờ một tệp mã ở đầu trang.",
    "The page is blank for three seconds, waiting for a script in its head.",
    finds="performance.lcp",
    peers=(LIGHTHOUSE,),
    on=GUIDE,
)
def render_blocking(portal: Portal) -> None:
    portal.file("/static/cham.js", "text/javascript; charset=utf-8", "window.cham = 1;")
    portal.slow(3.0, on="/static/cham.js")
    portal.edit("<title>", '<script src="/static/cham.js"></script><title>', on=GUIDE)


@fault(
    "performance-requests-many",
    "Một trang mà hỏi máy chủ 300 lần.",
    "One page asks the server 300 times.",
    finds="performance.requests",
)
def requests_many(portal: Portal) -> None:
    dots = "".join(
        f'<img src="/static/cham-{one}.svg" alt="" width="8" height="8">' for one in range(300)
    )
    portal.edit('<p class="lead">', f'<p>{dots}</p><p class="lead">', on=HOME)
    for one in range(300):
        portal.file(f"/static/cham-{one}.svg", "image/svg+xml", _DOT)


_DOT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
)
