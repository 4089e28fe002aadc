"""Who may read what others published: everybody."""

from tests.web.cells import OPEN, Cell

CELLS = [
    Cell("observatory:all_published", "GET", OPEN),
    Cell("observatory:published", "GET", OPEN, {"code": "2022-05"}),
]
