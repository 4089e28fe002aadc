"""Who may do what: every address and method beside what each person gets there.

The table of one area stands in a file of its own, `permissions_<area>.py`, as `CELLS`.
"""

from importlib import import_module
from pathlib import Path

from tests.factories.dossiers import BIRTH
from tests.web.cells import (
    CASE_ROLES,
    CODE,
    DRAFT,
    FILE,
    LOGGED_IN,
    MADE_OUT_ON_PAPER,
    OPEN,
    OWN,
    OWN_REFUSED,
    PAGE,
    PAPER,
    PAPERS,
    PASSWORD_AGAIN,
    PIECE,
    TO_THE_DESK,
    WITHOUT_AN_APP,
    Cell,
    both,
    desk,
    everyone,
)

SAYING = [
    Cell("design:gallery", "GET", OPEN),
    Cell("design:gallery", "POST", OPEN),
    Cell("design:gallery_desk", "GET", OPEN),
    Cell("design:gallery_desk", "POST", OPEN),
    Cell("portal:home", "GET", OPEN),
    Cell("portal:procedures", "GET", OPEN, query="?q=khai+sinh"),
    Cell("portal:suggestions", "GET", OPEN, query="?q=khai+sinh"),
    Cell("portal:procedure", "GET", OPEN, on=CODE),
    Cell("portal:procedure_linked", "GET", OPEN, on=CODE),
    Cell("portal:apply", "GET", OPEN, on=CODE),
    Cell("portal:preview", "GET", OPEN, on=CODE),
    Cell("portal:preview", "POST", everyone("refused"), on=CODE, about="nothing typed"),
    Cell("portal:communes", "GET", OPEN, on={"province": "01"}),
    Cell("portal:robots", "GET", OPEN),
    Cell("portal:sitemap", "GET", OPEN),
    Cell("portal:security", "GET", OPEN),
    Cell("portal:look_up", "GET", OPEN),
    Cell("portal:look_up", "GET", everyone("not_found"), query="?ma=X&kiem-tra=Y", about="wrong"),
    Cell("portal:help", "GET", OPEN),
    Cell("portal:contact", "GET", OPEN),
    Cell("portal:load_permission", "GET", everyone("not_found")),
    Cell("portal:accessibility", "GET", OPEN),
    Cell("portal:privacy", "GET", OPEN),
    Cell("portal:feedback", "GET", OPEN),
    Cell("web:language", "POST", OPEN, typed={"language": "en"}),
]

APPLYING = [
    Cell("portal:begin", "POST", LOGGED_IN, on=CODE),
    Cell("portal:fill", "GET", OWN, on=PAGE),
    Cell("portal:fill", "POST", OWN, on=PAGE, typed={"child.full_name": "Trần An"}),
    Cell("portal:autosave", "POST", OWN, on=PAGE, typed={"child.full_name": "Trần An"}),
    Cell("portal:upload", "GET", OWN, on=DRAFT | {"path": "proof.notice"}, query=PIECE),
    Cell(
        "portal:upload",
        "POST",
        OWN,
        on=DRAFT | {"path": "proof.notice"},
        query=PIECE,
        body=b"x" * 10,
    ),
    Cell("portal:check", "GET", OWN, on=DRAFT),
    Cell("portal:submit", "POST", OWN, on=DRAFT),
    *both("portal:discard", OWN, on=DRAFT),
    Cell("portal:fill", "GET", MADE_OUT_ON_PAPER, on=PAPER | {"page": "child"}, about="paper"),
    Cell("portal:fill", "POST", MADE_OUT_ON_PAPER, on=PAPER | {"page": "child"}, about="paper"),
    Cell(
        "portal:autosave",
        "POST",
        MADE_OUT_ON_PAPER,
        on=PAPER | {"page": "child"},
        typed={"child.full_name": "Trần An"},
        about="paper",
    ),
    Cell(
        "portal:upload",
        "GET",
        MADE_OUT_ON_PAPER,
        on=PAPER | {"path": "proof.notice"},
        query=PIECE,
        about="paper",
    ),
    Cell("portal:check", "GET", MADE_OUT_ON_PAPER, on=PAPER, about="paper"),
    Cell("portal:submit", "POST", MADE_OUT_ON_PAPER, on=PAPER, about="paper"),
    *both("portal:discard", MADE_OUT_ON_PAPER, on=PAPER, about="paper"),
]

FOLLOWING = [
    Cell("portal:dossiers", "GET", LOGGED_IN),
    Cell("portal:dossier", "GET", OWN, on={"code": "submitted"}),
    Cell("portal:submitted", "GET", OWN | TO_THE_DESK, on={"code": "submitted"}),
    Cell("portal:supplement", "POST", OWN, on={"code": "asked"}),
    Cell("portal:supplement", "POST", OWN_REFUSED, on={"code": "submitted"}, about="unasked"),
    Cell("portal:message", "POST", OWN, on={"code": "submitted"}, typed={"body": "Khi nào xong?"}),
    Cell("portal:withdraw", "GET", OWN, on={"code": "submitted"}),
    Cell("portal:withdraw", "POST", OWN, on={"code": "submitted"}, typed={"reason": "x"}),
    Cell("portal:attachment", "GET", OWN, on=FILE),
    Cell("portal:document", "GET", OWN, on=PAPERS),
]

DESK = [
    Cell("desk:inbox", "GET", desk(*CASE_ROLES, elsewhere="ok")),
    *both(
        "desk:intake",
        desk("receptionist", cannot="forbidden", elsewhere="ok"),
        typed={"thu-tuc": BIRTH, "kenh": "counter"},
    ),
    Cell("desk:dossier", "GET", desk(*CASE_ROLES), on={"code": "submitted"}),
    Cell(
        "desk:move",
        "POST",
        desk("receptionist", controller="forbidden"),
        on={"code": "submitted"},
        typed={"buoc": "accept"},
    ),
    Cell(
        "desk:result",
        "POST",
        desk("case_officer", controller="forbidden"),
        on={"code": "accepted"},
    ),
    Cell(
        "desk:message",
        "POST",
        desk(*CASE_ROLES, controller="forbidden"),
        on={"code": "submitted"},
        typed={"noi-dung": "Chào bạn."},
    ),
    Cell(
        "desk:payment",
        "POST",
        desk("receptionist", "finance_officer", controller="forbidden"),
        on={"code": "submitted"},
        typed={"so-tien": "8000", "hinh-thuc": "cash"},
    ),
    Cell("desk:supplement", "POST", desk("receptionist", cannot="forbidden"), on={"code": "asked"}),
    Cell("desk:attachment", "GET", desk(*CASE_ROLES), on=FILE),
    Cell("desk:document", "GET", desk(*CASE_ROLES), on=PAPERS),
]

ACCOUNTS = [
    *both("web:kept", OPEN),
    Cell("web:forget", "POST", OPEN),
    *both("web:account", LOGGED_IN),
    Cell("web:details", "GET", LOGGED_IN),
    Cell(
        "web:details", "POST", LOGGED_IN, typed={"full_name": "Lò Thị Mai", "phone": "0912777888"}
    ),
    Cell("web:password", "GET", LOGGED_IN),
    Cell("web:password", "POST", everyone("refused", anonymous="login")),
    Cell("account_login", "GET", OPEN),
    Cell("account_login", "POST", everyone("ok", anonymous="refused")),
    Cell("account_signup", "GET", OPEN),
    Cell("account_signup", "POST", everyone("ok", anonymous="refused")),
    *both("account_logout", OPEN),
    *both("account_reset_password", OPEN),
    Cell("account_reset_password_done", "GET", OPEN),
    Cell("account_reset_password_from_key_done", "GET", OPEN),
    *both("account_reset_password_from_key", OPEN, on={"uidb36": "1", "key": "set-password"}),
    *both("account_reauthenticate", LOGGED_IN),
    *both("mfa_authenticate", everyone("ok", anonymous="login")),
    *both("mfa_reauthenticate", LOGGED_IN | dict.fromkeys(("owner", "stranger"), "password")),
    Cell("mfa_index", "GET", LOGGED_IN),
    Cell("mfa_index", "POST", everyone("not_allowed", anonymous="login")),
    *both("mfa_activate_totp", PASSWORD_AGAIN),
    *both("mfa_deactivate_totp", PASSWORD_AGAIN | WITHOUT_AN_APP),
    Cell("mfa_view_recovery_codes", "GET", PASSWORD_AGAIN | WITHOUT_AN_APP),
    Cell("mfa_view_recovery_codes", "POST", everyone("not_allowed", anonymous="login")),
    *both("mfa_generate_recovery_codes", PASSWORD_AGAIN),
]

TABLE = [
    *SAYING,
    *APPLYING,
    *FOLLOWING,
    *DESK,
    *ACCOUNTS,
    *(
        cell
        for file in sorted(Path(__file__).parent.glob("permissions_*.py"))
        for cell in import_module(f"tests.web.{file.stem}").CELLS
    ),
]
