"""Who may draw, call, set counters up and read how people waited."""

from tests.web.cells import OPEN, Cell, both, desk, everyone

SITS = desk("receptionist", cannot="forbidden", elsewhere="ok")
HEADS = desk("approver", cannot="forbidden", elsewhere="forbidden") | {
    "procedure_admin": "ok",
    "receptionist_without_code": "forbidden",
}
READS = desk("receptionist", "approver", "controller", cannot="forbidden", elsewhere="ok") | {
    "procedure_admin": "ok",
    "executive": "ok",
}
NOT_FOUND = everyone("not_found")
NO_COUNTER = SITS | {"receptionist": "not_found", "receptionist_elsewhere": "not_found"}
NO_HEAD_COUNTER = HEADS | {"approver": "not_found", "procedure_admin": "not_found"}
CLOSES = NO_COUNTER | {"approver": "not_found", "procedure_admin": "not_found"}
WRONG = HEADS | {"approver": "refused", "procedure_admin": "refused"}
OFFICE = {"agency": "H26.00070"}
SOME = {"key": "upload"}
CODE = {"code": "HABCDEFG"}
STEPS = ("sit", "next", "again", "start", "finish", "miss", "pass", "back")

CELLS = [
    Cell("portal:offices", "GET", OPEN),
    Cell("portal:find_appointment", "GET", OPEN),
    Cell("portal:office", "GET", NOT_FOUND, on=OFFICE),
    *both("portal:kiosk", NOT_FOUND, on=OFFICE),
    Cell("portal:arrive", "POST", NOT_FOUND, on=OFFICE),
    Cell("portal:board", "GET", NOT_FOUND, on=OFFICE),
    *both("portal:book", NOT_FOUND, on=OFFICE),
    Cell("portal:ticket", "GET", NOT_FOUND, on=SOME),
    Cell("portal:appointment", "GET", NOT_FOUND, on=CODE),
    *both("portal:move_appointment", NOT_FOUND, on=CODE),
    Cell("portal:cancel_appointment", "POST", NOT_FOUND, on=CODE),
    Cell("portal:calendar_file", "GET", NOT_FOUND, on=CODE),
    Cell("desk:counters", "GET", READS),
    Cell("desk:waiting", "GET", READS),
    Cell("desk:counter", "GET", NO_COUNTER, on=SOME),
    Cell("desk:counter_return", "GET", SITS, query="?ma=H26.00070-260316-0001"),
    *(Cell(f"desk:counter_{step}", "POST", NO_COUNTER, on=SOME) for step in STEPS),
    Cell("desk:counter_leave", "POST", CLOSES, on=SOME),
    Cell("desk:counter_add", "GET", HEADS),
    Cell("desk:counter_add", "POST", WRONG, typed={"so": "x"}),
    *both("desk:counter_change", NO_HEAD_COUNTER, on=SOME),
    Cell("desk:counter_remove", "POST", NO_HEAD_COUNTER, on=SOME),
    Cell("desk:slots", "GET", HEADS),
    Cell("desk:slots", "POST", WRONG, typed={"tu": "x"}),
    Cell("desk:slots_withdraw", "POST", NO_HEAD_COUNTER, on=SOME),
]
