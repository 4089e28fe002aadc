"""Who may read reports and what others published: everybody."""

from tests.web.cells import OPEN, Cell

CELLS = [
    Cell("observatory:all_published", "GET", OPEN),
    Cell("observatory:published", "GET", OPEN, {"code": "2022-05"}),
    Cell("observatory:national_report", "GET", OPEN),
    Cell("observatory:agency_report", "GET", OPEN, {"code": "H26"}),
]
