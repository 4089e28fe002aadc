"""What the editor asks about each kind of thing in an edition, found by its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from motcua.kernel.words import Sentence as Say
from motcua.procedures.rules.editing import questions
from motcua.procedures.rules.editing.boxes import Box
from motcua.procedures.values.catalogue import Audience, Level, Online
from motcua.procedures.values.editing import Place
from motcua.procedures.values.services import Channel, FeeKind
from motcua.workflow.values import Function, Guard, Move, State

_NAME = Box("name", Say("Tên", "Name"), "words", needed=True)
_CODE = Box("code", Say("Mã", "Code"), "text",
            Say("Chữ thường không dấu. Để trống thì tự đặt.", "Small letters; made if empty."),
            more=True)  # fmt: skip
_BASIS = Box("legal_basis", Say("Căn cứ pháp lý", "Legal basis"), "text",
             Say("Số, ký hiệu văn bản, điều khoản", "Number and article"), needed=True)  # fmt: skip
_SURE = Box(
    "source", Say("Đã đối chiếu với văn bản?", "Confirmed in a legal text?"), "choice",
    choices=(
        ("confirmed", Say("Đã đối chiếu", "Confirmed")),
        ("unconfirmed", Say("Chưa đối chiếu", "Not confirmed")),
    ),
    default="confirmed", more=True,
)  # fmt: skip
_WHEN = Box("when", Say("Khi nào?", "When?"), "condition")


def _listed(values: Mapping[Any, Say]) -> tuple[tuple[str, Say], ...]:
    return tuple((str(value), title) for value, title in values.items())


LEVELS = {
    Level.MINISTRY: Say("Bộ", "Ministry"),
    Level.PROVINCE: Say("Tỉnh", "Province"),
    Level.COMMUNE: Say("Xã", "Commune"),
    Level.OTHER: Say("Cơ quan khác", "Other"),
}
AUDIENCES = {
    Audience.CITIZEN: Say("Công dân Việt Nam", "Citizens"),
    Audience.OVERSEAS_VIETNAMESE: Say("Người Việt Nam ở nước ngoài", "Overseas Vietnamese"),
    Audience.FOREIGNER: Say("Người nước ngoài", "Foreigners"),
    Audience.ENTERPRISE: Say("Doanh nghiệp", "Enterprises"),
    Audience.COOPERATIVE: Say("Hợp tác xã", "Cooperatives"),
    Audience.ORGANISATION: Say("Tổ chức", "Organisations"),
    Audience.OFFICIAL: Say("Cán bộ, công chức, viên chức", "Officials"),
}
CHANNELS = {
    Channel.SELF_SERVICE: Say("Tự nộp trực tuyến", "Online, oneself"),
    Channel.OFFICER_ASSISTED: Say("Trực tuyến, có cán bộ giúp", "Online with an officer"),
    Channel.VOLUNTEER_ASSISTED: Say("Trực tuyến, có tổ công nghệ số giúp", "Online with a helper"),
    Channel.COUNTER: Say("Tại quầy một cửa", "At the counter"),
    Channel.POST: Say("Qua bưu chính", "By post"),
}
_ONLINE = {
    Online.FULL: Say("Toàn trình", "Entirely online"),
    Online.PARTIAL: Say("Một phần", "Partly online"),
}
_KINDS = {
    "commune": Say("Ủy ban nhân dân cấp xã", "Commune"),
    "province": Say("Ủy ban nhân dân cấp tỉnh", "Province"),
    "police_commune": Say("Công an cấp xã", "Commune police"),
    "police_province": Say("Công an cấp tỉnh", "Provincial police"),
    "tax": Say("Cơ quan thuế", "Tax office"),
    "social_insurance": Say("Bảo hiểm xã hội", "Social insurance"),
    "land_registry": Say("Văn phòng đăng ký đất đai", "Land registry"),
    "electricity": Say("Công ty điện lực", "Power company"),
    "education": Say("Sở Giáo dục và Đào tạo", "Education department"),
    "employment": Say("Trung tâm Dịch vụ việc làm", "Employment centre"),
}
_GUARDS = {
    Guard.COMPONENTS_REVIEWED: Say("đã kiểm tra giấy tờ", "papers are reviewed"),
    Guard.FEE_PAID: Say("đã nộp phí", "the fee is paid"),
    Guard.RESULT_READY: Say("đã có dự thảo kết quả", "the result is drafted"),
    Guard.NO_DECISION: Say("chưa có quyết định", "nothing is decided"),
}
_STEP_MOVES = (
    Move.HAND_OVER, Move.FORWARD, Move.PROPOSE, Move.APPROVE, Move.RESOLVE, Move.SEND_BACK,
    Move.REQUEST_SUPPLEMENT, Move.EXTEND, Move.STOP, Move.REQUEST_PAYMENT, Move.RETURN_RESULT,
)  # fmt: skip
_LIMIT = (
    Box("duration", Say("Thời hạn", "Time limit"), "period",
        Say("Ví dụ: trong ngày, 3 ngày làm việc, 30 ngày", "Such as 3 ngày làm việc"),
        needed=True),
    Box("cutoff", Say("Nhận sau giờ này tính từ ngày làm việc sau", "Counted from the next day"),
        "text", Say("Ví dụ 15:00. Để trống nếu không có.", "Such as 15:00")),
    Box("legal_basis", Say("Căn cứ pháp lý, mỗi dòng một văn bản", "Legal basis, one a line"),
        "lines"),
    _SURE,
)  # fmt: skip

SHAPES: tuple[tuple[str, str, tuple[Box, ...]], ...] = (
    (r"procedure", "general", (
        Box("name", Say("Tên thủ tục", "Name of the procedure"), "words", needed=True),
        Box("field", Say("Lĩnh vực", "Field"), "words",
            Say("Ví dụ Hộ tịch", "Such as Civil status"),
            needed=True),
        Box("level", Say("Mức độ trực tuyến", "How far online"), "choice", choices=_listed(_ONLINE),
            needed=True),
        Box("audiences", Say("Ai nộp?", "Who applies?"), "choices", choices=_listed(AUDIENCES),
            needed=True),
        Box("channels", Say("Nộp bằng cách nào?", "How is it handed in?"), "choices",
            choices=_listed(CHANNELS), needed=True),
    )),
    (r"procedure\.competent", "competent", (
        Box("level", Say("Cấp giải quyết", "Level"), "choice", choices=_listed(LEVELS),
            needed=True),
        Box("kind", Say("Cơ quan giải quyết", "Agency"), "choice", choices=_listed(_KINDS),
            needed=True),
        Box("path", Say("Nơi giải quyết theo câu trả lời nào?", "By which answer?"), "pick",
            source="places", needed=True),
    )),
    (r"procedure\.applicant", "applicant", (
        Box("name", Say("Họ tên người nộp là câu", "Name is"), "pick", source="asked", needed=True),
        Box("citizen_id", Say("Số định danh là câu", "Identity number is"), "pick", source="asked"),
        Box("phone", Say("Điện thoại là câu", "Phone is"), "pick", source="asked"),
        Box("email", Say("Thư điện tử là câu", "Email is"), "pick", source="asked"),
        Box("address", Say("Địa chỉ là câu", "Address is"), "pick", source="asked"),
    )),
    (r"procedure\.results\.\d+", "result", (
        _NAME,
        Box("code", Say("Mã kết quả, nếu có", "Code, if known"), "text",
            Say("Ví dụ KQ.G15.000031", "Such as KQ.G15.000031")),
        Box("layout", Say("Mẫu in", "Layout"), "pick",
            Say("“certificate” là mẫu chung: tên kết quả và các dòng.",
                "“certificate” is the general one."),
            source="layouts", needed=True, more=True),
    )),
    (r"procedure\.results\.\d+\.sections\.\d+", "result_section", (
        Box("title", Say("Đề mục", "Heading"), "words", needed=True),
        Box("rows", Say("Ghi những câu trả lời nào?", "Which answers does it state?"), "rows",
            needed=True),
    )),
    (r"procedure\.components\.\d+", "component", (
        _NAME,
        Box("required", Say("Có bắt buộc không?", "Is it required?"), "need"),
        Box("originals", Say("Bản chính", "Originals"), "number", default=0),
        Box("certified", Say("Bản sao chứng thực", "Certified copies"), "number", default=0),
        Box("copies", Say("Bản sao thường", "Plain copies"), "number", default=0),
        Box("available_in_database",
            Say("Đã có trong cơ sở dữ liệu, không bắt nộp", "In a database, not demanded"), "flag",
            default=False),
        Box("note", Say("Lời dặn", "Note"), "words", more=True),
        _SURE,
        _CODE,
    )),
    (r"procedure\.cases\.\d+", "case", (
        _NAME,
        Box("when", Say("Là trường hợp này khi nào?", "When is it this case?"), "condition",
            Say("Trường hợp cuối cùng có thể để “Luôn luôn”.", "The last may always hold.")),
        _CODE,
    )),
    (r"procedure\.legal_basis\.\d+", "act", (
        Box("number", Say("Số, ký hiệu", "Number"), "text",
            Say("Ví dụ 123/2015/NĐ-CP", "Such as …"),
            needed=True),
        Box("title", Say("Tên văn bản", "Title"), "text", needed=True),
        Box("article", Say("Điều, khoản", "Article"), "text", default=""),
        _SURE,
    )),
    (r"form", "form", (Box("title", Say("Tên tờ khai", "Name of the form"), "words",
            needed=True),)),
    (r"form\.pages\.\d+", "page", (
        Box("title", Say("Tiêu đề trang", "Heading"), "words", needed=True),
        Box("intro", Say("Lời dẫn", "Introduction"), "words"),
        Box("visible", Say("Hiện trang này khi nào?", "When is it shown?"), "condition", more=True),
        Box("name", Say("Mã trang", "Code"), "text", more=True),
    )),
    (r"fees\.fees\.\d+", "fee", (
        _NAME,
        Box("kind", Say("Loại", "Kind"), "choice", choices=_listed({
            FeeKind.CHARGE: Say("Phí", "Charge"), FeeKind.FEE: Say("Lệ phí", "Fee")}), needed=True),
        Box("amount", Say("Mức thu cho một đơn vị, đồng", "Amount for one, đồng"), "formula",
            Say("Một số, ví dụ 8.000; hoặc biểu thức", "A number or an expression"), needed=True),
        Box("quantity", Say("Nhân với", "Times"), "formula",
            Say("Số, hoặc mã câu hỏi như copies.count", "A number, or a question's code"),
            default=1),
        Box("when", Say("Thu khi nào?", "When is it owed?"), "condition"),
        _BASIS,
        _SURE,
        _CODE,
    )),
    (r"fees\.exemptions\.\d+", "exemption", (
        Box("name", Say("Ai được miễn?", "Who is exempt?"), "words", needed=True),
        Box("when", Say("Được miễn khi nào?", "When?"), "condition", needed=True),
        Box("fees", Say("Miễn những khoản nào?", "Which lines?"), "choices",
            Say("Không chọn: miễn tất cả.", "None: all of them."), source="fees"),
        _BASIS,
        _SURE,
        _CODE,
    )),
    (r"workflow\.limit", "limit", _LIMIT),
    (r"workflow\.alternatives\.\d+", "alternative", (
        Box("title", Say("Khi nào được lâu hơn?", "When may it take longer?"), "words",
            needed=True),
        *_LIMIT, _CODE,
    )),
    (r"workflow\.limits\.\d+", "case_limit", (
        Box("case", Say("Trường hợp", "Case"), "pick", source="cases", needed=True),
        *_LIMIT,
        Box("online", Say("Thời hạn khi nộp trực tuyến, nếu khác", "Limit online, if other"),
            "period"),
    )),
    (r"workflow\.steps\.\d+", "step", (
        Box("title", Say("Tên bước", "Name of the step"), "words", needed=True),
        Box("function", Say("Ai làm?", "Who does it?"), "choice", needed=True,
            choices=tuple((one.value, one.label) for one in Function if one != "applicant")),
        Box("budget", Say("Trong bao lâu?", "How long?"), "period",
            Say("Theo buổi (nửa ngày) hoặc giờ: “2 buổi”, “1 giờ làm việc”",
              "In half-days or hours"), needed=True),
        Box("state", Say("Người dân thấy trạng thái", "State shown"), "choice", needed=True,
            choices=tuple((one.value, one.label) for one in
                          (State.ACCEPTED, State.IN_PROCESS, State.RESOLVED))),
        Box("code", Say("Mã bước", "Code"), "text", needed=True, more=True),
    )),
    (r"workflow\.steps\.\d+\.moves\.\d+", "move", (
        Box("move", Say("Việc có thể làm", "What can be done"), "choice", needed=True,
            choices=tuple((one.value, one.label) for one in _STEP_MOVES)),
        Box("to", Say("Chuyển đến bước", "Leads to"), "pick", source="steps"),
        Box("guards", Say("Chỉ khi", "Only when"), "choices", choices=_listed(_GUARDS)),
        Box("label", Say("Chữ trên nút, nếu khác", "Words on the button, if other"), "words"),
    )),
    (r"scenarios\.scenarios\.\d+", "scenario", (
        Box("name", Say("Tên kịch bản", "Name"), "text", needed=True),
        Box("at", Say("Nộp lúc", "Submitted at"), "moment",
            Say("Giờ Hà Nội, như 2026-02-13T14:30", "Hà Nội time"), needed=True),
        Box("channel", Say("Nộp bằng cách", "Channel"), "choice", choices=_listed(CHANNELS),
            default="self_service"),
        Box("expect.fee", Say("Phải nộp, đồng", "Owed, đồng"), "number"),
        Box("expect.due", Say("Hẹn trả", "Due"), "moment"),
    )),
    (r"guide", "guide", (
        Box("summary", Say("Tóm tắt: ai làm, để được gì?", "Summary"), "words", needed=True),
        Box("easy_read", Say("Bản dễ đọc, mỗi dòng một câu ngắn", "Easy to read, one a line"),
            "lines"),
    )),
    (r"guide\.steps\.\d+", "guide_step", (
        Box("title", Say("Việc cần làm", "What to do"), "words", needed=True),
        Box("text", Say("Làm như thế nào?", "How?"), "words", needed=True),
    )),
    (r"guide\.questions\.\d+", "guide_question", (
        Box("question", Say("Người dân hay hỏi", "What people ask"), "words", needed=True),
        Box("answer", Say("Trả lời", "Answer"), "words", needed=True),
    )),
    (r"dates", "dates", (
        Box("valid_from", Say("Có hiệu lực từ ngày", "In force from"), "date", needed=True),
        Box("valid_to", Say("Hết hiệu lực sau ngày", "In force until"), "date"),
        Box("profile", Say("Bộ quy định áp dụng", "Regulations"), "pick", source="profiles",
            needed=True),
        Box("unconfirmed", Say("Những điều chưa ai xác nhận, mỗi dòng một câu", "Unconfirmed"),
            "lines"),
    )),
)  # fmt: skip
NEW = {
    "field": Say("Câu hỏi mới", "New question"),
    "page": Say("Trang mới", "New page"),
    "component": Say("Giấy tờ mới", "New paper"),
    "case": Say("Trường hợp mới", "New case"),
    "fee": Say("Khoản thu mới", "New fee"),
    "exemption": Say("Diện miễn mới", "New exemption"),
    "step": Say("Bước mới", "New step"),
    "move": Say("Việc ở bước này", "What can be done at this step"),
    "act": Say("Văn bản mới", "New legal act"),
    "result": Say("Kết quả mới", "New result"),
    "competent": Say("Cơ quan giải quyết", "The agency that settles it"),
    "applicant": Say("Người nộp là ai trong tờ khai", "Who applies"),
    "limit": Say("Thời hạn giải quyết", "Time limit"),
    "dates": Say("Ngày có hiệu lực, bộ quy định", "Dates and regulations"),
    "general": Say("Thủ tục", "The procedure"),
}
"""What a page is headed by while the thing on it has no name of its own."""
_FIELD = re.compile(r"form\.pages\.\d+(\.fields\.\d+)+")


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of thing and what is asked about it."""

    kind: str
    boxes: tuple[Box, ...]


def shape_of(place: Place, thing: Mapping[str, Any]) -> Shape | None:
    """Give what is asked about the thing at a place; None where the editor has no page for it."""
    written = ".".join(str(step) for step in place)
    if _FIELD.fullmatch(written):
        return Shape("field", questions.boxes_of(str(thing.get("type", "text"))))
    for pattern, kind, boxes in SHAPES:
        if re.fullmatch(pattern, written):
            return Shape(kind, boxes)
    return None
