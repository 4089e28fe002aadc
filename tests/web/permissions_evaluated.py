"""Published evaluations are for everybody; nothing is published in the world of the table."""

from tests.web.cells import OPEN, Cell, everyone

NOTHING = everyone("not_found")
CODE = {"code": "khong-co"}
PORTAL = CODE | {"agency": "H26"}

CELLS = [
    Cell("evaluated:overview", "GET", OPEN),
    Cell("evaluated:catalogue", "GET", OPEN),
    *(
        Cell(f"evaluated:{name}", "GET", NOTHING, on=CODE)
        for name in ("campaign", "criteria", "report", "document", "signature", "sheet")
    ),
    Cell("evaluated:criterion", "GET", NOTHING, on=CODE | {"criterion": "A.1"}),
    Cell("evaluated:portal", "GET", NOTHING, on=PORTAL),
    Cell("evaluated:badge", "GET", NOTHING, on=PORTAL),
    Cell("evaluated:evidence", "GET", NOTHING, on=PORTAL | {"digest": "0" * 64}),
]
