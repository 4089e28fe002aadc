"""Finding a procedure in a browser: suggestions by keyboard, without scripts, at every width."""

import pytest
from tests.browser import assert_accessible, screenshot
from tests.procedures.search_samples import fill

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(live_server):
    fill()
    return live_server.url


def test_suggestions_come_while_one_types_and_are_chosen_by_keyboard(site, page_at):
    page = page_at(360)
    page.goto(site)
    box = page.get_by_role("combobox")
    box.press_sequentially("khai si", delay=20)
    page.get_by_role("option").first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert_accessible(page)
    screenshot(page, "goi-y")
    box.press("ArrowDown")
    assert page.get_by_role("option").first.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == "goi-y-1"
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url("**/thu-tuc/1.001193/")


@pytest.mark.shows("P5", "CN21")
def test_enter_without_a_choice_searches_as_typed(site, page_at):
    page = page_at(360)
    page.goto(site)
    page.get_by_role("combobox").press_sequentially("mất bằng lái", delay=5)
    page.get_by_role("combobox").press("Enter")
    page.wait_for_url("**/thu-tuc/?q=*")
    assert page.locator(".result__name").first.inner_text() == "Cấp lại giấy phép lái xe"


def test_all_of_it_works_without_scripts(site, page_at):
    page = page_at(360, javascript=False)
    page.goto(site)
    page.get_by_role("searchbox").fill("dawng ky khai sinh")
    page.get_by_role("button", name="Tìm").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Thủ tục đăng ký khai sinh", exact=True).click()
    assert page.locator("h1").inner_text() == "Thủ tục đăng ký khai sinh"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_pages_are_accessible_at_every_width(site, page_at, width):
    page = page_at(width)
    for name, address in {
        "trang-dau": "/",
        "danh-sach": "/thu-tuc/?q=khai+sinhh",
        "loc": "/thu-tuc/?su-kien=nha-dat",
        "khong-co": "/thu-tuc/?q=zzqqzz",
        "thu-tuc": "/thu-tuc/1.001193/",
    }.items():
        page.goto(site + address)
        assert_accessible(page)
        screenshot(page, f"{name}-{width}")
