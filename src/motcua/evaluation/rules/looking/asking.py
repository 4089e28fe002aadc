"""Fields of forms: which personal data they ask for, by their words."""

import re
from collections.abc import Iterable
from enum import StrEnum


class Asks(StrEnum):
    """A kind of personal data that a field asks for."""

    IDENTITY = "identity"
    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    BIRTH = "birth"
    ADDRESS = "address"
    SENSITIVE = "sensitive"


_WORDS = (
    (
        Asks.IDENTITY,
        (
            r"căn cước|\bcccd\b|\bcmnd\b|\bcmt\b|số định danh|định danh cá nhân|số_?cccd|so_?cccd"
            r"|so_?cmnd"
            r"|dinh_?danh|chứng minh nhân dân|hộ chiếu|passport|identity (?:card|number)|citizen id"
        ),
    ),
    (
        Asks.SENSITIVE,
        (
            r"tôn giáo|tín ngưỡng|quan điểm chính trị|tình trạng sức khỏe|sức khoẻ|bệnh (?:án|sử"
            r"|nền)"
            r"|nhóm máu|nguồn gốc chủng tộc|xu hướng tình dục|tiền án|tiền sự|sinh trắc|vân tay"
            r"|số tài khoản ngân hàng|religion|health condition|political|biometric"
        ),
    ),
    (Asks.BIRTH, r"ngày sinh|năm sinh|ngay_?sinh|date of birth|birth(?:day|date)|\bdob\b"),
    (
        Asks.PHONE,
        r"điện thoại|số đt\b|\bsđt\b|\bsdt\b|dien_?thoai|di động|\bphone|\bmobile\b|\btel\b",
    ),
    (Asks.MAIL, r"e-?mail|thư điện tử|hòm thư|hộp thư"),
    (
        Asks.NAME,
        (
            r"họ(?: và|,)? ?tên|họ tên|tên (?:của bạn|người (?:nộp|gửi|yêu cầu|khai|dân)|đầy đủ)"
            r"|ho_?(?:va_?)?ten|full_?\s?name|your name"
        ),
    ),
    (
        Asks.ADDRESS,
        (
            r"địa chỉ (?:thường trú|liên hệ|nhà|tạm trú|của bạn|nơi ở)|nơi (?:thường trú|cư trú"
            r"|ở)\b"
            r"|home address|street address|^địa chỉ$"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)
TOKENS = {
    Asks.NAME: ("name", "given-name", "family-name", "additional-name", "nickname", "username"),
    Asks.PHONE: ("tel", "tel-national", "tel-local", "username"),
    Asks.MAIL: ("email", "username"),
}
"""Tokens of `autocomplete` that fit (HTML, autofill)."""


def asks(*words: str) -> Asks | None:
    """Say which personal data a field asks for: by its label first, then by its name."""
    for text in words:
        for kind, pattern in _PATTERNS:
            if text and pattern.search(text.strip()):
                return kind
    return None


def is_personal(kinds: Iterable[Asks | None]) -> bool:
    """Say whether a form gathers data of a person: an identity number, or two other kinds."""
    found = {kind for kind in kinds if kind is not None}
    return bool(found & {Asks.IDENTITY, Asks.SENSITIVE}) or len(found) >= 2


_TOLD = re.compile(
    r"(?:dữ liệu|thông tin)[^.\n]{0,80}(?:được|chỉ|sẽ|không) (?:\S+ )?(?:dùng|sử dụng|xử lý|bảo mật"
    r"|bảo vệ|giữ|lưu|thu thập|chia sẻ|tiết lộ)"
    r"|(?:xử lý|thu thập|sử dụng|dùng|giữ|bảo vệ|bảo mật) (?:các |những )?(?:dữ liệu|thông tin)"
    r"|quyền riêng tư|mục đích (?:thu thập|sử dụng|xử lý)"
    r"|privacy|(?:process|use|collect|keep) (?:your|personal)|we use (?:your|it|this)",
    re.IGNORECASE,
)
_IMPLIED = re.compile(
    r"(?:bằng (?:việc|cách)|khi|nếu|việc) (?:bạn )?(?:tiếp tục )?(?:sử dụng|truy cập|duyệt|tiếp tục"
    r"|đăng ký|nộp|gửi|bấm|nhấn)[^.\n]{0,100}"
    r"(?:(?:có nghĩa|đồng nghĩa|nghĩa) là|coi như|xem như|mặc nhiên|được hiểu|tức là|là)"
    r"[^.\n]{0,50}(?:đồng ý|chấp (?:nhận|thuận))"
    r"|bằng (?:việc|cách) (?:tiếp tục )?(?:sử dụng|truy cập|duyệt)[^.\n]{0,80}(?:bạn|quý vị|người"
    r" dùng)[^.\n]{0,20}(?:đồng ý|chấp (?:nhận|thuận))"
    r"|(?:mặc (?:nhiên|định)|coi như|xem như) (?:là )?(?:đã )?đồng ý"
    r"|by (?:continuing|using|browsing|submitting)[^.\n]{0,80}(?:agree|consent|accept)",
    re.IGNORECASE,
)
CONSENT = re.compile(r"đồng ý|cho phép (?:xử lý|sử dụng|thu thập)|i agree|consent", re.IGNORECASE)
_ACCEPT = re.compile(r"đồng ý|chấp nhận|accept|agree|allow", re.IGNORECASE)
_REFUSE = re.compile(
    r"từ chối|không (?:đồng ý|chấp nhận|cho phép)|chỉ (?:cookie )?(?:cần|bắt buộc|thiết yếu)|tùy"
    r" (?:chọn|chỉnh)|tuỳ chọn|cài đặt|reject|decline|refuse|only necessary|manage|settings",
    re.IGNORECASE,
)


def tells_why(text: str) -> bool:
    """Say whether a text beside a form tells what becomes of the data."""
    return bool(_TOLD.search(text))


def implied(text: str) -> str:
    """Give the words that take silence or mere use for consent, "" where there are none; a
    sentence that says that silence is *not* consent is none."""
    for found in _IMPLIED.finditer(text):
        start = max(text.rfind(end, 0, found.start()) for end in ".\n!?")
        before = text[start + 1 : found.start()] + found[0]
        if not re.search(r"không (?:được )?(?:phải|có nghĩa|coi|xem|đồng nghĩa)|\bnot\b", before):
            return " ".join(found[0].split())[:160]
    return ""


def only_accepts(buttons: Iterable[str]) -> bool:
    """Say whether one can accept with the buttons of a banner, and not refuse."""
    texts = [" ".join(one.split()) for one in buttons]
    refuses = [one for one in texts if _REFUSE.search(one)]
    accepts = [one for one in texts if _ACCEPT.search(one) and one not in refuses]
    return bool(accepts) and not refuses
