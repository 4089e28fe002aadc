"""The counter on a real screen: a signature drawn, pages that everybody can use."""

import pytest
from playwright.sync_api import expect
from tests.browser import assert_accessible, carry_session, screenshot
from tests.factories import dossiers, people, settling
from tests.factories.helping import volunteer

from motcua.dossiers import actions
from motcua.dossiers.queries.returning import hand_back
from motcua.dossiers.values import Channel
from motcua.identity.values import Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DESK = "/ban-lam-viec/"


@pytest.fixture
def officers():
    dossiers.country()
    dossiers.services()
    roles = (Role.RECEPTIONIST, Role.CASE_OFFICER, Role.APPROVER)
    return [people.officer(role) for role in roles]


@pytest.fixture
def at_work(live_server, page_at):
    def open_page(viewer, path, *, width=1280):
        page = page_at(width)
        carry_session(page, people.logged_in(viewer), live_server.url)
        page.goto(live_server.url + path)
        assert_accessible(page)
        screenshot(page, path.replace("/", "-")[-60:] + str(width))
        return page

    return open_page


@pytest.mark.shows("CN18", "CN19", "O2")
@pytest.mark.parametrize("width", [320, 1280])
def test_a_result_is_signed_for_with_a_finger(officers, at_work, width):
    mother = people.citizen(full_name="Nguyễn Thị Hậu")
    code = settling.resolved(mother, *officers)
    page = at_work(officers[0], f"{DESK}ho-so/{code}/tra-ket-qua/", width=width)
    page.get_by_label("Số định danh trên thẻ").fill("001195001234")
    sheet = page.locator("canvas")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=6)
    page.mouse.up()
    page.get_by_role("button", name="Trả kết quả").click()
    page.wait_for_url("**/bien-nhan-tra/")

    assert_accessible(page)
    screenshot(page, f"receipt-{width}")
    done = hand_back(viewer=officers[0], code=code)
    assert done.signature.startswith("M")
    assert done.signature.count("L") >= 5
    assert done.matched


@pytest.mark.shows("CN12", "O2", "O4")
def test_the_counters_pages_are_for_everybody(officers, at_work):
    reception, _, head = officers
    at_work(head, f"{DESK}khong-nhan-giay/")
    actions.set_no_paper(
        agency_code="H26.00070",
        service_code="",
        weekdays=(),
        from_on=dossiers.MORNING.date(),
        to_on=None,
        reason="Thí điểm ngày không giấy của phường",
        by=head,
        at=dossiers.MORNING,
    )
    at_work(head, f"{DESK}khong-nhan-giay/", width=320)
    at_work(reception, f"{DESK}tiep-nhan/", width=320)
    key = actions.begin_intake(
        service_code=dossiers.BIRTH,
        channel=Channel.COUNTER,
        reception_code="H26.00070",
        by=reception,
        at=dossiers.MORNING,
        exception="Mất điện thoại",
    )
    for width in (320, 1280):
        page = at_work(reception, f"{DESK}tiep-nhan/{key}/giay-to/", width=width)
    with page.expect_navigation():
        page.get_by_role("button", name="Ghi giấy tờ").click()
    assert_accessible(page)


@pytest.mark.shows("CN12", "P1")
def test_helping_on_a_phone(officers, at_work):
    person = people.citizen(full_name="Nguyễn Thị Hậu")
    page = at_work(volunteer(), f"{DESK}ho-tro/", width=320)
    page.get_by_label("Số định danh, số điện thoại").fill(person.citizen.phone)
    page.get_by_role("button", name="Gửi mã").click()
    page.get_by_label("Mã 6 số").fill("12")
    page.get_by_role("button", name="Bắt đầu hỗ trợ").click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    assert_accessible(page)
    screenshot(page, "code-320")
