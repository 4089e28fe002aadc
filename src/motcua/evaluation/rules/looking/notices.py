"""Privacy notices: what they tell, and whether one can read them."""

import re
from dataclasses import dataclass
from datetime import date

from motcua.kernel.words import Sentence

LAW_FROM = date(2026, 1, 1)
"""Law 91/2025/QH15 is in force from this day; before it, Decree 13/2023/NĐ-CP."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a notice must tell, and the words by which one knows that it does."""

    code: str
    title: Sentence
    words: str


STATEMENTS = (
    Statement(
        "controller",
        Sentence("ai chịu trách nhiệm về dữ liệu", "who answers for the data"),
        r"bên kiểm soát|cơ quan chủ quản|đơn vị (?:chủ quản|quản lý|vận hành)|cơ quan (?:quản lý"
        r"|vận"
        r" hành)|chịu trách nhiệm (?:về|trước|bảo vệ|xử lý)|(?:ủy|uỷ) ban nhân dân|sở [A-ZĐ]\w+|văn"
        r" phòng (?:ubnd|ủy ban|bộ)|data controller|controller|is responsible for",
    ),
    Statement(
        "purposes",
        Sentence("dùng vào việc gì", "what it is used for"),
        r"mục đích|chỉ dùng (?:thông tin |dữ liệu )?(?:vào|để|cho)|(?:được )?(?:dùng"
        r"|sử dụng) (?:\S+ "
        r"){0,4}(?:để|cho việc|vào việc)|purpose|used? (?:it )?(?:only )?(?:to|for)",
    ),
    Statement(
        "kinds",
        Sentence("giữ những dữ liệu nào", "which data is kept"),
        r"(?:loại|những|các) (?:dữ liệu|thông tin)|họ (?:và )?tên|số định danh|giữ những gì"
        r"|thu thập"
        r"|kinds? of data|we (?:collect|keep)|personal data (?:we|that)",
    ),
    Statement(
        "basis",
        Sentence("theo văn bản pháp luật nào", "under which law"),
        r"91/2025/qh15|13/2023/nđ-cp|luật bảo vệ dữ liệu cá nhân|nghị định (?:số )?13/2023"
        r"|356/2025|"
        r"quy định của pháp luật về|cơ sở pháp lý|căn cứ pháp|legal basis|law on personal data",
    ),
    Statement(
        "retention",
        Sentence("giữ bao lâu", "how long it is kept"),
        r"giữ bao lâu|thời (?:hạn|gian) (?:lưu|giữ|xử lý)|lưu (?:trữ|giữ) (?:\S+ ){0,6}(?:\d+"
        r"|trong)"
        r"|bị xóa|bị xoá|được (?:xóa|xoá) (?:sau|khi)|retention|how long|kept for|deleted (?:after|"
        r"when)",
    ),
    Statement(
        "rights",
        Sentence("bạn có những quyền gì", "which rights one has"),
        r"quyền của (?:bạn|chủ thể|người|công dân|cá nhân|anh|quý|mình)|các quyền|bạn có quyền"
        r"|có (?:những )?quyền (?:được )?(?:gì|biết|xem|truy cập|yêu cầu)|bạn được biết"
        r"|your rights|right to",
    ),
    Statement(
        "contact",
        Sentence("liên hệ với ai", "whom to ask"),
        r"liên hệ|đầu mối|đường dây nóng|hotline|gửi (?:\S+ ){0,6}(?:yêu cầu|góp ý|thư|email)"
        r"|yêu cầu"
        r" (?:\S+ ){0,3}gửi|bộ phận bảo vệ dữ liệu|[\w.+-]+@[\w-]+\.\w|contact",
    ),
    Statement(
        "complaint",
        Sentence("khiếu nại ở đâu", "how to complain"),
        r"khiếu nại|tố cáo|complain",
    ),
    Statement(
        "sharing",
        Sentence("đưa cho ai", "whom it is given to"),
        r"bên thứ ba|người thứ ba|chia sẻ|cung cấp (?:\S+ ){0,4}cho (?:bên|cơ quan|tổ chức)|ai xem"
        r" được|third part|shared? with|who can see",
    ),
    Statement(
        "abroad",
        Sentence("có chuyển ra nước ngoài không", "whether it goes abroad"),
        r"nước ngoài|ngoài lãnh thổ|xuyên biên giới|không (?:gửi|chia sẻ|cung cấp) (?:\S+ ){0,4}(?:"
        r"bên|người) thứ ba|abroad|cross-border|overseas|nothing (?:\S+ )?to third parties",
    ),
    Statement(
        "security",
        Sentence("được bảo vệ ra sao", "how it is protected"),
        r"mã hóa|mã hoá|bảo mật|biện pháp bảo vệ|an toàn thông tin|an ninh mạng|encrypt"
        r"|protected by"
        r"|security measures",
    ),
)
RIGHTS = (
    ("know", r"được biết|quyền biết"),
    ("consent", r"đồng ý"),
    ("access", r"truy cập|\bxem\b|xem và sửa|xem, sửa"),
    ("withdraw", r"rút lại"),
    ("delete", r"\bxóa\b|\bxoá\b"),
    ("restrict", r"hạn chế"),
    ("provided", r"cung cấp dữ liệu|yêu cầu cung cấp|được cung cấp"),
    ("object", r"phản đối"),
    ("complain", r"khiếu nại|tố cáo|khởi kiện"),
    ("damages", r"bồi thường"),
    ("protect", r"tự bảo vệ"),
)
"""The eleven rights of Decree 13/2023/NĐ-CP, by the words that name them."""


def missing(text: str) -> list[Statement]:
    """List what a notice does not tell, in a fixed order."""
    flat = " ".join(text.split())
    return [one for one in STATEMENTS if not re.search(one.words, flat, re.IGNORECASE)]


def rights_named(text: str) -> list[str]:
    """List which of the eleven rights a notice names."""
    flat = " ".join(text.split())
    return [code for code, words in RIGHTS if re.search(words, flat, re.IGNORECASE)]


def old_law_only(text: str, on: date) -> bool:
    """Say whether a notice still leans on the decree alone, after the law came into force."""
    low = text.lower()
    law = "91/2025" in low or "luật bảo vệ dữ liệu cá nhân" in low
    return on >= LAW_FROM and "13/2023" in low and not law


def shows_readers(text: str) -> bool:
    """Say whether a text tells that people may see who looked at their data."""
    words = (
        r"(?:ai|người nào|cán bộ nào) (?:đã )?(?:xem|mở|truy cập)|mỗi lần (?:\S+ ){0,4}(?:mở|xem"
        r"|truy"
        r" cập)|nhật ký (?:truy cập|xem|ai)|lịch sử (?:truy cập|xem)|who (?:has )?(?:saw|seen"
        r"|looked"
        r"|viewed)|access log"
    )
    return bool(re.search(words, " ".join(text.split()), re.IGNORECASE))


ABOUT = re.compile(
    r"quyền riêng tư|(?:bảo vệ|xử lý|về) (?:dữ liệu|thông tin) cá nhân|dữ liệu cá nhân|chính sách"
    r" (?:bảo mật|riêng tư)|bảo mật thông tin|privacy|data protection",
    re.IGNORECASE,
)
"""How links and titles of a privacy notice are worded."""


def leads_to_notice(text: str, address: str) -> bool:
    """Say whether a link is one to a privacy notice, by its words or its address."""
    if ABOUT.search(" ".join(text.split())):
        return True
    path = address.lower().partition("?")[0]
    return bool(
        re.search(
            r"quyen-?rieng-?tu|du-?lieu-?ca-?nhan|chinh-?sach-?bao-?mat|privacy"
            r"|bao-?mat-?thong-?tin",
            path,
        )
    )
