"""Functions of TT 21/2023 Art. 5(1) that show from outside: one card each."""

from motcua.evaluation.probes.structure.telling import Cards
from motcua.evaluation.values.facts import Area, Better, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence

CARDS = Cards(Area.FUNCTIONS)
SERIOUS, MODERATE, MINOR = Severity.SERIOUS, Severity.MODERATE, Severity.MINOR


def _source(part: str) -> Source:
    return Source(f"TT 21/2023/TT-BTTTT, Điều 5 khoản 1: {part}")


ROWS: tuple[tuple[str, str, str, str, Severity], ...] = (
    ("login", "Đăng nhập", "Log in", "xác thực người dùng", SERIOUS),
    (
        "login_national",
        "Đăng nhập bằng tài khoản định danh điện tử (VNeID) hoặc của Cổng Quốc gia",
        "Log in with the national electronic identity (VNeID) or the National Portal's account",
        "xác thực người dùng",
        SERIOUS,
    ),
    (
        "catalogue",
        "Danh mục thủ tục, dịch vụ",
        "Catalogue of procedures and services",
        "cung cấp thông tin",
        SERIOUS,
    ),
    (
        "levels",
        "Nêu mức của dịch vụ: toàn trình, một phần",
        "The level of services is shown: full process, part of it",
        "cung cấp thông tin",
        MODERATE,
    ),
    (
        "dossier",
        "Nộp hồ sơ trực tuyến",
        "Apply online",
        "sử dụng dịch vụ công trực tuyến",
        SERIOUS,
    ),
    (
        "exchange",
        "Trao đổi với người dùng khi đang giải quyết",
        "Exchange with the applicant during settlement",
        "sử dụng dịch vụ công trực tuyến",
        MODERATE,
    ),
    (
        "eform",
        "Biểu mẫu điện tử tương tác",
        "Interactive electronic form",
        "sử dụng dịch vụ công trực tuyến",
        SERIOUS,
    ),
    ("upload", "Tải tệp lên", "Upload files", "sử dụng dịch vụ công trực tuyến", MODERATE),
    (
        "post",
        "Nhận, trả qua bưu chính công ích",
        "Receive and return by public post",
        "sử dụng dịch vụ công trực tuyến",
        MODERATE,
    ),
    (
        "payment",
        "Thanh toán trực tuyến",
        "Pay online",
        "sử dụng dịch vụ công trực tuyến",
        SERIOUS,
    ),
    (
        "result",
        "Trả kết quả trên mạng",
        "The result is returned online",
        "sử dụng dịch vụ công trực tuyến",
        MODERATE,
    ),
    ("signature", "Ký số", "Electronic signature", "ký số", MODERATE),
    (
        "search",
        "Tra cứu dịch vụ theo từ khóa và tiêu chí",
        "Look services up by words and criteria",
        "tra cứu",
        SERIOUS,
    ),
    ("lookup", "Tra cứu hồ sơ", "Look a dossier up", "tra cứu", SERIOUS),
    (
        "petition",
        "Phản ánh, kiến nghị",
        "Petitions",
        "phản ánh kiến nghị",
        SERIOUS,
    ),
    (
        "rating",
        "Đánh giá mức độ hài lòng",
        "Rate satisfaction",
        "đánh giá sự hài lòng",
        MODERATE,
    ),
    (
        "statistics",
        "Thống kê tình hình giải quyết hồ sơ",
        "Statistics of settlement",
        "thống kê tình trạng giải quyết hồ sơ",
        MODERATE,
    ),
    ("guides", "Hướng dẫn", "Guides", "hỗ trợ người dùng", MODERATE),
    ("questions", "Hỏi đáp", "Questions and answers", "hỗ trợ người dùng", MODERATE),
    ("survey", "Khảo sát", "Survey", "hỗ trợ người dùng", MINOR),
    ("assistant", "Trợ lý ảo, trò chuyện", "Virtual assistant, chat", "hỗ trợ người dùng", MINOR),
    (
        "account",
        "Tài khoản và thông tin người dùng",
        "Account and the user's own information",
        "quản lý thông tin người dùng",
        MODERATE,
    ),
    (
        "personal_store",
        "Kho quản lý dữ liệu điện tử của tổ chức, cá nhân",
        "Personal store of electronic papers",
        "Kho quản lý dữ liệu điện tử của tổ chức, cá nhân",
        MODERATE,
    ),
    (
        "notification",
        "Báo tin về hồ sơ",
        "News of one's dossier",
        "sử dụng dịch vụ công trực tuyến",
        MINOR,
    ),
    ("languages", "Có thêm ngôn ngữ khác", "Other languages", "yêu cầu chung", MINOR),
)
"""Code, what it is in Vietnamese and English, the part of the article, how much its lack hurts."""

for _code, _vi, _en, _part, _severity in ROWS:
    CARDS.add(
        _code,
        Sentence(f"{_vi}: thấy được từ bên ngoài", f"{_en}: seen from outside"),
        Sentence(
            f"Đặt “{_vi}” thành đường dẫn, nút hoặc ô mà người chưa đăng nhập cũng thấy, bằng "
            "đúng lời người dân dùng.",
            f"Offer “{_en}” as a link, a button or a field that is seen before logging in, in the "
            "words that people use.",
        ),
        scope=Scope.SITE,
        severity=_severity,
        sources=(_source(_part),),
    )
CARDS.add(
    "coverage",
    Sentence(
        "Phần chức năng của TT 21/2023 thấy được từ bên ngoài",
        "Share of the functions of TT 21/2023 that show from outside",
    ),
    Sentence(
        "Xem từng chức năng không thấy ở trên.",
        "See each of the functions that were not found.",
    ),
    scope=Scope.SITE,
    unit=Unit.SHARE,
    better=Better.NEITHER,
    severity=MINOR,
    sources=(Source("TT 21/2023/TT-BTTTT, Điều 5 khoản 1"),),
)
CODES = tuple(row[0] for row in ROWS)
