"""A service put online through the editor, from empty to published, and found by a citizen."""

import pytest
from tests.browser import carry_session, screenshot
from tests.factories import dossiers, people
from tests.journeys.hands import Hands, Keyboard

from motcua.identity.values import Role
from motcua.procedures import queries as procedures
from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.beside, pytest.mark.django_db(transaction=True)]
DESK = "/ban-lam-viec/bien-tap/"
CODE, NAME = "9.000654", "Xác nhận tình trạng nhà ở để vay vốn"
WARD = ("Thành phố Hà Nội", "Phường Hoàn Kiếm")


@pytest.fixture
def hands(live_server, page_at):
    """Give hands to a person: at 1280, or by keyboard alone."""
    dossiers.country()

    def of(viewer, kind=Hands, width=1280):
        page = page_at(width, height=900)
        carry_session(page, people.logged_in(viewer), live_server.url)
        return kind(page, live_server.url)

    return of


@pytest.mark.shows("CN03", "CN05", "CN07", "CN09", "O1", "O5")
def test_a_new_service_from_empty_to_its_first_reader(hands):
    author = hands(people.officer(Role.PROCEDURE_ADMIN, "H26"))
    when_an_officer_begins_a_service(author)
    and_asks_what_must_be_asked(author)
    and_says_papers_fees_and_process(author)
    and_names_the_law(author)
    and_tries_it_out_and_keeps_a_scenario(author)
    author.press("Về tổng quan")
    assert author.reads("Mọi phần đều đúng")
    author.press("Trình duyệt")
    and_another_one_approves(hands(people.officer(Role.PROCEDURE_ADMIN, "H26")))
    assert procedures.service(CODE, clock.today()).name.vi == NAME
    then_a_citizen_finds_it_and_opens_its_form(hands(people.citizen(full_name="Lò Thị Mai")))


def when_an_officer_begins_a_service(author):
    author.visit(DESK)
    author.press("Soạn thủ tục mới")
    author.fill("Mã thủ tục", CODE)
    author.fill("Tên thủ tục", NAME)
    author.press("Bắt đầu thủ tục mới")
    assert author.reads("Còn 2 chỗ phải sửa")


def and_asks_what_must_be_asked(author):
    author.press("Câu hỏi trong tờ khai")
    author.press("Thêm câu hỏi: Trang 1")
    author.pick("Câu hỏi thường dùng", "Số bản cần cấp")
    author.press("Thêm khối này")
    author.press("Thêm câu hỏi: Trang 1")
    author.page.get_by_label("Chọn một, thấy hết các lựa chọn").check()
    author.press("Tiếp tục")
    author.page.get_by_label("Câu hỏi", exact=False).first.fill("Nhà của bạn thuộc loại nào?")
    author.fill("Các lựa chọn", "Nhà riêng lẻ\nCăn hộ chung cư")
    author.page.get_by_text("Đã lưu lúc").wait_for()
    author.press("Lưu và tiếp tục")
    assert author.reads("Nhà của bạn thuộc loại nào?")


def and_says_papers_fees_and_process(author):
    author.press("Phần tiếp: Giấy tờ")
    author.press("Phần tiếp: Trường hợp")
    author.press("Phần tiếp: Phí")
    author.press("Thêm khoản thu")
    author.fill("Tên", "Phí xác nhận")
    author.fill("Mức thu cho một đơn vị", "8.000")
    author.fill("Nhân với", "copies.count")
    author.fill("Căn cứ pháp lý", "Nghị quyết 12/2026/NQ-HĐND")
    author.press("Lưu và tiếp tục")
    author.press("Phần tiếp: Quy trình")
    author.page.get_by_label("7 ngày làm việc").check()
    author.press("Dùng mẫu này")
    assert author.reads("11 buổi")


def and_names_the_law(author):
    author.press("Phần tiếp: Hiệu lực")
    author.press("Thêm văn bản")
    author.fill("Số, ký hiệu", "12/2026/QĐ-UBND")
    author.fill("Tên văn bản", "Quyết định công bố thủ tục hành chính")
    author.press("Lưu và tiếp tục")
    author.press("Về tổng quan")


def and_tries_it_out_and_keeps_a_scenario(author):
    author.press("Xem thử như người dân")
    author.fill("Họ, chữ đệm, tên của bạn", "Lò Thị Mai")
    author.fill("Số định danh cá nhân", "001195001234")
    author.fill("Số điện thoại", "0912345678")
    author.place("Nơi cư trú", WARD[0], commune=WARD[1], detail="Số 1 phố Hàng Bài")
    author.fill("Bạn cần bao nhiêu bản?", "2")
    author.choose("Căn hộ chung cư")
    author.press("Tiếp tục")
    author.choose("Tôi cam đoan")
    author.press("Tiếp tục")
    assert author.reads("16.000 đ")
    author.fill("Tên kịch bản", "Hai bản, bảy ngày")
    author.press("Lưu thành kịch bản")
    assert author.reads("1 trên 1 kịch bản đạt")


def and_another_one_approves(second):
    second.visit(DESK)
    second.press(NAME)
    second.press("Xem và duyệt")
    second.press("Phê duyệt và công bố")
    assert second.reads("Thủ tục đã được công bố")


def then_a_citizen_finds_it_and_opens_its_form(citizen):
    citizen.visit("/thu-tuc/?q=xac+nhan+tinh+trang+nha+o")
    citizen.press(NAME)
    citizen.visit(f"/nop-ho-so/{CODE}/")
    screenshot(citizen.page, "editor-citizen")
    citizen.press("Bắt đầu")
    assert citizen.reads("Nhà của bạn thuộc loại nào?")


@pytest.mark.shows("CN09")
def test_fees_are_written_by_keyboard_alone(hands):
    author = hands(people.officer(Role.PROCEDURE_ADMIN, "H26"), Keyboard)
    author.visit(f"{DESK}moi/")
    author.fill("Mã thủ tục", CODE)
    author.fill("Tên thủ tục", NAME)
    author.press("Bắt đầu thủ tục mới")
    author.press("Phí, lệ phí")
    author.press("Thêm khoản thu")
    author.fill("Tên", "Lệ phí xác nhận")
    author.choose("Lệ phí")
    author.fill("Mức thu cho một đơn vị", "10000")
    author.fill("Căn cứ pháp lý", "Nghị quyết 12/2026/NQ-HĐND")
    author.press("Lưu và tiếp tục")
    assert author.reads("10.000 đ")
    author.press("Hoàn tác")
    author.press("Làm lại")
    author.press("Xóa Lệ phí xác nhận")
    assert author.reads("Không thu gì.")
