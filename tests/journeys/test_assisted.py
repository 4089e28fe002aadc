"""A grandmother without an account is helped by a volunteer, from consent to the end of access."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.processes import until

pytestmark = [
    pytest.mark.journey,
    pytest.mark.beside,
    pytest.mark.slow,
    pytest.mark.shows("CN01", "CN12", "P1", "P2", "P3", "O2"),
]
PHONE = "0977000123"
SAVED = "Lưu và tiếp tục"


def test_a_grandmother_is_helped_by_a_volunteer(house, officer, someone):
    volunteer = officer("hotro", width=360)

    when_they_open_an_account_together(volunteer)
    and_she_reads_out_her_code_and_agrees(volunteer, house)
    code = then_they_submit_together(volunteer)
    and_her_application_closes_when_help_ends(volunteer, code)
    grandmother = someone(360)
    then_she_sets_her_password_by_the_link(grandmother, house)
    and_reads_who_helped_her(grandmother, code)
    assert any(code in text for text in messages(house))


def messages(house) -> list[str]:
    """Give the short messages that came to her phone."""
    folder = Path(house.env["MOTCUA_HOME"]) / "messages" / "sms"
    written = [json.loads(file.read_text("utf-8")) for file in folder.glob("*.json")]
    return [one["text"] for one in written if one["to"].endswith(PHONE[1:])]


def message(house, pattern: str) -> str:
    """Wait for a message to her and give what it tells."""

    def found():
        return [hit[1] for text in messages(house) if (hit := re.search(pattern, text))]

    until(found, about=pattern)
    return found()[-1]


def when_they_open_an_account_together(volunteer):
    volunteer.visit("/ban-lam-viec/ho-tro/")
    assert volunteer.reads("Bạn chưa hỗ trợ ai")
    volunteer.press("Người dân chưa có tài khoản")
    volunteer.fill("Họ và tên", "Lò Thị Panh")
    volunteer.fill("Số định danh cá nhân", "001152000777")
    volunteer.fill("Số điện thoại của người dân", PHONE)
    volunteer.press("Mở tài khoản và gửi mã")


def and_she_reads_out_her_code_and_agrees(volunteer, house):
    code = message(house, r"Mã hỗ trợ: (\d{6})")
    volunteer.fill("Mã 6 số", code)
    volunteer.press("Bắt đầu hỗ trợ")
    expect(volunteer.page.locator("[data-error-summary]"), "nobody agreed yet").to_be_visible()
    volunteer.choose("Tôi là người được hỗ trợ")
    volunteer.fill("Mã 6 số", code)
    volunteer.press("Bắt đầu hỗ trợ")
    assert "Bạn đang hỗ trợ Lò Thị Panh" in volunteer.page.locator(".helping").inner_text()


def then_they_submit_together(volunteer) -> str:
    volunteer.visit("/nop-ho-so/2.000635/")
    volunteer.press("Bắt đầu")
    volunteer.choose("Giấy khai sinh")
    volunteer.choose("Của tôi")
    volunteer.press(SAVED)
    assert volunteer.page.get_by_label("Họ, chữ đệm, tên của bạn").input_value() == "Lò Thị Panh"
    volunteer.press(SAVED)
    volunteer.place(
        "Nơi cư trú", "Thành phố Hà Nội", commune="Phường Hoàn Kiếm", detail="Số 1 phố Hàng Bài"
    )
    volunteer.press(SAVED)
    volunteer.place("Xã, phường, đặc khu", "Thành phố Hà Nội", commune="Phường Hoàn Kiếm")
    volunteer.press(SAVED)
    volunteer.fill("Bạn cần bao nhiêu bản sao?", "1")
    volunteer.page.locator("input[name='fee.exemption'][value=none]").check()
    volunteer.page.locator("input[name='result.delivery'][value=counter]").check()
    volunteer.press(SAVED)
    volunteer.page.locator("input[name='declaration.truth']").check()
    volunteer.press(SAVED)
    volunteer.press("Nộp hồ sơ")
    return volunteer.page.locator(".panel .code").first.inner_text()


def and_her_application_closes_when_help_ends(volunteer, code):
    volunteer.visit(f"/ho-so/{code}/")
    assert volunteer.reads("có Hoàng Gia Bảo")
    volunteer.press("Kết thúc hỗ trợ")
    assert volunteer.reads("L. T. P.")
    assert not volunteer.reads("Lò Thị Panh")
    answer = volunteer.page.goto(f"{volunteer.url}/ho-so/{code}/")
    assert answer.status == 404


def then_she_sets_her_password_by_the_link(grandmother, house):
    link = message(house, r"(/dang-nhap/mat-khau-dau-tien/\S+)")
    grandmother.visit(link)
    grandmother.fill("Mật khẩu mới", "con đường làng dài")
    grandmother.press("Đặt mật khẩu")
    grandmother.log_in(PHONE, "con đường làng dài")


def and_reads_who_helped_her(grandmother, code):
    grandmother.visit("/tai-khoan/ho-tro/")
    assert grandmother.reads("Hoàng Gia Bảo")
    assert grandmother.reads(code)
    grandmother.visit(f"/ho-so/{code}/")
    assert grandmother.reads(code)
