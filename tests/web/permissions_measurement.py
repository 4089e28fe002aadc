"""Who may read the figures of the country: everybody."""

from tests.factories.dossiers import BIRTH
from tests.web.cells import OPEN, Cell

USE2 = {"code": "use2"}

CELLS = [
    Cell("observatory:overview", "GET", OPEN),
    Cell("observatory:agency", "GET", OPEN, on={"code": "H26"}),
    Cell("observatory:ranking", "GET", OPEN),
    Cell("observatory:league", "GET", OPEN, on=USE2),
    Cell("observatory:mapping", "GET", OPEN),
    Cell("observatory:map", "GET", OPEN, on=USE2),
    Cell("observatory:compare", "GET", OPEN, query="?co-quan=H26&co-quan=H14"),
    Cell("observatory:procedure", "GET", OPEN, on={"code": BIRTH}),
    Cell("observatory:cards", "GET", OPEN),
    Cell("observatory:card", "GET", OPEN, on=USE2),
    Cell("observatory:table", "GET", OPEN, on={"topic": "use2", "kind": "csv"}),
]
