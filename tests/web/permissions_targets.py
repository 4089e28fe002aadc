"""Who reads the targets of an agency, and who sets them: its head."""

from tests.web.cells import Cell, everyone

READ = everyone("forbidden", anonymous="login") | {
    "executive": "ok",
    "approver": "ok",
    "controller": "ok",
    "emc_operator": "ok",
}
SET = everyone("forbidden", anonymous="login") | {"executive": "ok"}
NONE = READ | dict.fromkeys(("executive", "approver", "controller", "emc_operator"), "not_found")
UNKNOWN = {"key": "0b0a4f1e-7d0a-4c5c-9a53-6f6e5b3f1c11"}

CELLS = [
    Cell("desk:targets", "GET", READ),
    Cell("desk:set_target", "GET", SET),
    Cell("desk:set_target", "POST", SET | {"executive": "refused"}, typed={"chi-so": "x"}),
    Cell("desk:target", "GET", NONE, on=UNKNOWN),
    Cell("desk:target", "POST", NONE, on=UNKNOWN),
    Cell("observatory:targets_report", "GET", READ, on={"code": "H26.00070", "year": "2026"}),
]
