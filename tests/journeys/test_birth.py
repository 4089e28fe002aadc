"""A mother registers a birth from her phone; the desk settles it; she has the result.

Told three times: with a finger on a phone, without JavaScript, and by keyboard alone.
"""

import itertools

import pytest
from playwright.sync_api import expect
from tests.factories.dossiers import picture
from tests.processes import until

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.everywhere]
WAYS = {
    "a phone": {"hands": "touch"},
    "no JavaScript": {"hands": "touch", "javascript": False},
    "the keyboard alone": {"hands": "keyboard"},
}
_numbers = itertools.count(1)


@pytest.mark.parametrize("way", WAYS)
def test_a_mother_registers_a_birth(house, someone, officer, tmp_path, way):
    photo = tmp_path / "giấy chứng sinh.jpg"
    photo.write_bytes(picture())
    mother = someone(360, **WAYS[way])
    email = f"hau{next(_numbers)}@example.vn"

    given_she_has_an_account(mother, email)
    when_she_finds_the_procedure(mother)
    and_fills_in_the_form(mother, email)
    code = and_submits_it(mother)
    then_she_has_a_mail(house, email, code)

    desk = officer("tiepnhan")
    when_the_officer_asks_for_one_paper(desk, code)
    then_she_adds_it(mother, code, photo)
    when_the_desk_settles_it(desk, officer, code)
    then_she_has_her_result(mother, house, email=email, code=code)


def given_she_has_an_account(mother, email):
    mother.visit("/dang-ky/")
    mother.fill("Họ và tên", "Nguyễn Thị Hậu")
    mother.fill("Số điện thoại", f"09876{next(_numbers):05d}")
    mother.page.locator("input[name=email]").fill(email)
    for box in mother.page.locator("input[type=password]").all():
        box.fill("con đường làng dài")
    mother.press("Tạo tài khoản")
    assert "dang-ky" not in mother.page.url


def when_she_finds_the_procedure(mother):
    mother.visit("/")
    mother.page.locator("input[type=search]").fill("lam giay khai sinh cho con")
    mother.press("Tìm")
    mother.press("Đăng ký khai sinh")
    assert mother.reads("Giấy chứng sinh")
    mother.press("Nộp hồ sơ")
    mother.press("Bắt đầu")


def and_fills_in_the_form(mother, email):
    on = mother.press
    mother.choose("Trẻ tôi khai sinh không thuộc các trường hợp nêu trên.")
    on("Lưu và tiếp tục")
    mother.choose("Mẹ")
    on("Lưu và tiếp tục")
    mother.fill("Họ, chữ đệm, tên của bạn", "Nguyễn Thị Hậu")
    mother.fill("Số định danh cá nhân", "001195001234")
    on("Lưu và tiếp tục")
    mother.fill("Số điện thoại", "0912345678")
    mother.fill("Thư điện tử", email)
    mother.place(
        "Nơi cư trú", "Thành phố Hà Nội", commune="Phường Hoàn Kiếm", detail="Số 1 phố Hàng Bài"
    )
    on("Lưu và tiếp tục")
    and_tells_of_the_child(mother)
    and_tells_of_the_parents(mother)
    mother.choose("Giấy chứng sinh điện tử")
    on("Lưu và tiếp tục")
    mother.place(
        "Xã, phường, đặc khu nơi cha hoặc mẹ cư trú", "Thành phố Hà Nội", commune="Phường Hoàn Kiếm"
    )
    on("Lưu và tiếp tục")
    mother.fill("Bạn cần thêm bao nhiêu bản sao Giấy khai sinh?", "2")
    mother.choose("Tại nơi tiếp nhận hồ sơ")
    on("Lưu và tiếp tục")
    mother.choose("Tôi cam đoan nội dung khai trên là đúng sự thật")
    on("Lưu và tiếp tục")


def and_tells_of_the_child(mother):
    mother.press("Lưu và tiếp tục")
    expect(mother.page.locator("[data-error-summary]"), "empty answers are named").to_be_visible()
    mother.fill("Họ, chữ đệm, tên của trẻ", "Trần Ánh Dương")
    mother.choose("Nữ")
    mother.day("Ngày sinh", day=1, month=11, year=2026)
    mother.press("Lưu và tiếp tục")
    mother.fill("Tên bệnh viện, trạm y tế", "Trạm y tế phường Hoàn Kiếm")
    mother.place("Xã, phường, đặc khu nơi sinh", "Thành phố Hà Nội", commune="Phường Hoàn Kiếm")
    mother.press("Lưu và tiếp tục")
    mother.pick("Dân tộc", "Kinh")
    mother.pick("Quốc tịch", "Việt Nam")
    mother.place("Quê quán", "Thành phố Hà Nội", commune="Phường Hoàn Kiếm")
    mother.press("Lưu và tiếp tục")


def and_tells_of_the_parents(mother):
    mother.choose("Có")
    mother.press("Lưu và tiếp tục")
    mother.day("Ngày đăng ký kết hôn", day=12, month=5, year=2023)
    mother.fill("Nơi đăng ký", "Ủy ban nhân dân phường Hoàn Kiếm")
    mother.press("Lưu và tiếp tục")
    mother.day("Ngày, tháng, năm sinh của mẹ", day=8, month=3, year=1995)
    mother.pick("Dân tộc của mẹ", "Kinh")
    mother.pick("Quốc tịch của mẹ", "Việt Nam")
    mother.press("Lưu và tiếp tục")
    mother.fill("Họ, chữ đệm, tên của cha", "Trần Văn Nam")
    mother.fill("Số định danh cá nhân của cha", "001093004321")
    mother.day("Ngày, tháng, năm sinh của cha", day=2, month=9, year=1993)
    mother.pick("Dân tộc của cha", "Kinh")
    mother.pick("Quốc tịch của cha", "Việt Nam")
    mother.place(
        "Nơi cư trú của cha",
        "Thành phố Hà Nội",
        commune="Phường Hoàn Kiếm",
        detail="Số 1 phố Hàng Bài",
    )
    mother.press("Lưu và tiếp tục")


def and_submits_it(mother):
    assert mother.reads("Trần Ánh Dương")
    assert mother.reads("16.000 đ")
    mother.press("Nộp hồ sơ")
    code = mother.page.locator(".panel .code").first.inner_text()
    assert code.startswith("H26.00070-")
    return code


def then_she_has_a_mail(house, email, code):
    until(lambda: any(code in mail for mail in house.mails_to(email)), about="the mail")


def when_the_officer_asks_for_one_paper(desk, code):
    desk.visit("/ban-lam-viec/")
    desk.visit(f"/ban-lam-viec/ho-so/{code}/")
    assert desk.reads("Trần Ánh Dương")
    desk.page.locator("summary", has_text="Yêu cầu bổ sung").click()
    desk.choose("Giấy chứng sinh")
    desk.page.locator("#ly-do-request_supplement").fill(
        "Bệnh viện chưa gửi dữ liệu điện tử. Bạn hãy chọn “Giấy chứng sinh bằng giấy” và gửi ảnh."
    )
    desk.press("Yêu cầu bổ sung")
    assert desk.reads("Yêu cầu bổ sung giấy tờ")


def then_she_adds_it(mother, code, photo):
    mother.visit(f"/ho-so/{code}/")
    assert mother.reads("Giấy chứng sinh")
    assert mother.reads("Bệnh viện chưa gửi dữ liệu điện tử")
    mother.press("Bổ sung")
    mother.choose("Giấy chứng sinh bằng giấy")
    if not mother.page.get_by_label("Ảnh chụp Giấy chứng sinh").first.is_visible():
        mother.press("Lưu")  # without JavaScript the next question comes after saving
    mother.photograph("Ảnh chụp Giấy chứng sinh", str(photo))
    mother.press("Lưu và tiếp tục")
    mother.press("Nộp phần bổ sung")
    mother.visit(f"/ho-so/{code}/")
    assert mother.reads("Bạn đã gửi phần bổ sung")


def when_the_desk_settles_it(desk, officer, code):
    address = f"/ban-lam-viec/ho-so/{code}/"
    desk.visit(address)
    desk.press("Tiếp nhận hồ sơ")
    desk.press("Ghi nhận đã thu đủ")
    case = officer("thuly")
    case.visit(address)
    case.press("Lập dự thảo từ tờ khai")
    assert case.reads("Trần Ánh Dương")
    case.press("Trình lãnh đạo ký")
    leader = officer("lanhdao")
    leader.visit(address)
    leader.press("Phê duyệt, ký Giấy khai sinh")
    desk.visit(address)
    desk.press("Trả bản điện tử")
    assert desk.reads("Đã trả kết quả")


def then_she_has_her_result(mother, house, *, email, code):
    mother.visit(f"/ho-so/{code}/")
    assert mother.reads("Bạn đã nhận kết quả.")
    link = mother.page.get_by_role("link", name="Giấy khai sinh").first.get_attribute("href")
    paper = mother.page.request.get(house.url + link)
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF-")
    until(lambda: len(house.mails_to(email)) >= 5, about="every mail")
    mother.visit(f"/ho-so/{code}/")
    assert mother.reads("Đã báo tin cho bạn qua thư điện tử")
    assert "intact" in house.motcua("journal", "verify")
