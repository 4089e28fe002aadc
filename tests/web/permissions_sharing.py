"""Who may share the work: give dossiers, cover, ask and answer, hand over, bind functions."""

from uuid import UUID

from tests.web.cells import CASE_ROLES, OWN, Cell, both, desk

NONE = {"key": str(UUID(int=0))}
ACTING = tuple(role for role in CASE_ROLES if role != "controller")
DOSSIER = {"code": "accepted"}


def asked(outcome):
    """Give the outcomes of a page for those whose agency may be asked."""
    expected = desk(*ACTING, controller="forbidden", elsewhere=outcome)
    return expected | dict.fromkeys((*ACTING, "coordinator"), outcome)


LIST = desk(*ACTING, controller="forbidden", elsewhere="ok") | {"coordinator": "ok"}
OWN_LIST = desk(*ACTING, controller="forbidden", elsewhere="ok")
TYPED = desk(*ACTING, cannot="refused", controller="forbidden", elsewhere="refused") | (
    dict.fromkeys(ACTING, "refused")
)
RECEIVING = ("receptionist", "registry_clerk")
DESKS = desk(*RECEIVING, cannot="forbidden", elsewhere="ok")
ADMIN = desk(cannot="forbidden", elsewhere="forbidden") | {
    "procedure_admin": "ok",
    "receptionist_without_code": "forbidden",
}
ON_A_DOSSIER = desk(*ACTING, controller="forbidden")
REFUSED_ON = ON_A_DOSSIER | dict.fromkeys(ACTING, "refused")

CELLS = [
    Cell("desk:binding", "GET", ADMIN),
    Cell("desk:binding", "POST", ADMIN | {"procedure_admin": "refused"}),
    Cell("desk:absences", "GET", OWN_LIST),
    Cell("desk:absences", "POST", TYPED),
    Cell("desk:end_absence", "POST", OWN_LIST, on=NONE),
    Cell("desk:assign", "GET", ON_A_DOSSIER, on=DOSSIER),
    Cell("desk:assign", "POST", REFUSED_ON, on=DOSSIER),
    Cell("desk:ask_opinion", "GET", ON_A_DOSSIER, on=DOSSIER),
    Cell("desk:ask_opinion", "POST", REFUSED_ON, on=DOSSIER),
    Cell("desk:recall_opinion", "POST", REFUSED_ON, on=DOSSIER | NONE),
    Cell("desk:opinions", "GET", LIST),
    Cell("desk:opinion", "GET", asked("not_found"), on=NONE),
    Cell("desk:opinion", "POST", asked("not_found"), on=NONE),
    Cell("desk:assign_opinion", "POST", asked("not_found"), on=NONE),
    Cell(
        "desk:opinion_file",
        "GET",
        asked("not_found") | {"controller": "not_found"},
        on=NONE | {"file": str(UUID(int=1))},
    ),
    Cell("desk:handovers", "GET", DESKS),
    Cell(
        "desk:handovers",
        "POST",
        DESKS | dict.fromkeys((*RECEIVING, "receptionist_elsewhere"), "refused"),
    ),
    *both(
        "desk:handover",
        DESKS | dict.fromkeys((*RECEIVING, "receptionist_elsewhere"), "not_found"),
        on=NONE,
    ),
    Cell("portal:bundle", "GET", OWN | {"owner": "not_found"}, on={"code": "submitted"}),
]
