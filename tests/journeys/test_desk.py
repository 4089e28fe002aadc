"""An officer's day at the desk, in a browser on the running house."""

import itertools
import re

import pytest
from tests.browser import assert_accessible, focused, screenshot

pytestmark = [pytest.mark.journey, pytest.mark.slow]
BOXES = "input[type=text], input[type=email], input[type=tel]"
DESK = "/ban-lam-viec/"
WARD = ("Thành phố Hà Nội", "Phường Hoàn Kiếm")
_numbers = itertools.count(1)


@pytest.mark.shows("O2", "CN12", "CN19")
def test_paper_is_taken_in_accepted_and_its_receipt_printed(house, officer):
    desk = officer("tiepnhan")

    code = when_the_officer_types_in_what_came_on_paper(desk)
    then_it_stands_at_the_desk(desk, code)
    desk.press("Tiếp nhận hồ sơ")
    assert desk.reads("Đang xử lý")
    then_form_01_is_one_click_away(house, desk)


def when_the_officer_types_in_what_came_on_paper(desk):
    on = desk.press
    desk.visit(f"{DESK}tiep-nhan/")
    desk.pick("Thủ tục", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh")
    on("Mở tờ khai")
    for _ in range(20):
        if desk.page.get_by_role("button", name=re.compile("^(Cam đoan và nộp|Nộp) hồ sơ")).count():
            break
        fill_in_everything(desk)
        on("Lưu và tiếp tục")
    desk.press("Nộp hồ sơ")
    return re.search(r"H26\.00070-\d{6}-\d+", desk.page.url)[0]


def fill_in_everything(desk):
    """Answer whatever a page of the extract's form asks, by the labels on it."""
    page = desk.page
    answer = {
        "Họ, chữ đệm, tên của bạn": "Phạm Thị Lụa",
        "Số định danh": "001195001234",
        "Số điện thoại": "0912345678",
        "Thư điện tử": "lua@example.vn",
        "Bạn cần bao nhiêu bản sao?": "2",
    }
    for group in page.locator("fieldset.address:visible").all():
        province, commune = WARD
        group.get_by_label("Tỉnh, thành phố").select_option(label=province)
        communes = group.get_by_label("Xã, phường, đặc khu")
        communes.locator("option", has_text=commune).first.wait_for(state="attached")
        communes.select_option(label=commune)
        if group.get_by_label("Số nhà").count():
            group.get_by_label("Số nhà").fill("Số 1 phố Hàng Bài")
    for group in page.locator("main fieldset:has(input[type=radio]):visible").all():
        group.locator("input[type=radio]").first.check()
    for box in page.locator("main input[type=checkbox]:visible").all():
        box.check()
    for label, text in answer.items():
        for box in page.get_by_label(label).locator("visible=true").all():
            if box.evaluate(f"e => e.matches('{BOXES}')"):
                box.fill(text)


def then_it_stands_at_the_desk(desk, code):
    assert desk.page.url.endswith(f"{DESK}ho-so/{code}/")
    assert desk.reads("Nộp tại quầy, cán bộ nhập")
    assert desk.reads("Phạm Thị Lụa")


def then_form_01_is_one_click_away(house, desk):
    link = desk.page.locator(".prints a").first
    assert link.inner_text() == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    paper = desk.page.request.get(house.url + link.get_attribute("href"))
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF-")


@pytest.mark.shows("CN04", "CN20")
def test_a_refusal_is_read_by_who_applied(someone, officer):
    mother, desk = given_a_mother(someone), officer("tiepnhan")
    code = given_her_request(mother)

    desk.visit(f"{DESK}ho-so/{code}/")
    desk.page.locator("summary", has_text="Từ chối tiếp nhận").click()
    deed = desk.page.locator("details.deed[open]")
    deed.get_by_role("button", name="Từ chối tiếp nhận").click()
    desk.arrive()
    assert desk.reads("Bạn chưa ghi lý do"), "a reason is asked for"
    desk.page.locator("#ly-do-refuse").fill("Bản sao này do phường Ba Đình giữ sổ gốc cấp.")
    with desk.page.expect_navigation():
        desk.page.locator("details.deed[open]").get_by_role("button").click()
    desk.arrive()
    assert desk.reads("Hồ sơ đã kết thúc")

    mother.visit(f"/ho-so/{code}/")
    assert mother.reads("Bản sao này do phường Ba Đình giữ sổ gốc cấp.")


def given_a_mother(someone):
    mother = someone(360)
    mother.visit("/dang-ky/")
    mother.fill("Họ và tên", "Phạm Thị Lụa")
    mother.fill("Số điện thoại", f"09886{next(_numbers):05d}")
    for box in mother.page.locator("input[type=password]").all():
        box.fill("con đường làng dài")
    mother.press("Tạo tài khoản")
    return mother


def given_her_request(mother, service="2.000635"):
    mother.visit(f"/nop-ho-so/{service}/")
    mother.press("Bắt đầu")
    for _ in range(20):
        if mother.page.locator("form[action$='/nop/']").count():
            break
        fill_in_everything(mother)
        mother.press("Lưu và tiếp tục")
    mother.press("Nộp hồ sơ")
    return mother.page.locator(".panel .code").first.inner_text()


def test_two_officers_at_once(someone, officer):
    code = given_her_request(given_a_mother(someone))
    first, second = officer("tiepnhan"), officer("tiepnhan")
    for desk in (first, second):
        desk.visit(f"{DESK}ho-so/{code}/")

    first.press("Tiếp nhận hồ sơ")
    second.page.locator("summary", has_text="Từ chối tiếp nhận").click()
    second.page.locator("#ly-do-refuse").fill("Thiếu giấy tờ.")
    with second.page.expect_navigation():
        second.page.locator("details.deed[open]").get_by_role("button").click()
    second.arrive()

    assert second.reads("vừa được người khác xử lý")
    assert second.reads("Thiếu giấy tờ."), "nothing typed is lost"


def test_the_inbox_by_keyboard(house, officer):
    house.motcua("simulate", "dossiers", "800", "--commune", "00070")  # an eighth is open: 2 pages
    desk = officer("tiepnhan")
    desk.visit(f"{DESK}?cho=tat-ca")
    page = desk.page
    first = page.locator(".inbox tbody th a").first.inner_text()

    by_tab(page, lambda here: "Hồ sơ tiếp theo" in here)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    desk.arrive()
    assert page.locator(".inbox tbody tr").count() > 0
    assert page.locator(".inbox tbody th a").first.inner_text() != first

    by_tab(page, lambda here: here == "Mã hoặc tên")
    page.keyboard.type(first)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".inbox tbody th a").all_inner_texts() == [first]

    by_tab(page, lambda here: here == first)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("p.counts .code").inner_text() == first


def by_tab(page, wanted):
    """Press Tab until the name of what has the focus is wanted."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if wanted(focused(page)):
            return
    raise AssertionError("the Tab key never came there")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_page_is_for_everybody(officer, width):
    desk = officer("tiepnhan", width)
    desk.visit(f"{DESK}?cho=tat-ca")
    codes = {}
    for row in desk.page.locator(".inbox tbody tr").all():
        state = row.locator("td").nth(3).inner_text()
        codes.setdefault(state, row.locator("th a").inner_text())
    assert len(codes) >= 3

    desk.visit(f"{DESK}tiep-nhan/")
    for number, code in enumerate(codes.values()):
        desk.page.goto(f"{desk.url}{DESK}ho-so/{code}/")
        for summary in desk.page.locator("summary").all():
            summary.click()
        screenshot(desk.page, f"desk-{number}-{width}")
        assert_accessible(desk.page)
