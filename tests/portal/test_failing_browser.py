"""Answering why it failed, on a phone, a tablet and a desk, without scripts."""

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible, screenshot, tab_to

from motcua.web import errors

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEASUREMENT = tmp_path


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_one_press_tells_why(live_server, page_at, width):
    page = page_at(width, javascript=width != 320)
    page.goto(live_server.url + "/gap-loi/")
    if width != 320:
        assert_accessible(page)
    page.get_by_label("Lỗi khi nộp tiền").check()
    screenshot(page, f"cause-{width}")
    tab_to(page, "Gửi câu trả lời").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn đã cho biết")
    assert page.url.endswith("/gap-loi/cam-on/")


def test_nothing_chosen_says_so_beside_the_question(live_server, page_at):
    page = page_at(320)
    page.goto(live_server.url + "/gap-loi/")
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.locator(".field--error")).to_contain_text("Bạn hãy chọn một trong các câu trả lời")
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_of_an_error_asks_in_place(live_server, page_at, width):
    page = page_at(width)
    drawn = errors.pages.render_alone(
        "web/500.html", {"reference": "K7QM-2XFD", "causes": errors.measuring.CAUSES}, status=500
    )
    address = live_server.url + "/dang-nhap/"
    body = drawn.content.decode()
    page.route(
        address, lambda route: route.fulfill(status=500, body=body, content_type="text/html")
    )
    page.goto(address)
    assert_accessible(page)
    screenshot(page, f"error-{width}")
    page.get_by_label("Trang bị lỗi").check()
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn đã cho biết")
