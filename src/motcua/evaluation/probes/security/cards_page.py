"""Cards of what each page does: headers, cookies, scripts, forms."""

from motcua.evaluation.probes.security.sources import (
    AUTOFILL,
    CSP3,
    FETCH,
    MIXED,
    PERMISSIONS,
    REFERRER,
    SRI,
    asvs,
    rfc,
)
from motcua.evaluation.rules.looking.cards import must, none_of
from motcua.evaluation.values.facts import Scope, Severity
from motcua.kernel.words import Sentence as S  # noqa: N817 -- said a hundred times here

PAGE = Scope.PAGE

CARDS = (
    must(
        "security.https",
        S("Cổng chạy bằng https", "The portal uses https"),
        S(
            "Cài chứng thư và chỉ phục vụ qua https; không có https thì ai đứng giữa đường truyền "
            "cũng đọc và sửa được hồ sơ.",
            "Install a certificate and serve over https only; without it anyone on the way can "
            "read and change an application.",
        ),
        scope=PAGE,
        severity=Severity.CRITICAL,
        sources=(asvs("12.2.1"),),
    ),
    must(
        "security.hsts",
        S("HSTS từ một năm trở lên", "HSTS for a year or longer"),
        S(
            "Thêm tiêu đề Strict-Transport-Security: max-age=31536000; includeSubDomains.",
            "Send Strict-Transport-Security: max-age=31536000; includeSubDomains.",
        ),
        scope=PAGE,
        severity=Severity.MODERATE,
        sources=(rfc(6797, "6.1"), asvs("3.4.1")),
    ),
    must(
        "security.csp",
        S("Trang có chính sách nội dung (CSP)", "The page has a content security policy"),
        S(
            "Gửi tiêu đề Content-Security-Policy, bắt đầu bằng default-src 'self'; object-src "
            "'none'; base-uri 'none'; frame-ancestors 'none'.",
            "Send Content-Security-Policy, starting from default-src 'self'; object-src 'none'; "
            "base-uri 'none'; frame-ancestors 'none'.",
        ),
        scope=PAGE,
        severity=Severity.MODERATE,
        sources=(asvs("3.4.3"), CSP3),
    ),
    none_of(
        "security.csp_quality",
        S("Chỗ hở của chính sách nội dung", "Holes in the content security policy"),
        S(
            "Bỏ 'unsafe-inline', 'unsafe-eval', dấu * và các giao thức trống khỏi script-src; thêm "
            "object-src 'none' và base-uri 'none'.",
            "Take 'unsafe-inline', 'unsafe-eval', * and bare schemes out of script-src; add "
            "object-src 'none' and base-uri 'none'.",
        ),
        severity=Severity.MODERATE,
        sources=(asvs("3.4.3"), CSP3),
    ),
    none_of(
        "security.headers",
        S("Tiêu đề bảo vệ còn thiếu", "Protecting headers that are missing"),
        S(
            "Thêm X-Content-Type-Options: nosniff và Referrer-Policy: same-origin (hoặc "
            "strict-origin-when-cross-origin).",
            "Send X-Content-Type-Options: nosniff and Referrer-Policy: same-origin (or "
            "strict-origin-when-cross-origin).",
        ),
        severity=Severity.MODERATE,
        sources=(asvs("3.4.4"), asvs("3.4.5"), REFERRER),
    ),
    must(
        "security.permissions",
        S("Trang khóa camera, micrô, vị trí khi không cần", "The page locks sensors it needs not"),
        S(
            "Gửi Permissions-Policy: camera=(), microphone=(), geolocation=(), chỉ mở cái nào cần.",
            "Send Permissions-Policy: camera=(), microphone=(), geolocation=() and open only what "
            "is needed.",
        ),
        scope=PAGE,
        severity=Severity.MINOR,
        sources=(PERMISSIONS,),
    ),
    none_of(
        "security.banners",
        S("Tiêu đề khoe tên và phiên bản phần mềm", "Headers that tell software and version"),
        S(
            "Bỏ phiên bản khỏi tiêu đề Server, bỏ hẳn X-Powered-By, X-AspNet-Version và tương tự.",
            "Take the version out of Server, and X-Powered-By, X-AspNet-Version and the like away.",
        ),
        severity=Severity.MINOR,
        sources=(asvs("13.4.6"), rfc(9110, "10.2.4")),
    ),
    must(
        "security.framing",
        S("Trang lạ không lồng được trang này vào khung", "No stranger can frame the page"),
        S(
            "Thêm frame-ancestors 'none' (hoặc 'self') vào CSP, và X-Frame-Options: DENY cho trình "
            "duyệt cũ.",
            "Add frame-ancestors 'none' (or 'self') to the CSP, and X-Frame-Options: DENY for old "
            "browsers.",
        ),
        scope=PAGE,
        severity=Severity.MODERATE,
        sources=(asvs("3.4.6"), rfc(7034)),
    ),
    none_of(
        "security.cookies",
        S("Cookie đặt thiếu an toàn", "Cookies set without care"),
        S(
            "Đặt cookie phiên với Secure, HttpOnly, SameSite=Lax và thời hạn ngắn.",
            "Set session cookies with Secure, HttpOnly, SameSite=Lax and a short life.",
        ),
        severity=Severity.SERIOUS,
        sources=(asvs("3.3.1"), asvs("3.3.2"), asvs("3.3.4"), rfc(6265, "4.1.2")),
    ),
    none_of(
        "security.mixed",
        S("Phần của trang https nạp qua http", "Parts of an https page loaded over http"),
        S(
            "Đổi mọi địa chỉ http:// trong trang thành https:// hoặc địa chỉ tương đối.",
            "Change every http:// address in the page to https:// or to a relative one.",
        ),
        severity=Severity.SERIOUS,
        sources=(MIXED, asvs("12.2.1")),
    ),
    none_of(
        "security.insecure_form",
        S("Biểu mẫu gửi qua http không mã hóa", "Forms sent over plain http"),
        S(
            "Cho biểu mẫu gửi tới địa chỉ https.",
            "Let the form send to an https address.",
        ),
        severity=Severity.CRITICAL,
        sources=(asvs("12.2.1"),),
    ),
    none_of(
        "security.foreign_form",
        S("Biểu mẫu gửi sang trang của người khác", "Forms that send to somebody else's site"),
        S(
            "Nhận dữ liệu tại chính cổng; nếu buộc phải gửi đi thì nói trước là gửi cho ai.",
            "Take what is typed at the portal itself; where it must go elsewhere, say to whom "
            "before it is sent.",
        ),
        severity=Severity.SERIOUS,
        sources=(asvs("14.2.3"),),
    ),
    none_of(
        "security.password_field",
        S("Ô mật khẩu cản trình quản lý mật khẩu", "Password fields that hinder managers"),
        S(
            'Đặt autocomplete="current-password" (hoặc "new-password"), cho dán mật khẩu.',
            'Set autocomplete="current-password" (or "new-password"), and let people paste.',
        ),
        severity=Severity.MINOR,
        sources=(asvs("6.2.7"), AUTOFILL),
    ),
    none_of(
        "security.inline_script",
        S("Mã lệnh viết thẳng trong trang", "Scripts written into the page"),
        S(
            "Chuyển mã vào tệp .js riêng, gắn sự kiện bằng addEventListener; nhờ vậy CSP chặn được "
            "mã lạ.",
            "Move scripts to .js files and bind events with addEventListener, so that a CSP can "
            "keep strangers' scripts out.",
        ),
        severity=Severity.MINOR,
        sources=(asvs("3.4.3"), CSP3),
    ),
    none_of(
        "security.libraries",
        S("Thư viện đã cũ, có lỗ hổng đã biết", "Old libraries with known holes"),
        S(
            "Nâng thư viện lên bản còn được vá lỗi, hoặc bỏ nếu không dùng nữa.",
            "Move to a version that its makers still mend, or drop the library if it is not used.",
        ),
        severity=Severity.MODERATE,
        sources=(asvs("15.2.1"),),
    ),
    none_of(
        "security.integrity",
        S("Mã của bên thứ ba không kiểm tra toàn vẹn", "Third parties' code without integrity"),
        S(
            'Đặt tệp tại cổng của mình, hoặc thêm integrity="sha384-…" và crossorigin.',
            'Keep the file on your own portal, or add integrity="sha384-…" and crossorigin.',
        ),
        severity=Severity.MODERATE,
        sources=(asvs("3.6.1"), SRI),
    ),
    none_of(
        "security.cors",
        S("Cho mọi trang lạ đọc câu trả lời", "Answers that any stranger's page may read"),
        S(
            "Không gửi Access-Control-Allow-Origin: * cùng với Allow-Credentials; chỉ nêu tên miền "
            "được phép.",
            "Never send Access-Control-Allow-Origin: * together with Allow-Credentials; name the "
            "origins that may read.",
        ),
        severity=Severity.SERIOUS,
        sources=(asvs("3.4.2"), FETCH),
    ),
    none_of(
        "security.session_in_address",
        S("Mã phiên nằm trong địa chỉ", "Session codes in addresses"),
        S(
            "Giữ mã phiên trong cookie HttpOnly, không đưa vào đường dẫn hay tham số.",
            "Keep the session code in an HttpOnly cookie, never in a path or a parameter.",
        ),
        severity=Severity.SERIOUS,
        sources=(asvs("14.2.1"),),
    ),
)
