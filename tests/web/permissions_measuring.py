"""Who sees what portals send and what was refused, and who registers portals."""

from tests.web.cells import Cell, everyone

SEE = everyone("forbidden", anonymous="login") | dict.fromkeys(
    ("emc_operator", "controller", "executive", "system_admin"), "ok"
)
RUN = everyone("forbidden", anonymous="login") | {"emc_operator": "ok"}
OWN = {"number": "1"}
SITE = {"so": "77", "ten": "Cổng tỉnh A", "co-quan": "H26", "dia-chi": "", "moi-phut": "600"}

CELLS = [
    Cell("measuring:live", "GET", SEE),
    Cell("measuring:feeders", "GET", SEE),
    Cell("measuring:errors", "GET", SEE),
    Cell("measuring:agreement", "GET", SEE),
    Cell("measuring:feeder", "GET", SEE, on={"number": "measured_site"}),
    Cell("measuring:register", "GET", RUN),
    Cell("measuring:register", "POST", RUN, typed=SITE),
    Cell("measuring:change", "GET", RUN, on={"number": "measured_site"}),
    Cell("measuring:change", "POST", RUN, on={"number": "measured_site"}, typed=SITE),
    Cell("measuring:close", "POST", RUN, on={"number": "measured_site"}),
]
