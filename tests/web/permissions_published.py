"""Who may read reports, open data and what others published: everybody."""

from tests.web.cells import OPEN, Cell

CELLS = [
    Cell("observatory:all_published", "GET", OPEN),
    Cell("observatory:published", "GET", OPEN, {"code": "2022-05"}),
    Cell("observatory:data", "GET", OPEN),
    Cell("observatory:catalogue", "GET", OPEN),
    Cell("observatory:openapi", "GET", OPEN),
    Cell("observatory:dump", "GET", OPEN, {"dataset": "ho-so", "kind": "csv"}),
    Cell("observatory:embedded", "GET", OPEN, {"code": "use2"}),
    Cell("observatory:national_report", "GET", OPEN),
    Cell("observatory:agency_report", "GET", OPEN, {"code": "H26"}),
]
