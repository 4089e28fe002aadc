"""A reader of English walks every address of the house, as somebody who may come in."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.urls import reverse
from tests.factories import dossiers
from tests.procedures.search_samples import fill
from tests.web import campaigns_there, english
from tests.web.people_and_things import ASKED, PERSONAL, everybody, things_of
from tests.web.permissions import TABLE

from motcua.observatory import places

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SAMPLES = ("design:", "portal:gallery")
SHOWN = {"ok": True, "refused": True, "forbidden": False, "not_found": False}
"""What becomes of a request, and whether each address then says something of its own."""
PEOPLE = ("Lò Thị Mai", "Giàng A Páo", "Lê Thị Hoa", *PERSONAL)
PLACES = (
    "Phường Hoàn Kiếm, Thành phố Hà Nội",
    "Ủy ban nhân dân phường Hoàn Kiếm",
    "Phường Hoàn Kiếm",
    "Cơ quan",
    "Cổng của phường",
)
WRITTEN = ("Thủ tục thử", "Giấy kết hôn.jpg", "Hộ tịch", "Đăng ký, quản lý cư trú", "trong ngày")
"""What an author wrote, a person named a file, the catalogue calls a field of procedures."""


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    """Make everybody and everything once; what a test changes is undone after each request."""
    with django_db_blocker.unblock(), transaction.atomic():
        dossiers.country()
        dossiers.services()
        fill()
        browsers, owner, here = everybody()
        for browser in browsers.values():
            browser.cookies["ngon-ngu"] = "en"
        yield browsers, things_of(owner, here)
        transaction.set_rollback(True)


def typed(answers):
    """Give every Vietnamese text in what somebody typed."""
    inner = answers.values() if isinstance(answers, dict) else answers
    if isinstance(inner, str):
        return [inner] if english.LETTERS.search(inner) else []
    return [text for one in inner for text in typed(one)] if hasattr(inner, "__iter__") else []


def data():
    """Give the Vietnamese that is not ours to translate: names, and what people typed."""
    provinces = [one.name.vi for one in places.tops().values() if one.name.vi == one.name.en]
    written = (*WRITTEN, *campaigns_there.WRITTEN)
    said = [*PEOPLE, *PLACES, *provinces, *written, ASKED.name, ASKED.note, "đồng"]
    return said + typed(dossiers.birth_answers()) + typed([cell.typed for cell in TABLE])


def visits():
    """Give (cell, person): one who gets each kind of page that an address shows.

    That somebody may not come in is said by one page for all addresses, so that is read once."""
    told = set()
    for cell in TABLE:
        if not cell.route.startswith(SAMPLES) and not cell.body:
            first = {outcome: name for name, outcome in reversed(cell.expected.items())}
            for outcome in first.keys() & SHOWN.keys():
                if SHOWN[outcome] or (outcome, first[outcome]) not in told:
                    told.add((outcome, first[outcome]))
                    yield cell, first[outcome]


def visit(browser, cell, things):
    """Send the request, undo what it changed, and give the page; None where there is none."""
    on = {name: getattr(things, value, value) for name, value in cell.on.items()}
    address = reverse(cell.route, kwargs=on) + cell.query
    cookies = deepcopy(browser.cookies)
    try:
        with transaction.atomic():
            if cell.method == "POST":
                answer = browser.post(address, cell.typed, follow=True)
            else:
                answer = browser.get(address, follow=True)
            transaction.set_rollback(True)
    finally:
        browser.cookies = cookies
    html = answer.headers.get("Content-Type", "").startswith("text/html")
    return answer if html and not answer.streaming else None


@pytest.mark.parametrize(
    ("cell", "name"), [pytest.param(*one, id=f"{one[0]} {one[1]}") for one in visits()]
)
def test_a_page_speaks_english(town, cell, name):
    browsers, things = town
    answer = visit(browsers[name], cell, things)
    if answer is not None and "<html" in answer.text:
        page = english.read(answer, names=data())
        assert (page.language, page.vietnamese) == ("en", ())
