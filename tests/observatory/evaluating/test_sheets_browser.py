"""A usability session by keyboard and without scripts; pages of evaluators and heads with axe."""

import os

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible, carry_session, screenshot
from tests.factories import campaigns
from tests.factories.people import logged_in
from tests.observatory.evaluating.sheet_story import PNG, at

from motcua.evaluation.queries import results

pytestmark = [pytest.mark.journey, pytest.mark.once, pytest.mark.django_db(transaction=True)]
WIDTHS = (320, 768) if "MOTCUA_SCREENSHOTS" in os.environ else ()


@pytest.fixture
def told(transactional_db, judged_by, moment):
    return campaigns.story(("H30",)).open()


def kept(page, name):
    """Hold a page against what everybody must be able to do with it; keep pictures of it."""
    assert_accessible(page)
    screenshot(page, f"{name}-1280")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        screenshot(page, f"{name}-{width}")
    page.set_viewport_size({"width": 1280, "height": 800})


def press(page, name):
    """Press a button with the keyboard."""
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def choose(page, name):
    """Choose with the space bar."""
    page.get_by_label(name, exact=True).focus()
    page.keyboard.press("Space")


def seen(page, look, name):
    """Judge what stands on a page without scripts in one with, where axe can run."""
    look.goto(page.url)
    kept(look, name)


def begin(page):
    choose(page, "Người tham gia đã nghe và đồng ý làm thử")
    choose(page, "Từ 60 tuổi")
    choose(page, "Điện thoại")
    press(page, "Bắt đầu năm việc")


def walk(page, look=None):
    press(page, "Bắt đầu tính giờ")
    expect(page.get_by_role("status").filter(has_text="Đang tính giờ")).to_be_visible()
    if look:
        seen(page, look, "session-walking")
    press(page, "Dừng tính giờ")
    page.get_by_label("Giây").fill("40")
    if look:
        seen(page, look, "session-written")
    choose(page, "Làm được nhưng khó, hoặc phải có người giúp")
    choose(page, "Làm chậm")
    choose(page, "Chữ hoặc nút quá nhỏ")
    press(page, "Lưu")


def test_a_session_by_keyboard_without_scripts(told, live_server, page_at):
    page, look = page_at(1280, javascript=False), page_at(1280)
    client = logged_in(told.first)
    for one in (page, look):
        carry_session(one, client, live_server.url)
    page.goto(live_server.url + at("sessions", told, "H30"))
    page.get_by_role("link", name="Bắt đầu một buổi").click()
    seen(page, look, "session-begin")
    begin(page)
    page.get_by_role("link", name="Làm việc thứ nhất").click()
    seen(page, look, "session-aloud")
    for place in range(1, 6):
        expect(page.get_by_text(f"Việc {place} trên 5")).to_be_visible()
        walk(page, look if place == 1 else None)
    press(page, "Kết thúc buổi này")
    expect(page.get_by_role("heading", level=1)).to_have_text("Xin cảm ơn!")
    seen(page, look, "session-thanks")
    page.get_by_role("link", name="Xem kết quả của mọi buổi").click()
    seen(page, look, "sessions")
    (one,) = results.sessions(viewer=told.leader, code=told.code)
    assert [each.seconds for each in one.tasks] == [40] * 5


def test_the_pages_of_an_evaluator(told, live_server, page_at):
    """What is typed on a worksheet is saved by itself; every page can be used by everybody."""
    page = page_at(1280)
    first, head = logged_in(told.first), logged_in(told.heads["H30"])
    head.post(at("declare", told, "H30", criterion="M.3"), {"gia-tri": "có"})
    carry_session(page, first, live_server.url)
    page.goto(live_server.url + at("worksheet", told, "H30"))
    kept(page, "sheet-open")
    page.get_by_role("link", name="Chấm tiếp").click()
    page.locator("main form[data-ready]").wait_for()
    page.get_by_label("Ghi chú").fill("Trang chủ rõ ràng")
    page.get_by_text("1: tạm").click()
    expect(page.locator(".save-state")).to_contain_text("Đã lưu lúc")
    file = {"name": "man-hinh.png", "mimeType": "image/png", "buffer": PNG}
    page.get_by_label("Thêm tệp").set_input_files(file)
    press(page, "Tải tệp lên")
    expect(page.get_by_role("link", name="man-hinh.png")).to_be_visible()
    expect(page.get_by_label("Ghi chú")).to_have_value("Trang chủ rõ ràng")
    kept(page, "sheet-criterion")
    press(page, "Lưu và tiếp tục")
    expect(page.get_by_text("Đã chấm 1 trên 1 tiêu chí")).to_be_visible()
    press(page, "Hoàn thành phiếu")
    expect(page.get_by_text("Người đánh giá kia chưa xong")).to_be_visible()
    kept(page, "sheet-finished")
    told.run().answer("H30", told.second, "2", note="Mọi chữ đều rõ")
    told.finish("H30", told.second)
    sheets = ("seen_criterion", {"criterion": "M.1"}), ("seen_criterion", {"criterion": "M.3"})
    settle = ("differences", {}), ("reconcile", {"criterion": "M.2"})
    for number, (name, more) in enumerate((*sheets, *settle)):
        page.goto(live_server.url + at(name, told, "H30", **more))
        kept(page, f"sheet-{name}-{number}")


def test_the_pages_of_a_head(told, live_server, page_at):
    page = page_at(1280)
    carry_session(page, logged_in(told.heads["H30"]), live_server.url)
    for name, more in (("agency", {}), ("declare", {"criterion": "M.3"})):
        page.goto(live_server.url + at(name, told, "H30", **more))
        kept(page, f"agency-{name}-open")
    told.run().judge().declare().close().compute().ask()
    fault = {"about": "finding", "item": "thu.https"}
    for name, more in (("agency", {}), ("agency_result", {}), ("reply", fault), ("ask_retest", {})):
        page.goto(live_server.url + at(name, told, "H30", **more))
        kept(page, f"agency-{name}")
