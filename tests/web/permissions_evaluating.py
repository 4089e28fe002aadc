"""Who leads campaigns: whoever made them. Judges and heads see their own part, others nothing."""

from tests.web.cells import Cell, everyone

FORBIDDEN = everyone("forbidden", anonymous="login")
SEE = FORBIDDEN | dict.fromkeys(("evaluator", "independent_reviewer", "executive"), "ok")
BEGIN = SEE | {"executive": "forbidden"}
LEAD = BEGIN | {"independent_reviewer": "not_found"}
NOT_NOW = LEAD | {"evaluator": "refused"}
JUDGE = BEGIN
DRAFT = {"code": "campaign"}
PORTAL = DRAFT | {"agency": "H26.00070"}
HEARING = {"code": "hearing"}
HEARD = HEARING | {"agency": "H26.00070"}
WANTED = {
    "ten": "Đánh giá năm 2026",
    "loai": "periodic",
    "bo-tieu-chi": "users-view/2024-placeholder",
    "tu-ngay.day": "1",
    "tu-ngay.month": "3",
    "tu-ngay.year": "2026",
    "den-ngay.day": "31",
    "den-ngay.month": "3",
    "den-ngay.year": "2026",
    "so-nguoi": "2",
    "so-trang": "15",
    "nhip": "1",
}
LISTED = {"danh-sach": "mã cơ quan,địa chỉ\nH26,https://h26.example"}
OVER = {"tieu-chi": "TH.5", "gia-tri": "1", "ly-do": "Đã thử lại"}
REPLIED = HEARD | {"about": "criterion", "item": "TH.5"}
ANSWERED = {"ket-luan": "kept", "tra-loi": "Đã xem lại"}

CELLS = [
    Cell("evaluating:campaigns", "GET", SEE),
    Cell("evaluating:create", "GET", BEGIN),
    Cell("evaluating:create", "POST", BEGIN, typed=WANTED),
    Cell("evaluating:campaign", "GET", LEAD | {"executive": "not_found"}, on=DRAFT),
    Cell("evaluating:campaign", "GET", SEE, on=HEARING, about="hearing"),
    Cell("evaluating:change", "GET", LEAD, on=DRAFT),
    Cell("evaluating:change", "POST", LEAD, on=DRAFT, typed=WANTED),
    Cell("evaluating:portals", "GET", LEAD, on=DRAFT),
    Cell("evaluating:portals", "POST", LEAD, on=DRAFT, typed={"co-quan": "H26"}),
    Cell("evaluating:add_league", "POST", LEAD, on=DRAFT | {"league": "provinces"}),
    Cell("evaluating:add_list", "GET", LEAD, on=DRAFT),
    Cell("evaluating:add_list", "POST", LEAD, on=DRAFT, typed=LISTED),
    Cell("evaluating:add_listed", "POST", LEAD, on=DRAFT, typed=LISTED),
    Cell("evaluating:portal", "GET", LEAD, on=PORTAL),
    Cell("evaluating:portal", "POST", LEAD, on=PORTAL, typed={"dia-chi": "cong.example"}),
    Cell("evaluating:remove_portal", "POST", LEAD, on=PORTAL),
    Cell("evaluating:assigning", "GET", LEAD, on=DRAFT),
    Cell("evaluating:assigning", "POST", NOT_NOW, on=DRAFT, about="nobody chosen"),
    Cell("evaluating:seat", "GET", LEAD, on=PORTAL),
    Cell("evaluating:seat", "POST", NOT_NOW, on=PORTAL, about="nobody chosen"),
    Cell("evaluating:reopen", "POST", NOT_NOW, on=PORTAL | {"where": "first"}),
    Cell("evaluating:open", "GET", LEAD, on=DRAFT),
    Cell("evaluating:open", "POST", NOT_NOW, on=DRAFT, about="nobody judges"),
    Cell("evaluating:runs", "GET", LEAD, on=HEARING),
    Cell("evaluating:runs", "POST", NOT_NOW, on=DRAFT, about="not open"),
    Cell("evaluating:run", "GET", JUDGE, on=HEARD),
    Cell("evaluating:run_again", "POST", LEAD, on=HEARD),
    Cell("evaluating:run_report", "GET", JUDGE, on=HEARD),
    Cell("evaluating:run_file", "GET", JUDGE, on=HEARD | {"digest": "picture"}),
    Cell("evaluating:results", "GET", LEAD, on=HEARING),
    Cell("evaluating:results", "POST", LEAD, on=HEARING),
    Cell("evaluating:result", "GET", JUDGE, on=HEARD),
    Cell("evaluating:overrides", "GET", LEAD, on=HEARD),
    Cell("evaluating:overrides", "POST", LEAD, on=HEARD, typed=OVER),
    Cell("evaluating:lift", "POST", LEAD, on=HEARD, typed=OVER | {"ly-do-bo": "Máy đúng"}),
    Cell("evaluating:leave_open", "POST", LEAD, on=HEARD, typed={"ly-do-de-ngo": "Đang sửa"}),
    Cell("evaluating:retests", "GET", LEAD, on=HEARING),
    Cell("evaluating:retests", "POST", NOT_NOW, on=HEARING, about="nothing decided"),
    Cell("evaluating:chronicle", "GET", LEAD, on=HEARING),
    Cell("evaluating:replies", "GET", LEAD, on=HEARING),
    Cell("evaluating:answer_reply", "GET", LEAD, on=REPLIED),
    Cell("evaluating:answer_reply", "POST", LEAD, on=REPLIED, typed=ANSWERED),
    Cell("evaluating:close_replies", "GET", LEAD, on=HEARING),
    Cell("evaluating:close_replies", "POST", LEAD, on=HEARING),
    Cell("evaluating:publish", "GET", LEAD, on=HEARING),
    Cell("evaluating:publish", "POST", NOT_NOW, on=HEARING, about="unread"),
    Cell("evaluating:abandon", "GET", LEAD, on=DRAFT),
    Cell("evaluating:abandon", "POST", LEAD, on=DRAFT, typed={"ly-do": "Mở nhầm"}),
    *(
        Cell(f"evaluating:{step}", method, NOT_NOW, on=HEARING, about="not now")
        for step in ("close", "ask_for_reply", "correct", "withdraw")
        for method in ("GET", "POST")
    ),
]
