"""Who may follow and amend a dossier through its life."""

from tests.web.cells import DRAFT, MADE_OUT_ON_PAPER, OWN, PAPER, Cell

CELLS = [
    Cell("portal:amend", "GET", OWN, on=DRAFT),
    Cell("portal:amend", "GET", MADE_OUT_ON_PAPER, on=PAPER, about="paper"),
]
