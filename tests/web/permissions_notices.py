"""Notices: officers read their own only."""

from tests.web.cells import OFFICERS, Cell, everyone

ANY_OFFICER = everyone("forbidden", anonymous="login", receptionist_without_code="second_factor")
ANY_OFFICER |= dict.fromkeys((*(role.value for role in OFFICERS), "receptionist_elsewhere"), "ok")
NOBODYS = ANY_OFFICER | dict.fromkeys(
    (who for who, outcome in ANY_OFFICER.items() if outcome == "ok"), "not_found"
)

CELLS = [
    Cell("desk:notices", "GET", ANY_OFFICER),
    Cell("desk:notices", "POST", ANY_OFFICER),
    Cell("desk:notice", "POST", NOBODYS, on={"number": "1"}),
]
