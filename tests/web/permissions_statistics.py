"""Who may read statistics: the published ones everybody, those of an agency its own people."""

from tests.web.cells import OPEN, Cell, desk

OWN = desk(
    "receptionist", "case_officer", "approver", "controller", cannot="forbidden", elsewhere="ok"
)

CELLS = [
    Cell("portal:statistics", "GET", OPEN),
    Cell("desk:statistics", "GET", OWN | {"executive": "ok"}),
    Cell("desk:settlement_report", "GET", OWN | {"executive": "ok"}),
]
