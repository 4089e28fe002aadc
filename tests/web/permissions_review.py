"""Who may review procedures: those who work with them read and propose, heads decide."""

from uuid import UUID

from tests.web.cells import CASE_ROLES, CODE, Cell, desk

READ = desk(*CASE_ROLES, elsewhere="ok") | {"procedure_admin": "ok", "executive": "ok"}
PLAN = desk("approver", elsewhere="refused") | {"procedure_admin": "refused", "executive": "ok"}
PROPOSE = desk("receptionist", "case_officer", elsewhere="ok") | {
    "procedure_admin": "ok",
    "executive": "refused",
}
NOBODYS = desk(cannot="not_found") | {"procedure_admin": "not_found", "executive": "not_found"}

CELLS = [
    Cell("desk:review", "GET", READ),
    Cell(
        "desk:review",
        "POST",
        PLAN,
        typed={"ten": "Kế hoạch", "so": "3", "tu": "2026-01-01", "den": "2026-12-31"},
    ),
    Cell("desk:review_procedure", "GET", READ, on=CODE),
    Cell(
        "desk:review_procedure",
        "POST",
        PROPOSE,
        on=CODE,
        typed={"loai": "merge", "noi-dung": "Gộp với thủ tục khác."},
    ),
    Cell("desk:review_decide", "POST", NOBODYS, on={"key": str(UUID(int=0))}),
]
