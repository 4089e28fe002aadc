"""The ways of a dossier on both sides: what is asked, owed, promised anew, refused."""

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible, carry_session, screenshot, wider_than
from tests.factories import people
from tests.factories.dossiers import birth_answers, later, photo, submitted

from motcua.dossiers import actions
from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.asking import Extension, Obligation
from motcua.workflow.values import Move

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ASKED = (
    SupplementItem("birth_notice", "Giấy chứng sinh", "missing", "Chụp rõ cả hai mặt."),
    SupplementItem("child.full_name", "Họ, chữ đệm, tên con", "incorrect", "Như giấy chứng sinh."),
    SupplementItem("mother.born_on", "Ngày sinh của mẹ", "out_of_date", ""),
)
SURVEY = Obligation("Phí xác minh tại nơi đăng ký trước đây", 1_200_000, "Nghị quyết 05/2024")


def do(code, move, by, **how):
    actions.perform(code=code, move=move, by=by.viewer, at=later(minutes=10), **how)


@pytest.fixture
def asked(mother, reception):
    """Give a dossier for which three things are asked."""
    code = submitted(mother, answers=birth_answers(**{"copies.count": 2}))
    do(code, Move.REQUEST_SUPPLEMENT, reception, reason="Chưa khớp.", items=ASKED)
    return code


@pytest.fixture
def refused(mother, request):
    """Give a dossier that was extended, and ended with a decision that refuses it."""
    reception, clerk, leader = map(request.getfixturevalue, ("reception", "clerk", "leader"))
    code = submitted(mother, answers=birth_answers(**{"copies.count": 2}))
    do(code, Move.ACCEPT, reception)
    do(code, Move.EXTEND, leader, reason="Chờ xác minh.", terms=Extension("verification"))
    actions.draft_refusal(
        code=code,
        reason="Cha mẹ đã đăng ký khai sinh cho con tại xã khác.",
        legal_basis="Điều 16 Luật Hộ tịch 60/2014/QH13",
        by=clerk.viewer,
        at=later(minutes=20),
    )
    do(code, Move.PROPOSE, clerk)
    do(code, Move.RESOLVE, leader)
    return code


@pytest.fixture
def owing(mother, reception, clerk):
    """Give a dossier that waits for money."""
    code = submitted(mother, answers=birth_answers(**{"copies.count": 2}))
    do(code, Move.ACCEPT, reception)
    do(code, Move.REQUEST_PAYMENT, clerk, reason="Phải xác minh ở tỉnh khác.", terms=SURVEY)
    return code


def looks_right(page, address, *, name, width):
    page.goto(address)
    assert_accessible(page)
    screenshot(page, f"{name}-{width}")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_applicant_sees_what_to_amend_to_pay_and_why(
    live_server, page_at, mother, asked, refused, owing, width
):
    page = page_at(width)
    carry_session(page, people.logged_in(mother), live_server.url)
    for code, name in ((asked, "can-bo-sung"), (owing, "can-nop-tien"), (refused, "tu-choi")):
        looks_right(page, f"{live_server.url}/ho-so/{code}/", name=name, width=width)
    page.goto(f"{live_server.url}/ho-so/{asked}/")
    page.get_by_role("button", name="Bổ sung ngay").click()
    page.get_by_role("link", name="Họ, chữ đệm, tên con").first.click()
    page.get_by_text("Như giấy chứng sinh.").first.wait_for()
    page.locator("[id='child.full_name']").fill("Trần Ánh Dương Mai")
    page.get_by_role("button", name="Lưu và tiếp tục").last.click()
    page.get_by_role("heading", name="Bạn đã sửa").wait_for()
    looks_right(page, page.url, name="sua-gi", width=width)
    page.get_by_text("Không phải sửa").wait_for()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_desk_works_every_way_without_scripts(
    live_server, page_at, mother, leader, clerk, reception, asked, width
):
    key = actions.start_supplement(code=asked, by=mother, at=later(minutes=20))
    photo(key, by=mother)
    typed = {"child.full_name": "Trần Ánh Dương Mai", "proof.kind": "notice"}
    actions.save_answers(draft=key, answers=typed, by=mother, at=later(minutes=20))
    actions.submit(draft=key, by=mother, at=later(minutes=30))
    address = f"{live_server.url}/ban-lam-viec/ho-so/{asked}/"
    desk = page_at(width, javascript=False)
    carry_session(desk, reception.client, live_server.url)
    desk.goto(address)
    expect(desk.get_by_text("Trước: Trần Ánh Dương", exact=True)).to_be_visible()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Tiếp nhận hồ sơ").click()
    carry_session(desk, clerk.client, live_server.url)
    desk.goto(address)
    desk.locator("summary", has_text="Yêu cầu thanh toán").click()
    assert wider_than(desk, width) == []
    screenshot(desk, f"ban-thanh-toan-{width}")
    carry_session(desk, leader.client, live_server.url)
    desk.goto(address)
    desk.locator("summary", has_text="Xin lỗi và hẹn lại").click()
    assert wider_than(desk, width) == []
    screenshot(desk, f"ban-hen-lai-{width}")
    desk.get_by_label("Ngày", exact=True).fill("20")
    desk.get_by_label("Tháng").fill("3")
    desk.get_by_label("Năm").fill("2026")
    desk.get_by_label("Lý do").last.fill("Chờ xác minh ở xã khác.")
    desk.get_by_role("button", name="Xin lỗi và hẹn lại ngày trả").click()
    expect(desk.get_by_text("Ngày hẹn đầu tiên:")).to_be_visible()
    screenshot(desk, f"ban-da-hen-lai-{width}")
