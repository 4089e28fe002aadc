"""Counters at the desk: set up by heads, called from by officers, figures for those who answer."""

import pytest
from bs4 import BeautifulSoup
from tests.counters.office import Office, minutes
from tests.desk.conftest import Desk, words
from tests.factories import people
from tests.factories.dossiers import later

from motcua.counters import queries
from motcua.identity.values import Role

pytestmark = pytest.mark.shows("O2", "O7", "CN12", "CN25", "CN26")
AREA = "/ban-lam-viec/quay/"
SAID = {
    "co-quan": "H26.00070",
    "so": "4",
    "ten": "Hộ tịch",
    "viec": ["receive", "return"],
    "luot": ["ordinary", "priority"],
    "linh-vuc": ["Hộ tịch", "Lĩnh vực không có"],
}


@pytest.fixture
def office(ward):
    return Office()


def test_a_head_sets_a_counter_up_changes_it_and_takes_it_away(leader):
    leader.client.post(AREA + "moi-them/", SAID)
    made = queries.counters("H26.00070")[0]
    assert (made.number, made.fields) == (4, ("Hộ tịch",))
    form = BeautifulSoup(leader.client.get(f"{AREA}{made.key}/sua/").content, "html.parser")
    assert [box["value"] for box in form.select("input[name=viec][checked]")] == [
        "receive",
        "return",
    ]
    leader.client.post(f"{AREA}{made.key}/sua/", SAID | {"ten": "Chứng thực", "linh-vuc": []})
    assert queries.counters("H26.00070")[0].name == "Chứng thực"
    leader.client.post(f"{AREA}{made.key}/bo/")
    assert queries.counters("H26.00070") == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"so": "0"}, "số từ 1 đến 999"),
        ({"so": "9" * 30}, "số từ 1 đến 999"),
        ({"ten": " "}, "đặt tên quầy"),
        ({"viec": ["x"]}, "ít nhất một việc"),
        ({"luot": []}, "ít nhất một loại lượt"),
        ({"co-quan": "H14.01717"}, "cơ quan của bạn"),
    ],
)
def test_a_counter_set_up_wrongly_is_refused_with_what_was_typed(leader, changed, said):
    answer = leader.client.post(AREA + "moi-them/", SAID | changed)
    assert answer.status_code == 422
    assert said in words(answer)
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("#ten")["value"] == (SAID | changed)["ten"]


def test_hours_for_appointments_are_data(leader):
    said = {"co-quan": "H26.00070", "thu": ["0", "2"], "tu": "08:00", "den": "10:00"}
    more = {"phut": "30", "so-nguoi": "2", "truoc": "14"}
    for changed in ({"tu": "x"}, {"den": "07:00"}, {"phut": "1"}, {"so-nguoi": "-3"}, {"thu": []}):
        assert leader.client.post(AREA + "lich-hen/", said | more | changed).status_code == 422
    leader.client.post(AREA + "lich-hen/", said | more)
    rule = queries.rules_of("H26.00070")[0]
    assert (rule.weekdays, rule.capacity) == ((0, 2), 2)
    leader.client.post(f"{AREA}lich-hen/{rule.key}/bo/")
    assert queries.rules_of("H26.00070") == ()


def test_an_officer_calls_serves_and_goes_on(office, reception):
    key = office.counter(1)
    page = f"{AREA}{key}/"
    reception.client.post(page + "mo/")
    first = office.ticket(at=later())
    office.ticket(at=later())
    called = reception.client.post(page + "tiep/", follow=True)
    assert "Đang được mời: A 001" in words(called)
    reception.client.post(page + "moi-lai/")
    started = reception.client.post(page + "bat-dau/", follow=True)
    links = [a["href"] for a in BeautifulSoup(started.content, "html.parser").select("a.button")]
    assert f"/ban-lam-viec/tiep-nhan/?phieu={first}" in links
    assert f"/ban-lam-viec/ho-tro/?phieu={first}" in links
    assert "A 002" in words(reception.client.post(page + "tiep/", follow=True))
    assert queries.ticket(first).state.value == "done"
    reception.client.post(page + "vang/")
    left = reception.client.get(page)
    assert "Khách đã quay lại A 002" in words(left)
    assert "Không còn ai chờ quầy này" in words(reception.client.post(page + "tiep/", follow=True))


def test_a_step_that_cannot_be_made_is_said_and_changes_nothing(office, reception):
    key = office.counter(1)
    answer = reception.client.post(f"{AREA}{key}/tiep/")
    assert answer.status_code == 409
    assert "không ngồi ở quầy này" in words(answer)
    reception.client.post(f"{AREA}{key}/mo/")
    for step, typed in (("chuyen", {"quay": "x"}), ("quay-lai", {"phieu": "\x00"}), ("xong", {})):
        assert reception.client.post(f"{AREA}{key}/{step}/", typed).status_code == 409


def test_handing_a_result_back_keeps_the_ticket_in_the_address(office, reception):
    address = AREA + "tra-ket-qua/"
    answer = reception.client.get(address, {"ma": "H26.00070-260316-0001", "phieu": "abc"})
    assert answer.url.endswith("/ho-so/H26.00070-260316-0001/tra-ket-qua/?phieu=abc")
    for wrong in ("", "../x", "//x"):
        assert reception.client.get(address, {"ma": wrong}).url == AREA


def test_a_head_closes_what_somebody_forgot(office, leader):
    key, _ = office.staffed(1)
    leader.client.post(f"{AREA}{key}/dong/")
    assert not queries.counters("H26.00070")[0].open


def test_waiting_is_drawn_and_stands_in_a_table(office, leader):
    place = office.staffed(1)
    for number in range(4):
        office.ticket(at=minutes(0))
        office.served(place, at=minutes(10 + number * 5), length=4)
    for by in ("gio", "ngay", "viec", "x"):
        page = leader.client.get(
            AREA + "thoi-gian-cho/", {"tu": "2026-03-16", "den": "2026-03-16", "theo": by}
        )
        assert "4 người đã phục vụ" in words(page)
        assert "15 phút chờ" in words(page)
        assert BeautifulSoup(page.content, "html.parser").select("table, .chart")
    for tu, den in (("x", "y"), ("1900-01-01", "2999-01-01"), ("2026-03-17", "2026-03-16")):
        asked = {"tu": tu, "den": den, "noi": "H14"}
        assert leader.client.get(AREA + "thoi-gian-cho/", asked).status_code == 200


def test_others_see_nothing_of_these_counters(office, ward):
    key = office.counter(1)
    viewer = people.officer(Role.RECEPTIONIST, "H14.01717")
    stranger = Desk(viewer, people.logged_in(viewer))
    assert stranger.client.get(f"{AREA}{key}/").status_code == 404
    assert stranger.client.post(f"{AREA}{key}/mo/").status_code == 404
    assert "chưa có quầy nào" in words(stranger.client.get(AREA))
