"""The pages of accounts as people meet them: on a telephone, without scripts, judged by axe."""

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible, screenshot
from tests.factories.people import PASSWORD, SECRET, officer

from motcua.identity.rules.one_time import code_at
from motcua.web import clock

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def then_the_page_is(page, title, name):
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    screenshot(page, f"account-{name}")
    assert_accessible(page)


def test_a_citizen_opens_an_account_on_a_telephone_and_leaves(live_server, page_at):
    page = page_at(360)
    page.goto(f"{live_server.url}/dang-nhap/")
    then_the_page_is(page, "Đăng nhập", "log-in")
    page.get_by_role("link", name="Tạo tài khoản").click()
    then_the_page_is(page, "Tạo tài khoản", "register")
    page.get_by_label("Họ và tên").fill("Trần Thị Mai")
    page.get_by_label("Số điện thoại").fill("0912")
    with page.expect_navigation():
        page.get_by_role("button", name="Tạo tài khoản").click()
    then_the_page_is(page, "Tạo tài khoản", "register-wrong")
    expect(page.get_by_label("Họ và tên")).to_have_value("Trần Thị Mai")
    page.get_by_label("Số điện thoại").fill("0912 345 678")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Tạo tài khoản").click()
    page.goto(f"{live_server.url}/tai-khoan/")
    then_the_page_is(page, "Tài khoản của bạn", "own")
    page.goto(f"{live_server.url}/tai-khoan/thong-tin/")
    then_the_page_is(page, "Thông tin của bạn", "details")
    page.get_by_role("button", name="Đăng xuất").click()
    then_the_page_is(page, "Bạn đã đăng xuất", "gone")


def test_an_officer_comes_in_with_a_code(live_server, page_at):
    officer(username="hoa")
    page = page_at(360)
    page.goto(f"{live_server.url}/dang-nhap/?next=/tai-khoan/")
    page.get_by_label("Số điện thoại, thư điện tử hoặc tên đăng nhập").fill("hoa")
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button", name="Đăng nhập").click()
    then_the_page_is(page, "Đăng nhập", "log-in-wrong")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    then_the_page_is(page, "Nhập mã xác thực", "code")
    page.get_by_label("Mã 6 số").fill(code_at(SECRET, clock.now()))
    page.get_by_role("button", name="Tiếp tục").click()
    then_the_page_is(page, "Tài khoản của bạn", "own-officer")


@pytest.mark.parametrize(
    "address", ["/khong-co/", "/dang-nhap/quen-mat-khau/", "/dang-nhap/?ngon-ngu=en"]
)
def test_pages_on_the_side_are_accessible(live_server, page_at, address):
    page = page_at(360)
    page.goto(f"{live_server.url}{address}")
    assert_accessible(page)
