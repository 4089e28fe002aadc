"""Who may send facts: everybody; here nothing comes with them that could be taken."""

from tests.web.cells import OPEN, Cell, everyone

REFUSED = everyone("refused")
DOORS = ("tracking", "tracking_folder", "tracking_matomo", "tracking_piwik", "matomo", "piwik")
SIGNED = ("dossiers", "supply", "metrics")

CELLS = [
    *(Cell(f"collector:{name}", "GET", REFUSED) for name in DOORS),
    *(Cell(f"collector:{name}", "POST", REFUSED) for name in (*DOORS, "national", *SIGNED)),
    Cell("collector:health", "GET", OPEN),
    Cell("collector:script", "GET", OPEN),
    Cell("collector:script_of_emc", "GET", OPEN),
]
