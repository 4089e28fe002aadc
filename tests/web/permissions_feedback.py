"""Who may petition and rate, and who answers: petition officers and heads."""

from tests.web.cells import OPEN, OWN, OWN_REFUSED, Cell, desk, everyone

HANDLE = desk("approver", cannot="forbidden", elsewhere="forbidden") | {
    "petition_officer": "ok",
    "receptionist_without_code": "forbidden",
}
NONE = desk("approver", cannot="forbidden", elsewhere="forbidden") | {
    "approver": "not_found",
    "receptionist_without_code": "forbidden",
    "petition_officer": "not_found",
}

CELLS = [
    Cell("portal:petition", "GET", OPEN),
    Cell("portal:petition", "POST", everyone("refused"), typed={"loai": "x"}),
    Cell("portal:petition_look_up", "GET", OPEN),
    Cell("portal:ask", "GET", OPEN, query="?q=khai+sinh"),
    Cell("portal:cause", "GET", OPEN),
    Cell("portal:cause", "POST", OPEN, typed={"ly-do": "device"}),
    Cell("portal:cause_told", "GET", OPEN),
    Cell("portal:rate", "GET", OWN, on={"code": "submitted"}),
    Cell("portal:rate", "POST", OWN_REFUSED, on={"code": "submitted"}),
    Cell("desk:petitions", "GET", HANDLE),
    Cell("desk:petition", "GET", NONE, on={"code": "PA-000000-0000"}),
    Cell("desk:petition", "POST", NONE, on={"code": "PA-000000-0000"}, typed={"viec": "nhan"}),
]
