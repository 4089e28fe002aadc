"""Who may read the register and control sheets."""

from uuid import UUID

from tests.web.cells import CASE_ROLES, Cell, desk

NONE = {"key": str(UUID(int=0))}

CELLS = [
    Cell("desk:register", "GET", desk(*CASE_ROLES, elsewhere="ok")),
    Cell("desk:register_sheet", "GET", desk(*CASE_ROLES, elsewhere="ok")),
    Cell("desk:print_register", "POST", desk(cannot="refused", elsewhere="refused")),
    Cell("desk:register_print", "GET", desk(cannot="not_found"), on=NONE),
    Cell("desk:control_sheet", "GET", desk(*CASE_ROLES), on={"code": "accepted"}),
    Cell("desk:print_control_sheet", "POST", desk(*CASE_ROLES), on={"code": "accepted"}),
]
