"""Notices: officers read their own only."""

from tests.web.cells import LOGGED_IN, OFFICERS, Cell, everyone

ANY_OFFICER = everyone("forbidden", anonymous="login", receptionist_without_code="second_factor")
ANY_OFFICER |= dict.fromkeys((*(role.value for role in OFFICERS), "receptionist_elsewhere"), "ok")
NOBODYS = ANY_OFFICER | dict.fromkeys(
    (who for who, outcome in ANY_OFFICER.items() if outcome == "ok"), "not_found"
)

WATCH = everyone("forbidden", anonymous="login") | {"system_admin": "ok", "controller": "ok"}
AGAIN = everyone("forbidden", anonymous="login") | {"system_admin": "not_found"}
WISHES = {"mail": "1", "sms": "2", "tu": "21:00", "den": "07:00"}

CELLS = [
    Cell("desk:failures", "GET", WATCH),
    Cell("desk:retry_message", "POST", AGAIN, on={"number": "1"}),
    Cell("web:notices", "GET", LOGGED_IN),
    Cell("web:notices", "POST", LOGGED_IN, typed=WISHES),
    Cell("web:delivery_report", "POST", everyone("forbidden")),
    Cell("web:incoming_sms", "POST", everyone("forbidden")),
    Cell("desk:notices", "GET", ANY_OFFICER),
    Cell("desk:notices", "POST", ANY_OFFICER),
    Cell("desk:notice", "POST", NOBODYS, on={"number": "1"}),
]
