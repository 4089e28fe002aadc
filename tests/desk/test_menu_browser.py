"""The menu in the header of the desk: opened and closed with hands, keys and without scripts."""

import pytest
from playwright.sync_api import expect
from tests.browser import carry_session
from tests.factories import people

from motcua.identity.values import Role

pytestmark = [pytest.mark.journey, pytest.mark.once, pytest.mark.django_db(transaction=True)]
ON_TOP = """() => [...document.querySelectorAll('.header__more ul a')].every((a) => {
  const box = a.getBoundingClientRect();
  const there = document.elementFromPoint(box.left + 5, box.top + box.height / 2);
  return box.left >= 0 && box.right <= innerWidth && a.contains(there);
})"""


@pytest.fixture
def menu_at(live_server, page_at):
    """Open the desk of a head at a width; gives the page and the menu's button and list."""

    def open_page(width, **how):
        page = page_at(width, **how)
        carry_session(page, people.logged_in(people.officer(Role.APPROVER)), live_server.url)
        page.goto(f"{live_server.url}/ban-lam-viec/")
        return page, page.locator(".header__more summary"), page.locator(".header__more ul")

    return open_page


def test_keys_open_and_close_it(menu_at):
    page, button, links = menu_at(1280)
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.header__more ul') !== null")
    page.keyboard.press("Escape")
    expect(links).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_click_elsewhere_closes_it(menu_at):
    page, button, links = menu_at(1280)
    button.click()
    expect(links).to_be_visible()
    page.locator("h1").click()
    expect(links).to_be_hidden()


@pytest.mark.parametrize(("width", "javascript"), [(320, True), (320, False), (1280, False)])
def test_nothing_covers_it(menu_at, width, javascript):
    page, button, links = menu_at(width, javascript=javascript)
    button.click()
    expect(links).to_be_visible()
    if javascript:
        assert page.evaluate(ON_TOP)
    button.click()
    expect(links).to_be_hidden()
