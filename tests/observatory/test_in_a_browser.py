"""The figures of the country as people look at them: by phone, by keyboard, without JavaScript."""

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible, screenshot, tab_to
from tests.factories import people
from tests.observatory import nation

pytestmark = [pytest.mark.journey, pytest.mark.once]
PAGES = {
    "overview": "?ky=2026-03",
    "agency": "co-quan/H26/?ky=2026-03",
    "silent": "co-quan/H57/?ky=2026-03",
    "league": "xep-hang/use2/?ky=2026-03",
    "map": "ban-do/use2/?ky=2026-03",
    "old-map": "ban-do/vis/?ky=2025-03",
    "compare": "so-sanh/?ky=2026-03&co-quan=H26&co-quan=H14&co-quan=H38",
    "procedure": "thu-tuc/1.001193/?ky=2026-03",
    "cards": "chi-so/",
    "card": "chi-so/use2/?ky=2026-03",
}


@pytest.fixture
def figures(counted, request):
    """Serve the small nation; gives where."""
    server = request.getfixturevalue("live_server")
    nation.leagues()
    return f"{server.url}/do-luong/"


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.django_db(transaction=True)
def test_pages_of_figures_are_for_everybody(figures, page_at, width):
    page = page_at(width)
    for name, path in PAGES.items():
        page.goto(figures + path)
        screenshot(page, f"figures-{name}-{width}")
        for summary in page.locator("main summary").all():
            summary.click()
        screenshot(page, f"figures-{name}-open-{width}")
        assert_accessible(page)


@pytest.mark.django_db(transaction=True)
def test_a_neighbour_finds_her_ward_by_keyboard_without_javascript(figures, page_at):
    page = page_at(1280, javascript=False)
    page.goto(figures)
    page.get_by_label("Kỳ").select_option("2026-Q1")
    page.get_by_role("button", name="Xem", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Quý 1/2026")).to_be_visible()
    page.locator(".tiles").get_by_role("link", name="Hà Nội 60,0 %").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hà Nội")
    page.get_by_role("link", name="Phường Hoàn Kiếm").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Phường Hoàn Kiếm")
    page.locator("main summary").first.press("Enter")
    expect(page.locator("main details[open] table").first).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_the_keyboard_reaches_map_league_and_files(figures, page_at):
    people.agency("H26")
    page = page_at(1280)
    page.goto(figures + "ban-do/use2/?ky=2026-03")
    tab_to(page, "Hà Nội 60,0 %")
    with page.expect_download() as waiting:
        tab_to(page, "CSV").press("Enter")
    assert waiting.value.suggested_filename == "use2-2026-03.csv"
    tab_to(page, "Xem bảng xếp hạng").press("Enter")
    expect(page.locator("table.league tbody tr")).to_have_count(5)
