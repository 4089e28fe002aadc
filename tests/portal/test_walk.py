"""A walk over every page of an application in a browser: nothing to complain of on any of them."""

import pytest
from django.urls import reverse
from tests.browser import assert_accessible, carry_session, screenshot
from tests.factories import dossiers
from tests.portal import town

from motcua.dossiers import actions, queries
from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def walker(live_server, page_at):
    """Give (viewer, see): `see(name, *args)` opens a page, judges it and keeps a picture."""
    town.build()
    viewer, client = town.mother()
    page = page_at(360)
    carry_session(page, client, live_server.url)

    def see(name, *args, picture=None, query=""):
        answer = page.goto(live_server.url + reverse(name, args=args) + query)
        assert answer.ok, answer.status
        screenshot(page, picture or name.replace(":", "-"))
        assert_accessible(page)
        return page

    return viewer, see


@pytest.fixture
def draft(walker):
    viewer, _ = walker
    return dossiers.draft(viewer)


def test_every_page_of_the_form(walker, draft):
    _, see = walker
    see("portal:apply", town.BIRTH)
    for page in town.form().pages:
        if page.name == "authorisation":
            continue
        see("portal:fill", draft, page.name, picture=f"fill-{page.name}")
    see("portal:check", draft)
    see("portal:discard", draft)


def test_a_page_with_mistakes(walker):
    viewer, see = walker
    key = actions.start_draft(service_code=town.BIRTH, by=viewer, at=clock.now())
    page = see("portal:fill", key, "child", picture="fill-empty")
    page.get_by_role("button", name="Lưu và tiếp tục").last.click()
    page.wait_for_selector(".summary-errors")
    screenshot(page, "fill-mistakes")
    assert_accessible(page)


def test_the_pages_after_submitting(walker, draft):
    viewer, see = walker
    code = actions.submit(draft=draft, by=viewer, at=clock.now())
    dossier = queries.dossier(viewer=viewer, code=code, at=clock.now())
    see("portal:submitted", code)
    actions.message(code=code, body="Khi nào tôi có giấy ạ?", by=viewer, at=clock.now())
    see("portal:dossier", code)
    see("portal:dossiers")
    see("portal:withdraw", code)
    see("portal:look_up", query=f"?ma={code}&kiem-tra={dossier.check_code}")


def test_the_pages_that_only_say_something(walker):
    _, see = walker
    for name in ("look_up", "help", "accessibility", "privacy", "feedback", "dossiers"):
        see(f"portal:{name}", picture=f"page-{name}")
