"""The words of messages: procedure officers write them, heads read and decide."""

from datetime import timedelta
from uuid import UUID

from tests.web.cells import Cell, everyone

from motcua.web import clock

READ = everyone("forbidden", anonymous="login") | {"procedure_admin": "ok", "approver": "ok"}
WRITE = READ | {"approver": "refused"}
NOBODYS = READ | {"procedure_admin": "not_found", "approver": "not_found"}
CODE = {"code": "dossier.accepted"}
WORDS = {
    f"{field}.{language}": "{{ code }}: {{ link }}"
    for field in ("subject", "text", "short")
    for language in ("vi", "en")
}
DAY = {"valid_from": (clock.now() + timedelta(days=30)).date().isoformat()}

CELLS = [
    Cell("desk:notice_templates", "GET", READ),
    Cell("desk:notice_template", "GET", READ, on=CODE),
    Cell("desk:notice_template", "POST", WRITE, on=CODE, typed=WORDS | DAY),
    Cell("desk:notice_template_file", "GET", READ, on=CODE),
    Cell("desk:notice_words", "POST", NOBODYS, on={"key": str(UUID(int=0))}),
]
