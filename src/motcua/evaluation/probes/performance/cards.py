"""Cards of how fast a portal is, and what makes it slow."""

from motcua.evaluation.rules.looking.cards import measured, none_of, told
from motcua.evaluation.values.facts import Better, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence as S  # noqa: N817 -- said many times here


def _vital(name: str) -> Source:
    return Source(f"web.dev, {name.upper()}", f"https://web.dev/articles/{name}")


_LIGHTHOUSE = "https://developer.chrome.com/docs/lighthouse/performance"
MS = Unit.MILLISECONDS
_FASTER = S(
    "Lưu đệm trang ít đổi, xem lại truy vấn cơ sở dữ liệu chậm, đặt máy chủ gần người dùng.",
    "Cache pages that rarely change, mend slow database queries, keep servers near people.",
)
_LCP = S(
    "Nạp sớm ảnh và chữ chính, giảm tệp chặn hiển thị, nén ảnh, gửi HTML có sẵn nội dung.",
    "Load the main text and picture early, block less, compress pictures, send content as HTML.",
)
_TBT = S(
    "Bớt mã lệnh, chia việc dài thành việc ngắn, hoãn mã chưa cần ngay.",
    "Ship less script, split long tasks, put off what is not needed at once.",
)

CARDS = (
    measured(
        "performance.server_time",
        S("Thời gian máy chủ trả lời (TTFB)", "Time until the server answers (TTFB)"),
        _FASTER,
        unit=MS,
        limit=800,
        severity=Severity.SERIOUS,
        sources=(_vital("ttfb"),),
        noise=0.5,
        noise_floor=500,
    ),
    measured(
        "performance.lcp",
        S("Thời gian đến khi thấy nội dung chính (LCP)", "Time until the main content shows (LCP)"),
        _LCP,
        unit=MS,
        limit=2500,
        severity=Severity.SERIOUS,
        sources=(_vital("lcp"),),
        noise=0.5,
        noise_floor=1000,
    ),
    measured(
        "performance.cls",
        S("Nội dung tự xê dịch khi đang nạp (CLS)", "Content that moves while loading (CLS)"),
        S(
            "Ghi sẵn width, height cho ảnh và chừa chỗ cho phần nạp sau.",
            "Give pictures width and height, and leave room for what comes later.",
        ),
        unit=Unit.SCORE,
        limit=0.1,
        severity=Severity.MODERATE,
        sources=(_vital("cls"),),
        noise=0.2,
        noise_floor=0.05,
    ),
    measured(
        "performance.tbt",
        S("Thời gian trang bị mã lệnh làm đơ (TBT)", "Time the page is blocked by scripts (TBT)"),
        _TBT,
        unit=MS,
        limit=200,
        severity=Severity.MODERATE,
        sources=(_vital("tbt"),),
        noise=1.0,
        noise_floor=500,
    ),
    measured(
        "performance.weight",
        S("Dung lượng phải tải lần đầu", "Bytes to load at the first visit"),
        S(
            "Nén và thu nhỏ ảnh, bật nén, bỏ mã và phông chữ không dùng.",
            "Shrink pictures, switch compression on, drop scripts and fonts that are not used.",
        ),
        unit=Unit.BYTES,
        limit=1_600_000,
        severity=Severity.MODERATE,
        sources=(Source("Lighthouse, total-byte-weight", f"{_LIGHTHOUSE}/total-byte-weight"),),
        noise=0.05,
        noise_floor=2000,
    ),
    measured(
        "performance.requests",
        S("Số yêu cầu của trang", "Requests of the page"),
        S(
            'Gộp tệp nhỏ, bỏ thư viện không dùng, hoãn ảnh chưa thấy (loading="lazy").',
            "Join small files, drop unused libraries, put off pictures out of sight "
            '(loading="lazy").',
        ),
        limit=80,
        severity=Severity.MINOR,
        sources=(
            Source("HTTP Archive, Web Almanac, Page Weight", "https://almanac.httparchive.org/"),
        ),
        noise=0.05,
        noise_floor=2,
    ),
    measured(
        "performance.cache",
        S(
            "Phần dung lượng tĩnh được trình duyệt giữ lại từ 7 ngày",
            "Share of static bytes that browsers keep for 7 days or longer",
        ),
        S(
            "Đặt tên tệp tĩnh theo phiên bản và gửi Cache-Control: max-age=31536000, immutable.",
            "Name static files by version and send Cache-Control: max-age=31536000, immutable.",
        ),
        unit=Unit.SHARE,
        better=Better.MORE,
        limit=0.75,
        severity=Severity.MODERATE,
        sources=(Source("RFC 9111, 5.2.2.1", "https://www.rfc-editor.org/rfc/rfc9111"),),
        noise=0.05,
    ),
    none_of(
        "performance.compression",
        S("Tệp chữ gửi đi không nén", "Text files sent uncompressed"),
        S(
            "Bật nén brotli hoặc gzip cho HTML, CSS, JavaScript, JSON, SVG.",
            "Switch brotli or gzip on for HTML, CSS, JavaScript, JSON and SVG.",
        ),
        severity=Severity.MODERATE,
        sources=(Source("RFC 9110, 8.4", "https://www.rfc-editor.org/rfc/rfc9110"),),
    ),
    none_of(
        "performance.oversized_images",
        S("Ảnh to hơn nhiều so với chỗ hiện", "Pictures far larger than they are shown"),
        S(
            "Thu ảnh về đúng cỡ hiển thị, hoặc dùng srcset để điện thoại tải bản nhỏ.",
            "Scale pictures to the size they are shown at, or use srcset so phones load less.",
        ),
        severity=Severity.MODERATE,
        sources=(
            Source("Lighthouse, uses-responsive-images", f"{_LIGHTHOUSE}/uses-responsive-images"),
        ),
    ),
    none_of(
        "performance.image_formats",
        S("Ảnh lớn ở định dạng cũ", "Large pictures in old formats"),
        S(
            "Lưu ảnh chụp thành WebP hoặc AVIF; bỏ BMP, GIF động.",
            "Save photographs as WebP or AVIF; no BMP, no animated GIF.",
        ),
        severity=Severity.MINOR,
        sources=(Source("Lighthouse, uses-webp-images", f"{_LIGHTHOUSE}/uses-webp-images"),),
    ),
    none_of(
        "performance.blocking",
        S("Tệp chặn trang hiện ra", "Files that keep the page from showing"),
        S(
            "Thêm defer cho mã lệnh ở đầu trang; đặt CSS tại cổng thay vì nạp từ nơi khác.",
            "Add defer to scripts in the head; keep CSS on the portal and not elsewhere.",
        ),
        severity=Severity.MODERATE,
        sources=(
            Source(
                "Lighthouse, render-blocking-resources", f"{_LIGHTHOUSE}/render-blocking-resources"
            ),
        ),
    ),
    measured(
        "performance.fonts",
        S("Dung lượng phông chữ", "Bytes of fonts"),
        S(
            "Dùng WOFF2, chỉ giữ kiểu chữ và bộ ký tự tiếng Việt cần dùng.",
            "Use WOFF2, and keep only the weights and the Vietnamese letters that are used.",
        ),
        unit=Unit.BYTES,
        limit=250_000,
        severity=Severity.MINOR,
        sources=(
            Source("web.dev, font best practices", "https://web.dev/articles/font-best-practices"),
        ),
        noise=0.05,
        noise_floor=1000,
    ),
    measured(
        "performance.dom_size",
        S("Số phần tử của trang", "Elements of the page"),
        S(
            "Chia danh sách dài thành nhiều trang.",
            "Split long lists over several pages.",
        ),
        limit=1500,
        severity=Severity.MINOR,
        sources=(Source("Lighthouse, dom-size", f"{_LIGHTHOUSE}/dom-size"),),
        noise=0.02,
        noise_floor=5,
    ),
    told(
        "performance.http2",
        S("Phục vụ bằng HTTP/2 hoặc mới hơn", "Served over HTTP/2 or newer"),
        S("Bật HTTP/2 trên máy chủ web.", "Switch HTTP/2 on at the web server."),
        unit=Unit.YES_NO,
        sources=(Source("RFC 9113", "https://www.rfc-editor.org/rfc/rfc9113"),),
    ),
    measured(
        "performance.repeated_server_time",
        S("Máy chủ trả lời, trung vị nhiều lần đo", "Server's answer, median of several looks"),
        _FASTER,
        scope=Scope.SITE,
        unit=MS,
        limit=800,
        severity=Severity.SERIOUS,
        sources=(_vital("ttfb"),),
        noise=0.5,
        noise_floor=200,
    ),
    measured(
        "performance.repeated_lcp",
        S("Thấy nội dung chính, trung vị nhiều lần đo", "Main content, median of several looks"),
        _LCP,
        scope=Scope.SITE,
        unit=MS,
        limit=2500,
        severity=Severity.SERIOUS,
        sources=(_vital("lcp"),),
        noise=0.4,
        noise_floor=500,
    ),
    measured(
        "performance.repeated_tbt",
        S("Trang bị đơ, trung vị nhiều lần đo", "Blocked by scripts, median of several looks"),
        _TBT,
        scope=Scope.SITE,
        unit=MS,
        limit=200,
        severity=Severity.MODERATE,
        sources=(_vital("tbt"),),
        noise=1.0,
        noise_floor=300,
    ),
    measured(
        "performance.slow_3g",
        S("Thấy nội dung chính trên mạng 3G chậm", "Main content over a slow 3G connection"),
        S(
            "Làm nhẹ trang: chữ trước, ảnh sau, ít tệp, nén tất cả; người ở vùng xa dùng mạng này.",
            "Make the page light: text first, pictures later, few files, all compressed; people in "
            "remote places have such a network.",
        ),
        scope=Scope.SITE,
        unit=MS,
        limit=10_000,
        severity=Severity.SERIOUS,
        sources=(
            Source("Chrome DevTools, Slow 3G (400 kbit/s, 400 ms)"),
            _vital("lcp"),
        ),
        noise=0.3,
        noise_floor=1500,
    ),
    measured(
        "performance.load",
        S("95 % câu trả lời dưới tải nhẹ xong trong", "95 % of answers under a light load take"),
        _FASTER,
        scope=Scope.SITE,
        unit=MS,
        limit=1000,
        severity=Severity.SERIOUS,
        noise=0.5,
        noise_floor=300,
    ),
    measured(
        "performance.load_errors",
        S("Phần câu trả lời lỗi dưới tải nhẹ", "Share of errors under a light load"),
        S(
            "Xem nhật ký lỗi máy chủ lúc đo, tăng kết nối cơ sở dữ liệu hoặc số tiến trình.",
            "Read the server's error log of that moment; add database connections or workers.",
        ),
        scope=Scope.SITE,
        unit=Unit.SHARE,
        limit=0.01,
        severity=Severity.SERIOUS,
        noise=0.5,
        noise_floor=0.01,
    ),
)
