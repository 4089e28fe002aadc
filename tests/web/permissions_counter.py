"""Who may come to the counter: help, paper looked at, results handed back, days without paper."""

from tests.web.cells import CASE_ROLES, LOGGED_IN, PAPER, Cell, both, desk, everyone

ON_DOSSIER = {"code": "submitted"}
AT_RECEPTION = desk("receptionist", cannot="forbidden", elsewhere="ok")
OWN_PAPER = desk("receptionist", cannot="forbidden")
NOT_THERE = OWN_PAPER | {"receptionist": "not_found"}
HEADS = desk("approver", cannot="forbidden", elsewhere="forbidden") | {
    "receptionist_without_code": "forbidden"
}
DAY = {"tu-ngay.day": "16", "tu-ngay.month": "3", "tu-ngay.year": "2046"}

CELLS = [
    *both("desk:assistance", AT_RECEPTION, typed={"nguoi": "0912999999"}),
    *both(
        "desk:assistance_account",
        AT_RECEPTION,
        typed={"full_name": "Sùng A Chứ", "citizen_id": "002095001111", "phone": "0912888999"},
    ),
    *both("desk:assistance_code", NOT_THERE, on={"key": "upload"}),
    Cell("web:helpers", "GET", LOGGED_IN),
    Cell("web:revoke_help", "POST", LOGGED_IN, on={"key": "upload"}),
    Cell("web:end_help", "POST", LOGGED_IN),
    *both("web:first_password", everyone("refused"), on={"token": "x"}),
    *both("desk:intake_papers", OWN_PAPER, on=PAPER, typed={"birth_notice.xem": "yes"}),
    Cell(
        "desk:intake_scan",
        "POST",
        OWN_PAPER | {"receptionist": "refused"},
        on=PAPER | {"component": "birth_notice"},
    ),
    Cell("desk:intake_record", "GET", desk(*CASE_ROLES), on=ON_DOSSIER),
    Cell("desk:hand_back", "GET", desk("receptionist", cannot="forbidden"), on=ON_DOSSIER),
    Cell("desk:hand_back", "POST", OWN_PAPER | {"receptionist": "refused"}, on=ON_DOSSIER),
    Cell("desk:handed_back", "GET", desk(cannot="not_found"), on=ON_DOSSIER),
    Cell(
        "desk:no_paper",
        "GET",
        desk("receptionist", "approver", cannot="forbidden", elsewhere="ok"),
    ),
    Cell(
        "desk:no_paper",
        "POST",
        desk("approver", cannot="forbidden", elsewhere="refused") | {"receptionist": "refused"},
        typed=DAY | {"co-quan": "H26.00070", "ly-do": "Ngày không giấy"},
    ),
    Cell("desk:no_paper_lift", "POST", HEADS | {"approver": "refused"}, on={"key": "upload"}),
]
