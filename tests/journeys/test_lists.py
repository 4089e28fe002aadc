"""An officer's long list: filtered, kept under a name, accepted in one go, taken away as a file."""

import io
from pathlib import Path

import openpyxl
import pytest
from tests.browser import assert_accessible, screenshot

pytestmark = [pytest.mark.journey, pytest.mark.beside, pytest.mark.slow]
DESK = "/ban-lam-viec/"


@pytest.mark.shows("CN19", "CN21", "CN26", "O4", "O7")
def test_a_long_list_is_mastered(house, officer):
    house.motcua("simulate", "dossiers", "300", "--commune", "00070", "--seed", "5")
    desk = officer("tiepnhan")

    desk.visit(f"{DESK}danh-sach/")
    when_new_dossiers_are_filtered_and_the_view_is_kept(desk)
    codes = then_the_list_opens_with_it(desk)
    when_three_are_accepted_at_once(desk, codes[:3])
    then_each_is_reported_and_gone_from_the_list(desk, codes[:3])
    then_the_file_holds_the_list(house, desk)
    then_it_reads_on_paper(desk)


def when_new_dossiers_are_filtered_and_the_view_is_kept(desk):
    page = desk.page
    page.locator("summary", has_text="Thêm bộ lọc").click()
    desk.pick("Trạng thái", "Mới đăng ký")
    desk.press("Lọc theo các mục này")
    assert desk.reads("Trạng thái: Mới đăng ký")
    page.locator("summary", has_text="Cách xem đã lưu").click()
    desk.fill("Lưu cách đang xem với tên", "Mới nộp của phường")
    desk.choose("Mở danh sách bằng cách xem này")
    desk.press("Lưu cách xem")


def then_the_list_opens_with_it(desk):
    desk.visit(f"{DESK}danh-sach/")
    assert desk.reads("· Mới nộp của phường")
    codes = desk.page.locator(".inbox tbody th a").all_inner_texts()
    assert len(codes) >= 3
    return codes


def when_three_are_accepted_at_once(desk, codes):
    for code in codes:
        desk.page.get_by_label(f"Chọn hồ sơ {code}").check()
    desk.press("Xử lý các hồ sơ đã chọn")
    desk.page.get_by_label("Tiếp nhận hồ sơ").check()
    desk.press("Xem trước")
    assert desk.reads("3 hồ sơ sẽ được xử lý")
    desk.press("Xác nhận, xử lý 3 hồ sơ")


def then_each_is_reported_and_gone_from_the_list(desk, codes):
    desk.page.get_by_text("3 đã xong").wait_for()
    assert_accessible(desk.page)
    desk.visit(f"{DESK}danh-sach/")
    left = desk.page.locator(".inbox tbody th a").all_inner_texts()
    assert not set(codes) & set(left)


def then_the_file_holds_the_list(house, desk):
    shown = desk.page.locator(".inbox tbody th a").all_inner_texts()
    desk.page.locator("summary", has_text="Xuất tệp").click()
    desk.press("Xuất Excel")
    link = desk.page.get_by_role("link", name="Tải ho-so-")
    link.first.wait_for()
    assert_accessible(desk.page)
    with desk.page.expect_download() as waiting:
        link.first.click()
    content = Path(waiting.value.path()).read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    column = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert column[: len(shown)] == shown
    assert {row[3].value for row in sheet.iter_rows(min_row=2)} == {"Mới đăng ký"}


def then_it_reads_on_paper(desk):
    desk.visit(f"{DESK}danh-sach/in/?ds=tat-ca&trang-thai=submitted")
    assert desk.reads("Người lập danh sách")
    desk.page.emulate_media(media="print")
    screenshot(desk.page, "list-on-paper")
    desk.page.emulate_media(media="screen")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_lists_are_for_everybody(officer, width):
    desk = officer("tiepnhan", width)
    for name, path in (
        ("inbox", "?cho=tat-ca"),
        ("all", "danh-sach/?cach=khong"),
        ("filtered", "danh-sach/?trang-thai=submitted&tim=khai+sinh&nop-tu=x"),
        ("views", "cach-xem/"),
        ("exports", "xuat/"),
    ):
        desk.page.goto(f"{desk.url}{DESK}{path}")
        screenshot(desk.page, f"lists-{name}-{width}")
        for summary in desk.page.locator("main summary").all():
            if summary.is_visible() and not summary.evaluate("e => e.parentElement.open"):
                summary.click()
        screenshot(desk.page, f"lists-{name}-open-{width}")
        assert_accessible(desk.page)
