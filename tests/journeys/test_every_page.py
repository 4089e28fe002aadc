"""Every page there is, found through the table of who may do what, judged in a browser.

`MOTCUA_PAGES=desk-queue,portal-home` opens only the pages whose names begin so.
"""

import os

import pytest
from allauth.account.internal.flows import login
from django.db import transaction
from playwright.sync_api import Error
from tests.browser import carry_session
from tests.factories.dossiers import later
from tests.journeys.every_page import NO_PAGE, PAGES
from tests.journeys.judging import faults
from tests.journeys.lived_in import lived_in
from tests.web.permissions import TABLE

from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.beside]
NOW = later(days=3)
ASKED = tuple(os.environ.get("MOTCUA_PAGES", "").split(","))
NOT_OPENED = {
    cell.route for cell in TABLE if cell.method == "GET" and cell.route not in NO_PAGE
} - {page.route for page in PAGES}


def test_no_page_is_forgotten():
    assert not NOT_OPENED, f"Open {', '.join(sorted(NOT_OPENED))} in tests/journeys/every_page.py."
    names = [page.name for page in PAGES]
    assert [name for name in names if names.count(name) > 1] == []
    assert set(NO_PAGE) <= {cell.route for cell in TABLE if cell.method == "GET"}


@pytest.fixture
def house(request, live_server, tmp_path):
    """Give a function that opens a page of a ward in use, as its reader, and tells its faults."""
    request.getfixturevalue("monkeypatch").setattr(clock, "now", lambda: NOW)
    page_at = request.getfixturevalue("page_at")
    with transaction.atomic():
        browsers, things = lived_in(tmp_path)
    tabs = {}

    def judge(page):
        if page.who not in tabs:
            tabs[page.who] = page_at(1280)
            carry_session(tabs[page.who], just_logged_in(browsers[page.who]), live_server.url)
        tab = tabs[page.who]
        try:
            wrong = opened(tab, live_server.url + page.address(things), page)
            return wrong or faults(tab, page.name)
        except Error as error:  # the other pages are still to be judged
            return [f"broke: {error.message}"]

    return judge


def just_logged_in(client):
    """Let the password have been typed this minute."""
    session = client.session
    if login.AUTHENTICATION_METHODS_SESSION_KEY in session:
        for record in session[login.AUTHENTICATION_METHODS_SESSION_KEY]:
            record["at"] = NOW.timestamp()
        session.save()
    return client


def opened(tab, address, page) -> list[str]:
    """Go there and press what is to be pressed; gives what was wrong with the way."""
    answer = tab.goto(address)
    if answer.status != 200 or answer.request.redirected_from:
        return [f"answers {answer.status} at {answer.url}"]
    for what in page.press:
        tab.locator(what).click()
    tab.wait_for_load_state()
    return []


@pytest.mark.shows("O8")
@pytest.mark.django_db(transaction=True)
def test_every_page_is_for_everybody(house):
    told = []
    for page in PAGES:
        if page.name.startswith(ASKED):
            told += [f"{page}: {one}" for one in house(page)]
    if told:
        pytest.fail("\n".join(told), pytrace=False)
