"""Who may do what with a store of papers: its owner everything, everybody else nothing of it."""

from tests.web.cells import LOGGED_IN, OWN, Cell, everyone

PAPER = {"key": "kept"}
EVERYONES_OWN = everyone("refused", anonymous="login")

CELLS = [
    Cell("portal:store", "GET", LOGGED_IN),
    Cell("portal:store_put", "POST", EVERYONES_OWN, typed={"name": "Giấy"}, about="no file"),
    Cell("portal:store_fill_in", "POST", LOGGED_IN, typed={"agreed": "no"}),
    Cell("portal:store_paper", "GET", OWN, on=PAPER),
    Cell("portal:store_file", "GET", OWN, on=PAPER),
    Cell("portal:store_remove", "GET", OWN, on=PAPER),
    Cell("portal:store_remove", "POST", OWN, on=PAPER),
]
