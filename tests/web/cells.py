"""How the permission table is written: outcomes, people, cells.

Outcomes: `ok`, `login`, `password` (typed again first), `second_factor`, `desk` (led on to it),
`forbidden`, `not_found`, `not_allowed` (no such method), `refused` (may come in, but not do this,
or not now). A method that is not named here is answered by 405 to everybody.
"""

from dataclasses import dataclass, field

from tests.factories.dossiers import BIRTH
from tests.web.people_and_things import OFFICERS

EVERYBODY = (
    "anonymous",
    "owner",
    "stranger",
    *(role.value for role in OFFICERS),
    "receptionist_elsewhere",
    "receptionist_without_code",
)
CASE_ROLES = (
    "receptionist",
    "case_officer",
    "approver",
    "registry_clerk",
    "finance_officer",
    "controller",
)


def everyone(outcome, **but):
    return dict.fromkeys(EVERYBODY, outcome) | but


OPEN = everyone("ok")
LOGGED_IN = everyone("ok", anonymous="login")
OWN = everyone("not_found", anonymous="login", owner="ok")
OWN_REFUSED = OWN | {"owner": "refused"}
TO_THE_DESK = dict.fromkeys((*CASE_ROLES, "receptionist_without_code"), "desk")
WITHOUT_AN_APP = dict.fromkeys(("owner", "stranger"), "not_found")
PASSWORD_AGAIN = everyone("password", anonymous="login")


def desk(*can, cannot="refused", elsewhere="not_found", controller=None):
    """Give the outcomes of a page of the desk: who of the case roles can, what others get."""
    outcomes = everyone("forbidden", anonymous="login", receptionist_without_code="second_factor")
    outcomes |= dict.fromkeys(CASE_ROLES, cannot) | dict.fromkeys(can, "ok")
    if controller:
        outcomes["controller"] = controller
    return outcomes | {"receptionist_elsewhere": elsewhere}


@dataclass(frozen=True)
class Cell:
    """One way to call an address. `on` names its arguments: names of things, or plain values."""

    route: str
    method: str
    expected: dict
    on: dict = field(default_factory=dict)
    typed: dict = field(default_factory=dict)
    query: str = ""
    body: bytes = b""
    about: str = ""

    def __str__(self):
        return f"{self.method} {self.route}" + (f" ({self.about})" if self.about else "")


def both(route, expected, **how):
    return [Cell(route, "GET", expected, **how), Cell(route, "POST", expected, **how)]


CODE = {"code": BIRTH}
DRAFT = {"key": "draft"}
PAPER = {"key": "counter_draft"}
PAGE = DRAFT | {"page": "child"}
FILE = {"code": "submitted", "key": "attachment"}
PAPERS = {"code": "accepted", "key": "document"}
PIECE = "?khoa=2b0d7b3d-5f0e-4f8f-9d0e-0b3f3a7c1f11&tong=100&vi-tri=0&ten=a.jpg"
MADE_OUT_ON_PAPER = OWN | {
    "owner": "not_found",
    "receptionist": "ok",
    "receptionist_without_code": "second_factor",
}
