"""The kiosk, one's ticket, the board and appointments, as anybody meets them."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from icalendar import Calendar
from tests.counters.office import Office
from tests.desk.conftest import words
from tests.factories import dossiers
from tests.factories.dossiers import BIRTH, later
from tests.procedures.search_samples import fill

from motcua.counters import actions, queries
from motcua.portal.views import counters as kiosk
from motcua.web import clock

pytestmark = pytest.mark.shows("O2", "P3", "CN12")
HALL = "/quay/H26.00070/"
SAID = {"viec": "receive:", "ten": "Nguyễn Thị Hậu", "dien-thoai": "0912 345 678"}


@pytest.fixture
def now(monkeypatch):
    at = later(hours=1)
    monkeypatch.setattr(clock, "now", lambda: at)
    return at


@pytest.fixture
def office(db, now):
    dossiers.country()
    dossiers.services()
    office = Office()
    office.slots()
    return office


@pytest.fixture
def anybody(office):
    return Client()


def test_a_press_draws_a_ticket_that_says_where_one_stands(office, anybody):
    office.staffed(1)
    office.ticket(at=later())
    drawn = anybody.post(HALL + "lay-so/", {"viec": "receive:", "quay": "1"}, follow=True)
    said = words(drawn)
    assert "A 002" in said
    assert "Còn 1 người trước bạn" in said
    assert "chưa đủ người làm xong để ước chừng" in said
    assert drawn.redirect_chain[-1][0].endswith("?quay=1")
    page = BeautifulSoup(drawn.content, "html.parser")
    assert page.select_one(".ticket__code svg")
    assert not page.select("input[name=ten], input[name=dien-thoai]")


def test_nonsense_at_the_kiosk_is_refused_and_said(office, anybody):
    office.counter(1)
    for typed in ({}, {"viec": "x" * 9999}, {"viec": "receive:Thuế\x00"}):
        answer = anybody.post(HALL + "lay-so/", typed)
        assert answer.status_code == 422
        assert "chọn việc bạn đến làm" in words(answer)
    assert anybody.get("/quay/H99.1/lay-so/").status_code == 404
    assert anybody.get("/phieu/2b0d7b3d-5f0e-4f8f-9d0e-0b3f3a7c1f11/").status_code == 404


def test_one_place_cannot_empty_the_roll(office, anybody, monkeypatch):
    monkeypatch.setattr(kiosk, "TAKING", 3)
    office.counter(1)
    codes = [anybody.post(HALL + "lay-so/", {"viec": "receive:"}).status_code for _ in range(4)]
    assert codes == [302, 302, 302, 429]


def test_the_board_says_who_goes_where(office, anybody, now):
    key, by = office.staffed(3)
    office.ticket(at=now)
    assert "Chưa mời số nào" in words(anybody.get(HALL + "bang/"))
    ticket = actions.call_next(counter=key, by=by, at=now)
    page = BeautifulSoup(anybody.get(HALL + "bang/").content, "html.parser")
    assert page.select_one("[data-say]")["data-say"] == "Mời số A 0 0 1 đến quầy 3"
    assert page.select_one("noscript meta[http-equiv=refresh]")
    assert "Mời bạn đến quầy 3" in words(anybody.get(f"/phieu/{ticket}/"))


def book(anybody, office, **changed):
    slot = office.free(at=clock.now())[0].value
    return anybody.post(HALL + "dat-lich/", {"gio": slot, **SAID, **changed})


def test_a_time_is_booked_kept_in_ones_calendar_and_turned_into_a_ticket(
    office, anybody, monkeypatch
):
    office.counter(1)
    booked = book(anybody, office)
    code = re.search(r"/lich-hen/(\w+)/", booked.url)[1]
    seen = words(anybody.get(booked.url))
    assert code in seen
    assert "Hậu" not in seen
    file = anybody.get(f"/lich-hen/{code}/lich.ics")
    event = Calendar.from_ical(file.content).walk("VEVENT")[0]
    assert event.decoded("dtstart") == queries.appointment(code).starts_at
    assert anybody.get("/lich-hen/", {"ma": code.lower()}).url == f"/lich-hen/{code}/"
    at = queries.appointment(code).starts_at - timedelta(minutes=5)
    monkeypatch.setattr(clock, "now", lambda: at)
    arrived = anybody.post(HALL + "den-hen/", {"ma": code}, follow=True)
    assert "Có hẹn" in words(arrived)
    assert "A 001" in words(arrived)


def test_moving_and_cancelling_need_the_code_alone(office, anybody):
    office.counter(1)
    address = book(anybody, office).url
    later_slot = office.free(at=clock.now())[1]
    anybody.post(address + "doi/", {"gio": later_slot.value})
    code = address.split("/")[2]
    assert queries.appointment(code).starts_at == later_slot.starts_at
    assert "Đã hủy" in words(anybody.post(address + "huy/", follow=True))
    again = anybody.post(address + "huy/")
    assert again.status_code == 409
    assert "không đổi hay hủy được nữa" in words(again)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ten": ""}, "nhập họ và tên"),
        ({"dien-thoai": "12"}, "nhập đủ 10 số"),
        ({"gio": "hôm nay"}, "chọn một giờ còn chỗ"),
        ({"gio": "@" * 5000}, "chọn một giờ còn chỗ"),
        ({"viec": "\x00"}, "chọn việc bạn đến làm"),
    ],
)
def test_what_was_typed_stays_when_something_is_missing(office, anybody, changed, said):
    office.counter(1)
    answer = book(anybody, office, **changed)
    assert answer.status_code == 422
    assert said in words(answer)
    typed = {**SAID, **changed}
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("#ten")["value"] == typed["ten"]
    assert page.select_one("#dien-thoai")["value"] == typed["dien-thoai"]


def test_guessing_codes_ends_soon(office, anybody):
    office.counter(1)
    codes = [anybody.get(f"/lich-hen/HABC{number:04d}/").status_code for number in range(32)]
    assert codes[0] == 404
    assert codes[-1] == 429


def test_a_procedure_leads_to_booking_for_its_field(office, anybody):
    fill()
    office.counter(1, businesses=("receive",), fields=("Hộ tịch",))
    office.counter(2, businesses=("receive",))
    assert f"/quay/?thu-tuc={BIRTH}" in anybody.get(f"/thu-tuc/{BIRTH}/").content.decode()
    assert f"dat-lich/?thu-tuc={BIRTH}" in anybody.get(f"/quay/?thu-tuc={BIRTH}").content.decode()
    form = anybody.get(HALL + "dat-lich/", {"thu-tuc": BIRTH})
    page = BeautifulSoup(form.content, "html.parser")
    assert page.select_one("input[name=viec][checked]")["value"] == "receive:Hộ tịch"
