"""Worksheets are their evaluators', declarations and replies the head's, sessions their guide's."""

from tests.web.cells import Cell, everyone

FORBIDDEN = everyone("forbidden", anonymous="login")
JUDGE = FORBIDDEN | dict.fromkeys(("evaluator", "independent_reviewer"), "ok")
TOO_LATE = FORBIDDEN | dict.fromkeys(("evaluator", "independent_reviewer"), "refused")
GUIDE = JUDGE | {"independent_reviewer": "not_found"}
HEAD = FORBIDDEN | {"executive": "ok"}
AFTER = HEAD | {"executive": "refused"}
"""The deadline is over."""
CONCERNED = JUDGE | {"executive": "ok"}
NOBODY = FORBIDDEN | dict.fromkeys(("evaluator", "independent_reviewer", "executive"), "not_found")
NOT_FOUND = FORBIDDEN | {"executive": "not_found"}
WARD = {"code": "hearing", "agency": "H26.00070"}
JUDGED = WARD | {"criterion": "TH.5"}
SEEN = WARD | {"criterion": "GD.1"}
REPLY = WARD | {"about": "criterion", "item": "TH.5"}
SESSION = WARD | {"key": "walk"}
TASK = SESSION | {"task": "find"}
ANSWER = {"gia-tri": "1", "ghi-chu": "Đã thử", "ly-do": "Đã thử"}
WHO = {"dong-y": "yes", "tuoi": "from_60", "thiet-bi": "phone"}
WENT = {"ket-qua": "2", "phut": "1", "giay": "5"}

CELLS = [
    Cell("evaluating:worksheet", "GET", JUDGE, on=WARD),
    Cell("evaluating:finish_worksheet", "POST", TOO_LATE, on=WARD),
    Cell("evaluating:answer", "GET", JUDGE, on=JUDGED),
    *(
        Cell(f"evaluating:{name}", "POST", TOO_LATE, on=JUDGED, typed=ANSWER)
        for name in ("answer", "autosave_answer", "add_answer_file", "remove_answer_file")
    ),
    Cell("evaluating:seen_criterion", "GET", JUDGE, on=SEEN),
    Cell("evaluating:seen_criterion", "POST", TOO_LATE, on=SEEN, typed=ANSWER),
    Cell("evaluating:sheet_file", "GET", NOBODY, on=WARD | {"digest": "0" * 64}),
    Cell("evaluating:sheet_picture", "GET", CONCERNED, on=WARD | {"digest": "picture"}),
    Cell("evaluating:differences", "GET", JUDGE, on=WARD),
    Cell("evaluating:reconcile", "GET", JUDGE, on=JUDGED),
    Cell("evaluating:reconcile", "POST", TOO_LATE, on=JUDGED, typed=ANSWER),
    Cell("evaluating:agency", "GET", HEAD, on=WARD),
    Cell("evaluating:agency_result", "GET", HEAD, on=WARD),
    Cell("evaluating:finish_replies", "POST", HEAD, on=WARD),
    Cell("evaluating:ask_retest", "GET", HEAD, on=WARD),
    Cell("evaluating:ask_retest", "POST", AFTER, on=WARD, typed=ANSWER, about="asked before"),
    Cell("evaluating:declare", "GET", NOT_FOUND, on=JUDGED, about="nothing is declared"),
    *(
        Cell(f"evaluating:{name}", "POST", NOT_FOUND, on=JUDGED, typed=ANSWER)
        for name in ("declare", "add_declared_file", "remove_declared_file")
    ),
    Cell("evaluating:reply", "GET", HEAD, on=REPLY),
    *(
        Cell(f"evaluating:{name}", "POST", AFTER, on=REPLY, typed={"giai-trinh": "Đã sửa"})
        for name in ("reply", "add_reply_file", "remove_reply_file")
    ),
    Cell("evaluating:sessions", "GET", JUDGE, on=WARD),
    Cell("evaluating:begin_session", "GET", JUDGE, on=WARD),
    Cell("evaluating:begin_session", "POST", JUDGE, on=WARD, typed=WHO),
    Cell("evaluating:session", "GET", GUIDE, on=SESSION),
    Cell("evaluating:finish_session", "POST", GUIDE | {"evaluator": "refused"}, on=SESSION),
    Cell("evaluating:task", "GET", GUIDE, on=TASK),
    Cell("evaluating:task", "POST", GUIDE, on=TASK, typed=WENT),
    Cell("evaluating:start_task", "POST", GUIDE, on=TASK),
    Cell("evaluating:stop_task", "POST", GUIDE, on=TASK),
]
