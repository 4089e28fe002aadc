"""Cards of what the portal as a whole does: connection, certificate, what lies about."""

from motcua.evaluation.probes.security.sources import asvs, rfc
from motcua.evaluation.rules.looking.cards import measured, must, none_of, told
from motcua.evaluation.values.facts import Better, Scope, Severity, Unit
from motcua.kernel.words import Sentence as S  # noqa: N817 -- said a hundred times here

SITE = Scope.SITE

CARDS = (
    must(
        "security.redirect",
        S("Địa chỉ http chuyển sang https trong một bước", "http leads to https in one step"),
        S(
            "Cho cổng 80 trả lời 301 hoặc 308 thẳng tới đúng địa chỉ đó bằng https.",
            "Let port 80 answer 301 or 308 straight to the same address over https.",
        ),
        scope=SITE,
        severity=Severity.SERIOUS,
        sources=(asvs("12.2.1"), rfc(6797, "7.2")),
    ),
    measured(
        "security.tls_version",
        S("Phiên bản TLS cũ nhất còn nhận", "The oldest TLS version still accepted"),
        S(
            "Tắt TLS 1.0 và 1.1 trên máy chủ, chỉ giữ TLS 1.2 và 1.3.",
            "Switch TLS 1.0 and 1.1 off on the server; keep TLS 1.2 and 1.3 only.",
        ),
        scope=SITE,
        unit=Unit.SCORE,
        better=Better.MORE,
        limit=1.2,
        severity=Severity.SERIOUS,
        sources=(rfc(8996), asvs("12.1.1")),
    ),
    must(
        "security.tls_newest",
        S("Nhận TLS 1.3", "TLS 1.3 is accepted"),
        S(
            "Bật TLS 1.3: an toàn hơn và bắt tay nhanh hơn một lượt.",
            "Switch TLS 1.3 on: safer, and one round trip faster.",
        ),
        scope=SITE,
        severity=Severity.MINOR,
        sources=(rfc(8446), asvs("12.1.1")),
    ),
    none_of(
        "security.weak_ciphers",
        S("Bộ mã yếu mà máy chủ còn nhận", "Weak ciphers that the server still accepts"),
        S(
            "Bỏ các bộ mã NULL, EXPORT, RC4, DES, 3DES và anon khỏi cấu hình TLS.",
            "Take NULL, EXPORT, RC4, DES, 3DES and anon suites out of the TLS settings.",
        ),
        scope=SITE,
        severity=Severity.SERIOUS,
        sources=(asvs("12.1.2"), rfc(7465), rfc(9325, "4.1")),
    ),
    must(
        "security.certificate",
        S(
            "Chứng thư còn hạn, đúng tên, được tin cậy",
            "The certificate is valid, names the portal and is trusted",
        ),
        S(
            "Xin chứng thư cho đúng tên miền ở tổ chức được trình duyệt tin cậy, gửi kèm chứng thư "
            "trung gian và tự động gia hạn.",
            "Get a certificate for this very name from an authority that browsers trust, send the "
            "intermediate ones with it, and renew it automatically.",
        ),
        scope=SITE,
        severity=Severity.CRITICAL,
        sources=(asvs("12.2.2"), rfc(9525, "6"), rfc(5280, "6")),
    ),
    measured(
        "security.certificate_days",
        S("Số ngày chứng thư còn hạn", "Days until the certificate ends"),
        S(
            "Gia hạn chứng thư trước khi hết hạn, tốt nhất là tự động.",
            "Renew the certificate before it ends, automatically if you can.",
        ),
        scope=SITE,
        better=Better.MORE,
        limit=14,
        severity=Severity.SERIOUS,
        sources=(rfc(5280, "4.1.2.5"),),
    ),
    must(
        "security.certificate_strength",
        S(
            "Khóa và chữ ký của chứng thư đủ mạnh",
            "Key and signature of the certificate are strong",
        ),
        S(
            "Dùng khóa RSA từ 2048 bit hoặc EC từ 256 bit, ký bằng SHA-256 trở lên.",
            "Use an RSA key of 2048 bits or an EC key of 256 bits at least, signed with SHA-256.",
        ),
        scope=SITE,
        severity=Severity.SERIOUS,
        sources=(asvs("12.1.2"), rfc(9325, "4.5")),
    ),
    none_of(
        "security.exposed",
        S("Tệp nội bộ lộ ra ngoài", "Inside files that anyone can fetch"),
        S(
            "Xóa các tệp này khỏi thư mục web, chặn chúng ở máy chủ, rồi đổi mọi mật khẩu, khóa đã "
            "nằm trong đó.",
            "Remove these files from the web folder, refuse them at the server, then change every "
            "password and key that stood in them.",
        ),
        scope=SITE,
        severity=Severity.CRITICAL,
        sources=(asvs("13.4.1"), asvs("13.4.7"), asvs("13.4.5")),
    ),
    none_of(
        "security.listing",
        S("Thư mục để lộ danh sách tệp", "Folders that list their files"),
        S(
            "Tắt liệt kê thư mục (autoindex, Options -Indexes, directoryBrowse).",
            "Switch directory listing off (autoindex, Options -Indexes, directoryBrowse).",
        ),
        scope=SITE,
        severity=Severity.SERIOUS,
        sources=(asvs("13.4.3"),),
    ),
    none_of(
        "security.error_leak",
        S("Trang báo lỗi lộ mã nguồn hoặc cấu hình", "The error page shows code or settings"),
        S(
            "Tắt chế độ gỡ lỗi ở máy chủ thật; trang lỗi chỉ nói lời thường và cho mã tra cứu.",
            "Switch debugging off on the real server; an error page speaks plain words and gives a "
            "reference number.",
        ),
        scope=SITE,
        severity=Severity.SERIOUS,
        sources=(asvs("16.5.1"), asvs("13.4.2")),
    ),
    must(
        "security.security_txt",
        S("Có security.txt còn hạn", "There is a security.txt in force"),
        S(
            "Đặt tệp /.well-known/security.txt có dòng Contact và Expires, để người thấy lỗ hổng "
            "biết báo cho ai.",
            "Put /.well-known/security.txt with Contact and Expires, so that one who finds a hole "
            "knows whom to tell.",
        ),
        scope=SITE,
        severity=Severity.MINOR,
        sources=(rfc(9116),),
    ),
    told(
        "security.open_redirect",
        S(
            "Tham số chuyển hướng sang trang lạ (không thử)",
            "Parameters that lead to a stranger's page (not tried)",
        ),
        S(
            "Công cụ này không gửi gì có thể bị xem là tấn công; hãy kiểm thử xâm nhập riêng.",
            "This tool sends nothing that could be taken for an attack; have a penetration test.",
        ),
        scope=SITE,
        unit=Unit.YES_NO,
        sources=(asvs("3.7.2"),),
    ),
)
