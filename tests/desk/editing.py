"""Hands of an officer in the editor, without a browser: pages are read, their forms are sent."""

import re
from html import unescape
from html.parser import HTMLParser

from django.urls import reverse
from tests.factories import people

from motcua.identity.values import Role
from motcua.procedures.queries import editing as queries

PROVINCE = "H26"
CODE = "9.000321"
NAME = "Xác nhận tình trạng nhà ở"


class Editor:
    """One officer and the edition they are at."""

    def __init__(self, role=Role.PROCEDURE_ADMIN, agency=PROVINCE):
        self.viewer = people.officer(role, agency)
        self.client = people.logged_in(self.viewer)
        self.key = None

    @property
    def edition(self):
        return queries.edition(viewer=self.viewer, key=self.key)

    def at(self, route, *args):
        return reverse(f"desk:{route}", args=[self.key, *args])

    def get(self, route, *args):
        return self.client.get(self.at(route, *args))

    def post(self, route, *args, revision=None, **typed):
        data = {"_revision": revision or self.edition.revision, **typed}
        return self.client.post(self.at(route, *args), data)

    def begin(self, **typed):
        data = {"cach": "trong", "ma": CODE, "ten": NAME} | typed
        answer = self.client.post(reverse("desk:edition_begin"), data)
        assert answer.status_code == 302, text_of(answer)
        self.key = answer.url.rstrip("/").rpartition("/")[2]
        return self

    def add(self, place, **typed):
        """Add a row and fill it in; gives its place."""
        answer = self.post("edition_add", place, **typed)
        assert answer.status_code == 302, text_of(answer)
        return answer.url.rstrip("/").rpartition("/")[2]

    def write(self, place, **typed):
        """Type in the page of a thing; a name is written with `__` for its dots."""
        data = {name.replace("__", "."): value for name, value in typed.items()}
        return self.post("edition_thing", place, **data)

    def take_law(self):
        place = self.add("procedure.legal_basis")
        return self.write(place, number="12/2026/QĐ-UBND", title="Quyết định thử nghiệm")

    def try_out(self, answers):
        """Walk through the preview; gives the last page."""
        page = self.get("edition_preview")
        for _ in range(9):
            fields = hidden_in(page)
            if "_page" not in fields:
                return page
            page = self.client.post(self.at("edition_preview"), fields | answers)
        return page

    def add_scenario(self, answers, name="Trường hợp thông thường"):
        page = self.try_out(answers)
        typed = {"_answers": hidden_in(page)["_answers"], "ten": name}
        return self.post("edition_scenario", **typed)


ANSWERS = {
    "applicant.full_name": "Lò Thị Mai",
    "applicant.citizen_id": "001195001234",
    "applicant.phone": "0912345678",
    "applicant.email": "",
    "applicant.address.province": "01",
    "applicant.address.commune": "00070",
    "applicant.address.detail": "Số 1 phố Hàng Bài",
    "declaration.truth": "yes",
    "_asked": ["declaration.truth"],
}


def hidden_in(answer):
    """Give the hidden fields of the forms on a page, the last of each name."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text_of(answer))
    fields = {name: unescape(value) for name, value in found}
    return {name: value for name, value in fields.items() if name in {"_page", "_answers"}}


def text_of(answer):
    return answer.content.decode()


class _Inputs(HTMLParser):
    """Gathers what a browser would send of the form on a page."""

    def __init__(self):
        super().__init__()
        self.found, self.select, self.area = {}, None, None

    def handle_starttag(self, tag, attrs):
        here = dict(attrs)
        name, value = here.get("name"), here.get("value", "")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in here:
            self.found[self.select] = [value]
        elif tag == "textarea":
            self.area = name
            self.found[name] = [""]
        elif tag == "input" and name and here.get("type") in {"radio", "checkbox"}:
            if "checked" in here:
                self.found.setdefault(name, []).append(value)
        elif tag == "input" and name and not name.startswith(("_", "csrf")):
            self.found[name] = [value]

    def handle_data(self, data):
        if self.area:
            self.found[self.area][0] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None


def inputs_of(answer):
    """Give what a browser would send of a page's form if nothing were changed on it."""
    parser = _Inputs()
    parser.feed(text_of(answer).partition("editor__form")[2].partition("</form>")[0])
    return parser.found
