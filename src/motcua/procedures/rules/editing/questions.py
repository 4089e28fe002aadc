"""What the editor asks about a question of a form: the types, each with its boxes."""

from collections.abc import Mapping
from typing import Any

from motcua.kernel.words import Sentence as Say
from motcua.procedures.rules.editing.boxes import Box

TYPES: Mapping[str, tuple[Say, Say]] = {
    "text": (
        Say("Chữ, một dòng", "Text"),
        Say("Nghề nghiệp, tên trường, số quyết định …", "A line"),
    ),
    "long_text": (
        Say("Chữ, nhiều dòng", "Long text"),
        Say("Lý do, nội dung đề nghị", "A reason"),
    ),
    "integer": (Say("Số nguyên", "Whole number"), Say("Số bản, số người, số năm", "How many")),
    "money": (Say("Số tiền", "Money"), Say("Tính bằng đồng", "In đồng")),
    "date": (Say("Ngày đầy đủ", "Date"), Say("Biết rõ ngày, tháng, năm", "Day, month and year")),
    "partial_date": (
        Say("Ngày, có thể chỉ biết năm", "Partial date"),
        Say("Ngày sinh của người cao tuổi, ngày trong sổ cũ", "Where only the year may be known"),
    ),
    "time": (Say("Giờ", "Time"), Say("Ví dụ 15:30", "Such as 15:30")),
    "person_name": (
        Say("Họ tên người", "Person's name"),
        Say("Họ trước, tên sau", "Family first"),
    ),
    "citizen_id": (
        Say("Số định danh cá nhân", "Identity number"),
        Say("12 chữ số, được kiểm tra ngay", "12 digits, checked at once"),
    ),
    "tax_code": (
        Say("Mã số thuế", "Tax code"),
        Say("10, 12 hoặc 13 chữ số", "10, 12 or 13 digits"),
    ),
    "phone": (Say("Số điện thoại", "Phone"), Say("Để liên lạc", "To reach somebody")),
    "email": (Say("Thư điện tử", "Email"), Say("Nên để không bắt buộc", "Better optional")),
    "choice": (
        Say("Chọn một, thấy hết các lựa chọn", "One of a few"),
        Say("Tốt nhất khi có 2 đến 7 lựa chọn", "Best for 2 to 7 options"),
    ),
    "select": (
        Say("Chọn một từ danh sách dài", "One of many"),
        Say("Từ 8 lựa chọn", "8 or more"),
    ),
    "choices": (
        Say("Chọn nhiều", "Several"),
        Say("Đánh dấu những mục phù hợp", "Tick what fits"),
    ),
    "yes_no": (
        Say("Có hay không", "Yes or no"),
        Say("Dùng để hỏi tiếp theo điều kiện", "Branches"),
    ),
    "nationality": (
        Say("Quốc tịch", "Nationality"),
        Say("Theo danh sách chung", "From the list"),
    ),
    "ethnicity": (
        Say("Dân tộc", "Ethnic group"),
        Say("Theo danh sách 54 dân tộc", "From the list"),
    ),
    "administrative_unit": (
        Say("Tỉnh, xã", "Administrative unit"),
        Say("Nơi đăng ký, nơi giải quyết", "Where something is registered or settled"),
    ),
    "address": (Say("Địa chỉ", "Address"), Say("Tỉnh, xã, số nhà", "Province, commune, house")),
    "file": (
        Say("Tệp giấy tờ", "File"),
        Say("Ảnh chụp hoặc bản điện tử của một giấy tờ", "A paper"),
    ),
    "declaration": (
        Say("Lời cam đoan", "Declaration"),
        Say("Phải đánh dấu mới nộp được", "A tick"),
    ),
    "computed": (
        Say("Tự tính", "Computed"),
        Say("Hiện giá trị tính từ câu khác", "Shown, not asked"),
    ),
    "note": (Say("Lời dẫn", "Note"), Say("Chữ giữa các câu hỏi, không hỏi gì", "Words only")),
    "group": (
        Say("Nhóm câu hỏi", "Group"),
        Say("Các câu hỏi dưới một đề mục", "Under one heading"),
    ),
    "repetition": (
        Say("Nhóm lặp lại", "Repetition"),
        Say("Cùng câu hỏi cho từng người con, từng tài sản", "For each of several people"),
    ),
}
"""Every type of field: its name, and when to use it."""

_LABEL = Box(
    "label",
    Say("Câu hỏi", "Question"),
    "words",
    Say("Viết như hỏi một người: “Bạn cần bao nhiêu bản?”", "As one asks a person"),
    needed=True,
)
_HINT = Box("hint", Say("Gợi ý dưới câu hỏi", "Hint"), "words")
_WHY = Box(
    "why",
    Say("Vì sao hỏi", "Why it is asked"),
    "words",
    Say("Người dân bấm vào mới thấy. Bắt buộc với thông tin nhạy cảm.", "Shown on demand"),
)
_NEED = Box("required", Say("Có bắt buộc trả lời không?", "Must it be answered?"), "need")
_VISIBLE = Box("visible", Say("Hiện câu này khi nào?", "When is it shown?"), "condition", more=True)
_NAME = Box(
    "name",
    Say("Mã của câu hỏi", "Code of the question"),
    "text",
    Say(
        "Chữ thường không dấu, ví dụ applicant.phone. Để trống thì tự đặt theo câu hỏi.",
        "Small letters, such as applicant.phone; made from the question if empty.",
    ),
    more=True,
)
_MAP = Box(
    "map_to",
    Say("Mục trong từ điển dữ liệu", "Data element"),
    "pick",
    Say(
        "Gắn vào đây thì người dân khai một lần, lần sau không phải khai lại.",
        "What was once given is offered again.",
    ),
    source="elements",
)
_PREFILL = Box(
    "prefill",
    Say("Điền sẵn từ tài khoản", "Prefilled from the account"),
    "choice",
    choices=(
        ("account.full_name", Say("Họ tên", "Name")),
        ("account.citizen_id", Say("Số định danh", "Identity number")),
        ("account.born_on", Say("Ngày sinh", "Date of birth")),
        ("account.phone", Say("Điện thoại", "Phone")),
        ("account.email", Say("Thư điện tử", "Email")),
        ("account.address", Say("Địa chỉ", "Address")),
    ),
    more=True,
)
_SENSITIVE = Box(
    "sensitive", Say("Thông tin nhạy cảm, chỉ hiện che bớt", "Sensitive, shown masked"), "flag",
    default=False, more=True,
)  # fmt: skip
_RETENTION = Box(
    "retention",
    Say("Lưu trong bao lâu", "Kept how long"),
    "choice",
    choices=(
        ("1 years", Say("1 năm", "1 year")),
        ("5 years", Say("5 năm", "5 years")),
        ("10 years", Say("10 năm", "10 years")),
        ("20 years", Say("20 năm", "20 years")),
        ("permanent", Say("Vĩnh viễn", "Permanently")),
    ),
    more=True,
)
_SOURCE = Box("source", Say("Căn cứ hỏi câu này", "Legal source"), "text", more=True)


def _number(key: str, vi: str, en: str, *, default: int | None = None) -> Box:
    return Box(key, Say(vi, en), "number", default=default, more=True)


_OPTIONS = Box(
    "options",
    Say("Các lựa chọn", "Options"),
    "options",
    Say(
        "Mỗi dòng một lựa chọn. Muốn đặt mã riêng: “ma = Lời”; thêm tiếng Anh sau dấu “|”.",
        "One a line. “code = words | English”.",
    ),
)
_LIST = Box("list", Say("Hoặc lấy từ danh sách chung", "Or a shared list"), "pick", source="lists",
            more=True)  # fmt: skip
_OF_TYPE: Mapping[str, tuple[Box, ...]] = {
    "text": (
        _number("max_length", "Nhiều nhất bao nhiêu chữ", "Most characters", default=200),
        Box("pattern", Say("Mẫu (biểu thức chính quy)", "Pattern"), "text", more=True),
        Box("pattern_hint", Say("Lời giải thích mẫu", "Words for the pattern"), "words", more=True),
    ),
    "long_text": (
        _number("max_length", "Nhiều nhất bao nhiêu chữ", "Most characters", default=2000),
    ),
    "integer": (
        _number("min", "Nhỏ nhất", "Least", default=0),
        _number("max", "Lớn nhất", "Most"),
        Box("unit", Say("Đơn vị (bản, người …)", "Unit"), "words", more=True),
    ),
    "money": (_number("min", "Nhỏ nhất", "Least", default=0), _number("max", "Lớn nhất", "Most")),
    "date": (
        Box("future", Say("Có thể là ngày trong tương lai", "May lie ahead"), "flag",
            default=False, more=True),
    ),
    "choice": (_OPTIONS, _LIST),
    "select": (_OPTIONS, _LIST),
    "choices": (
        _OPTIONS,
        _LIST,
        _number("min", "Chọn ít nhất", "Fewest", default=1),
        _number("max", "Chọn nhiều nhất", "Most"),
    ),
    "administrative_unit": (
        Box(
            "level",
            Say("Hỏi đến cấp nào?", "How far down?"),
            "choice",
            choices=(
                ("province", Say("Tỉnh, thành phố", "Province")),
                ("commune", Say("Xã, phường, đặc khu", "Commune")),
            ),
            default="commune",
        ),
    ),
    "file": (
        Box("component", Say("Giấy tờ", "Paper"), "pick",
            Say("Giấy tờ đã ghi ở phần Giấy tờ.", "From the section Papers."),
            source="components", needed=True),
        _number("max", "Nhiều nhất bao nhiêu tệp", "Most files", default=5),
    ),
}  # fmt: skip
_COMMON = (_LABEL, _HINT)
_AFTER = (_NEED, _WHY, _MAP, _VISIBLE, _PREFILL, _SENSITIVE, _RETENTION, _NAME, _SOURCE)


def boxes_of(kind: str) -> tuple[Box, ...]:
    """Give what is asked about a question of a type."""
    if kind == "note":
        return (Box("text", Say("Lời dẫn", "Words"), "words", needed=True), _VISIBLE, _NAME)
    if kind == "group":
        return (_LABEL, _HINT, _VISIBLE, _NAME)
    if kind == "repetition":
        item = Box("item", Say("Gọi mỗi dòng là gì?", "What is one row called?"), "words",
                   Say("Ví dụ “Người con”", "Such as “Child”"), needed=True)  # fmt: skip
        most = _number("max", "Nhiều nhất bao nhiêu dòng", "Most rows", default=10)
        return (_LABEL, item, _HINT, _NEED, most, _VISIBLE, _NAME)
    if kind == "computed":
        return (
            _LABEL,
            Box("value", Say("Cách tính (biểu thức)", "Expression"), "text",
                Say("Ví dụ copies.count * 8000", "Such as copies.count * 8000"), needed=True),
            Box("as", Say("Kiểu giá trị", "Kind of value"), "choice", default="integer", choices=(
                ("integer", Say("Số", "Number")), ("money", Say("Tiền", "Money")),
                ("text", Say("Chữ", "Text")), ("yes_no", Say("Có/Không", "Yes or no")),
                ("date", Say("Ngày", "Date")),
            )),
            _VISIBLE,
            _NAME,
        )  # fmt: skip
    return (*_COMMON, *_OF_TYPE.get(kind, ()), *_AFTER)


def begun(kind: str) -> dict[str, Any]:
    """Give a new question of a type, before anything is written in it."""
    if kind in {"group", "repetition"}:
        return {"name": "", "type": kind, "fields": []}
    return {"name": "", "type": kind}
