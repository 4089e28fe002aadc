"""Who may come to the editor of procedures: administrators of the agency, and who decides there."""

from tests.web.cells import Cell, everyone

WRITERS = everyone("forbidden", anonymous="login", procedure_admin="ok")
READERS = WRITERS | {"approver": "ok"}
WRITERS_REFUSED = WRITERS | {"procedure_admin": "refused"}
READERS_REFUSED = WRITERS_REFUSED | {"approver": "refused"}
NOBODY = READERS | {"procedure_admin": "not_found", "approver": "not_found"}
ON = {"key": "edition"}
FIRST = {"_revision": "1"}
NAME = ON | {"place": "form.pages.0.fields.0"}
PAGES = ON | {"place": "form.pages"}


def posted(route, expected, on=ON, **typed):
    """Give the cell of a POST made on the edition as it was begun."""
    return Cell(f"desk:{route}", "POST", expected, on=on, typed=FIRST | typed)


CELLS = [
    Cell("desk:editions", "GET", READERS),
    Cell("desk:edition_begin", "GET", WRITERS_REFUSED),
    Cell("desk:edition_begin", "POST", WRITERS_REFUSED, typed={"cach": "trong"}),
    Cell("desk:edition", "GET", READERS, on=ON),
    Cell("desk:edition", "GET", NOBODY, on={"key": "edition_elsewhere"}, about="elsewhere"),
    Cell("desk:edition_section", "GET", READERS, on=ON | {"part": "cau-hoi"}),
    Cell("desk:edition_thing", "GET", WRITERS, on=NAME),
    posted("edition_thing", WRITERS, on=NAME, **{"label.vi": "Họ tên của bạn"}),
    Cell("desk:edition_add", "GET", WRITERS, on=ON | {"place": "form.pages.0.fields"}),
    posted("edition_add", WRITERS, on=PAGES),
    posted("edition_up", WRITERS, on=NAME),
    posted("edition_down", WRITERS, on=NAME),
    posted("edition_remove", WRITERS, on=NAME),
    posted("edition_undo", WRITERS_REFUSED),
    posted("edition_redo", WRITERS_REFUSED),
    posted("edition_process", WRITERS, mau="same_day"),
    posted("edition_take_in", WRITERS_REFUSED),
    Cell("desk:edition_export", "GET", READERS, on=ON),
    Cell("desk:edition_preview", "GET", READERS, on=ON),
    Cell("desk:edition_preview", "POST", READERS, on=ON, typed={"_page": "none"}),
    posted("edition_scenario", WRITERS_REFUSED, ten="Kịch bản"),
    Cell("desk:edition_compare", "GET", READERS, on=ON),
    posted("edition_propose", WRITERS_REFUSED),
    posted("edition_approve", READERS_REFUSED),
    posted("edition_send_back", READERS_REFUSED, **{"can-sua": "Sửa"}),
    Cell("desk:edition_discard", "GET", WRITERS, on=ON),
    posted("edition_discard", WRITERS),
]
