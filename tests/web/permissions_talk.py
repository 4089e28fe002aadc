"""Who may talk over dossiers and oversee them."""

from uuid import UUID

from tests.web.cells import CASE_ROLES, Cell, desk

NONE = {"key": str(UUID(int=0))}
ACTING = tuple(role for role in CASE_ROLES if role != "controller")
DOSSIER = {"code": "accepted"}

BOARD = desk("approver", cannot="forbidden", controller="ok", elsewhere="forbidden") | {
    "executive": "ok",
    "receptionist_without_code": "forbidden",
}
HEADS = desk("approver", cannot="forbidden", elsewhere="forbidden") | {
    "receptionist_without_code": "forbidden"
}
LIST = desk(*ACTING, controller="forbidden", elsewhere="ok")
ON_A_DOSSIER = desk(*ACTING, controller="forbidden")
REFUSED = ON_A_DOSSIER | dict.fromkeys(ACTING, "refused")
UNKNOWN = ON_A_DOSSIER | dict.fromkeys(ACTING, "not_found")

CELLS = [
    Cell("desk:board", "GET", BOARD),
    Cell("desk:instructions", "GET", LIST),
    Cell("desk:reasons", "GET", HEADS),
    Cell("desk:reasons", "POST", HEADS | {"approver": "refused"}),
    Cell("desk:change_reason", "GET", HEADS | {"approver": "not_found"}, on=NONE),
    Cell("desk:change_reason", "POST", HEADS | {"approver": "not_found"}, on=NONE),
    Cell("desk:drop_reason", "POST", HEADS | {"approver": "not_found"}, on=NONE),
    Cell("desk:news", "GET", desk(*CASE_ROLES, elsewhere="ok"), query="?tu=0"),
    Cell("desk:dossier_news", "GET", desk(*CASE_ROLES), on=DOSSIER, query="?tu=0&ban=1"),
    Cell("desk:notes", "GET", desk(*CASE_ROLES), on=DOSSIER),
    Cell("desk:notes", "POST", desk(), on=DOSSIER),
    Cell("desk:note", "GET", UNKNOWN, on=DOSSIER | NONE),
    Cell("desk:note", "POST", REFUSED, on=DOSSIER | NONE),
    Cell(
        "desk:judge_duplicate",
        "POST",
        REFUSED | {"receptionist_elsewhere": "refused"},
        on=DOSSIER | NONE,
    ),
    Cell("desk:instruct", "GET", ON_A_DOSSIER, on=DOSSIER),
    Cell("desk:instruct", "POST", REFUSED, on=DOSSIER),
    Cell(
        "desk:instruction",
        "POST",
        REFUSED | {"receptionist_elsewhere": "refused"},
        on=DOSSIER | NONE,
    ),
]
