"""A number drawn on a small screen is called on the board; a time booked beforehand is kept."""

from datetime import timedelta

import pytest
from tests.browser import assert_accessible, carry_session, screenshot
from tests.counters.office import Office
from tests.factories import dossiers, people
from tests.factories.dossiers import MORNING

from motcua.counters import queries
from motcua.identity.values import Role
from motcua.web import clock

pytestmark = [
    pytest.mark.journey,
    pytest.mark.beside,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.shows("O2", "P3", "CN12"),
]
HALL = "/quay/H26.00070/"
SPOKEN = """() => {
  window.spoken = [];
  window.speechSynthesis.getVoices = () => [{lang: "vi-VN"}];
  window.speechSynthesis.speak = (one) => window.spoken.push(one.text);
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


@pytest.fixture
def office(transactional_db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    dossiers.country()
    dossiers.services()
    office = Office()
    office.counter(3, name="Hộ tịch")
    office.slots()
    return office


def look(page, name):
    assert_accessible(page)
    screenshot(page, f"queue-{name}-{page.viewport_size['width']}")
    return page.locator("main").inner_text()


def press(page, words):
    with page.expect_navigation():
        page.get_by_role("button", name=words).first.click()


def test_from_the_kiosk_to_the_counter_and_from_a_booking(
    live_server, page_at, office, monkeypatch
):
    url = live_server.url
    officer = people.officer(Role.RECEPTIONIST)
    desk, kiosk, hall = page_at(1280), page_at(360, javascript=False), page_at(1280)
    carry_session(desk, people.logged_in(officer), url)

    when_the_counter_opens(desk, url)
    number = somebody_draws_a_number(kiosk, url)
    the_board_waits(hall, url)
    the_officer_calls(desk, number)
    the_board_says_so_aloud(hall)
    and_the_telephone_too(kiosk)
    they_are_served(desk)
    code = somebody_books_on_a_telephone(page_at(360), url)
    starts_at = queries.appointment(code).starts_at
    monkeypatch.setattr(clock, "now", lambda: starts_at - timedelta(minutes=4))
    and_arrives_in_time(kiosk, url, code)


def when_the_counter_opens(page, url):
    page.goto(f"{url}/ban-lam-viec/quay/")
    look(page, "counters")
    press(page, "Ngồi quầy này")
    assert "Không còn ai chờ" in look(page, "counter-empty")


def somebody_draws_a_number(page, url):
    page.goto(url + HALL + "lay-so/")
    page.get_by_label("Tôi là người cao tuổi").check()
    press(page, "Nộp hồ sơ")
    words = page.locator("main").inner_text()
    assert "Ưu tiên" in words
    assert "Bạn là người tiếp theo" in words
    return page.locator("h1").inner_text().split(":")[-1].strip()


def the_board_waits(page, url):
    page.add_init_script(f"({SPOKEN})()")
    page.goto(url + HALL + "bang/")
    assert "Chưa mời số nào" in look(page, "board-empty")
    page.get_by_role("button", name="Đọc to số được mời").click()


def the_officer_calls(page, number):
    press(page, "Mời số tiếp theo")
    assert f"Đang được mời: {number}" in look(page, "counter-called")


def the_board_says_so_aloud(page):
    said = "Mời số A 0 0 1 đến quầy 3"
    page.get_by_role("status").filter(has_text=said).wait_for()
    assert page.evaluate("window.spoken") == [said]
    assert "A 001" in look(page, "board-called")


def and_the_telephone_too(page):
    page.reload()
    assert "Mời bạn đến quầy 3" in page.locator("main").inner_text()


def they_are_served(page):
    press(page, "Khách đã đến, bắt đầu")
    assert "Làm tiếp việc của khách" in look(page, "counter-serving")
    page.get_by_role("button", name="Xong", exact=True).click()
    page.get_by_role("button", name="Mời số tiếp theo").wait_for()


def somebody_books_on_a_telephone(page, url):
    page.goto(url + HALL + "dat-lich/")
    look(page, "book")
    page.get_by_label("09:30").check()
    page.get_by_label("Nộp hồ sơ").check()
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Hậu")
    press(page, "Đặt lịch hẹn")
    assert "chưa đúng" in look(page, "book-wrong")
    page.get_by_label("Số điện thoại").fill("0912 345 678")
    press(page, "Đặt lịch hẹn")
    assert "09:30 ngày 16/03/2026" in look(page, "booked")
    return page.url.rstrip("/").rpartition("/")[2]


def and_arrives_in_time(page, url, code):
    page.goto(url + HALL + "lay-so/")
    page.get_by_label("Mã lịch hẹn").fill(code.lower())
    press(page, "Tôi đã đến")
    words = page.locator("main").inner_text()
    assert "A 002" in words
    assert "Có hẹn" in words
