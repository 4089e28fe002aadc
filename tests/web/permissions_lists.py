"""Who may come to lists, saved views, files of lists and moves on many dossiers."""

from uuid import uuid4

from tests.web.cells import CASE_ROLES, Cell, desk

NOBODYS = {"key": str(uuid4())}
ACTING = tuple(role for role in CASE_ROLES if role != "controller")
READERS = desk(*CASE_ROLES, elsewhere="ok")
UNKNOWN = desk(cannot="not_found")
REFUSED = desk(cannot="refused", elsewhere="refused")
ACTORS = desk(*ACTING, elsewhere="ok", controller="forbidden")
ACTORS_REFUSED = desk(cannot="refused", elsewhere="refused", controller="forbidden")
LIST = {"ds": "tat-ca", "dia-chi": "trang-thai=submitted"}

CELLS = [
    Cell("desk:dossiers", "GET", READERS),
    Cell("desk:dossiers", "GET", READERS, query="?tim=hau", about="searched"),
    Cell("desk:print_list", "GET", READERS),
    Cell("desk:views", "GET", READERS),
    Cell("desk:save_view", "POST", READERS, typed=LIST | {"ten": "Của tôi"}),
    Cell("desk:save_view", "POST", REFUSED, typed=LIST, about="without a name"),
    Cell("desk:default_view", "POST", READERS, typed={"ds": "tat-ca"}),
    Cell("desk:remove_view", "POST", UNKNOWN, on=NOBODYS),
    Cell("desk:exports", "GET", READERS),
    Cell("desk:export", "POST", READERS, typed=LIST | {"loai": "csv"}),
    Cell("desk:export_file", "GET", UNKNOWN, on=NOBODYS),
    Cell("desk:bulk", "POST", ACTORS_REFUSED),
    Cell("desk:bulk", "POST", ACTORS, typed={"ma": "H26.00070-260316-0001"}, about="one"),
    Cell("desk:bulk_assign", "POST", ACTORS_REFUSED),
    Cell("desk:bulk_assign", "POST", ACTORS, typed={"ma": "H26.00070-260316-0001"}, about="one"),
    Cell("desk:bulk_begin", "POST", ACTORS_REFUSED, typed={"ma": "x", "buoc": "accept"}),
    Cell(
        "desk:bulk_run",
        "GET",
        desk(cannot="not_found", controller="forbidden"),
        on=NOBODYS,
    ),
]
