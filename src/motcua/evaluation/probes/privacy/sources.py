"""Where the rules about personal data are written. Articles are named only where they were read."""

from motcua.evaluation.values.facts import Source

DECREE = Source("Nghị định 13/2023/NĐ-CP (bảo vệ dữ liệu cá nhân)")
LAW = Source("Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (từ 1/1/2026)")
RIGHTS = Source("Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 4")
USERS_VIEW = Source("IPS/UNDP, đánh giá cổng dịch vụ công cấp tỉnh từ góc độ người dùng")
ASVS_ADDRESS = Source(
    "OWASP ASVS 5.0.0, 14.2.1", "https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en"
)
ASVS_TRACKERS = Source(
    "OWASP ASVS 5.0.0, 14.2.3", "https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en"
)
ASVS_LEAST = Source("OWASP ASVS 5.0.0, 14.2.6", "https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en")
PURPOSE = Source(
    "WCAG 2.2, 1.3.5", "https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html"
)
COOKIES = Source("RFC 6265, 8.1", "https://www.rfc-editor.org/rfc/rfc6265#section-8.1")
FINGERPRINTS = Source(
    "W3C, Mitigating Browser Fingerprinting", "https://www.w3.org/TR/fingerprinting-guidance/"
)
