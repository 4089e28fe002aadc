"""Petitions: by anybody, answered in ten working days, read by those it concerns. Ratings: once."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from tests.desk.conftest import words
from tests.factories import dossiers, people
from tests.factories.settling import settled

from motcua.feedback import actions, queries
from motcua.feedback.values import Cause, PetitionStatus, Satisfaction
from motcua.identity.values import Role
from motcua.kernel.calendar import HANOI
from motcua.web import clock

FORM = "/phan-anh/"
DESK = "/ban-lam-viec/phan-anh/"
TYPED = {
    "loai": "service",
    "co-quan.province": "01",
    "co-quan.commune": "00070",
    "noi-dung": "Tôi chờ ba buổi mà chưa có ai trả lời về hồ sơ của tôi.",
    "ten": "Giàng A Páo",
    "dien-thoai": "0912 345 678",
    "cong-khai": "yes",
}


@pytest.fixture(autouse=True)
def _in_the_morning(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: dossiers.later(days=3))


@pytest.fixture
def officer(ward):
    return people.officer(Role.PETITION_OFFICER)


def sent(typed=TYPED):
    shown = Client().post(FORM, typed)
    assert shown.status_code == 201, words(shown)
    code = re.search(r"PA-\d{6}-\d{4}", shown.content.decode())[0]
    return queries.petition(viewer=people.officer(Role.PETITION_OFFICER), code=code), shown


@pytest.mark.shows("P6", "P9")
def test_anybody_sends_one_and_follows_it_by_two_codes(officer):
    found, shown = sent()

    assert found.due_at.astimezone(HANOI).isoformat() == "2026-04-02T17:00:00+07:00"
    link = re.search(r'href="(/phan-anh/tra-cuu/[^"]*)"', shown.content.decode())[1]
    followed = words(Client().get(link.replace("&amp;", "&")))
    assert "Đã nhận, chờ phân công" in followed
    assert "Giàng A Páo" not in followed
    assert Client().get(f"/phan-anh/tra-cuu/?ma={found.code}&kiem-tra=AAAAAA").status_code == 404


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"loai": "x"}, "Bạn hãy chọn điều bạn muốn nói"),
        ({"noi-dung": "ngắn"}, "Bạn hãy kể lại sự việc"),
        ({"noi-dung": "x" * 4001}, "Bạn hãy kể lại sự việc"),
        ({"ten": " "}, "Bạn hãy cho biết tên"),
        ({"dien-thoai": "12"}, "số điện thoại hoặc thư điện tử đúng"),
        ({"thu": "khong phai thu"}, "số điện thoại hoặc thư điện tử đúng"),
        ({"co-quan.province": "", "co-quan.commune": ""}, "Bạn hãy chọn cơ quan"),
        ({"co-quan.province": "99", "co-quan.commune": "99999"}, "Bạn hãy chọn cơ quan"),
    ],
)
def test_what_is_missing_is_named_and_the_rest_is_kept(officer, typed, sentence):
    shown = Client().post(FORM, TYPED | typed)
    assert shown.status_code == 422
    assert sentence in words(shown)
    assert (TYPED | typed)["ten"].strip() in shown.content.decode()
    assert queries.petitions(viewer=officer) == ()


@pytest.mark.shows("P6", "O8")
def test_an_officer_takes_it_up_and_answers_and_the_answer_is_public(officer):
    found, _ = sent()
    desk = people.logged_in(officer)
    assert found.code in words(desk.get(DESK))

    desk.post(f"{DESK}{found.code}/", {"viec": "nhan"})
    desk.post(
        f"{DESK}{found.code}/",
        {"viec": "tra-loi", "tra-loi": "Hồ sơ đã có kết quả hôm nay.", "cong-khai": "yes"},
    )

    answered = queries.petition(viewer=officer, code=found.code)
    public = words(Client().get("/gop-y/"))
    assert (answered.status, answered.officer_name) == (PetitionStatus.ANSWERED, "Lê Thị Hoa")
    assert "Hồ sơ đã có kết quả hôm nay." in public
    assert "Giàng A Páo" not in public
    assert found.code not in words(desk.get(DESK))


def test_nothing_is_public_without_its_authors_consent(officer):
    found, _ = sent({key: value for key, value in TYPED.items() if key != "cong-khai"})
    actions.answer_petition(
        code=found.code, answer="Cảm ơn bạn.", publish=True, by=officer, at=clock.now()
    )
    assert queries.published() == ()


def test_it_can_be_passed_on_and_then_others_read_it(officer):
    found, _ = sent()
    people.agency("H14.01717")
    elsewhere = people.officer(Role.PETITION_OFFICER, "H14.01717")
    desk = people.logged_in(officer)
    refused = desk.post(f"{DESK}{found.code}/", {"viec": "chuyen", "co-quan": "H99"})
    assert refused.status_code == 409

    desk.post(f"{DESK}{found.code}/", {"viec": "chuyen", "co-quan": "H14.01717"})

    assert queries.petition(viewer=officer, code=found.code) is None
    assert [one.code for one in queries.petitions(viewer=elsewhere)] == [found.code]


def test_a_late_answer_is_taken_and_told_to_be_late(officer):
    found, _ = sent()
    late = found.due_at + timedelta(days=1)
    assert found.is_late(late)
    actions.answer_petition(code=found.code, answer="Xin lỗi vì chậm.", by=officer, at=late)
    with pytest.raises(actions.FeedbackRefused):
        actions.answer_petition(code=found.code, answer="Lần nữa.", by=officer, at=late)
    assert queries.petition(viewer=officer, code=found.code).is_late(late)


def test_too_many_from_one_place_are_put_off(officer):
    answers = [Client().post(FORM, TYPED).status_code for _ in range(11)]
    assert answers == [201] * 10 + [429]


@pytest.mark.shows("P7", "P9")
def test_the_applicant_rates_once_when_the_result_is_there(mother):
    code = settled(mother, hours=2)
    browser = people.logged_in(mother)
    page = f"/ho-so/{code}/danh-gia/"
    assert "chưa hài lòng" in words(browser.get(page))

    assert browser.post(page, {"hai-long": "dissatisfied"}).status_code == 409
    assert browser.post(page, {"hai-long": "dissatisfied", "ly-do": "portal"}).status_code == 302
    assert browser.post(page, {"hai-long": "satisfied"}).status_code == 409

    assert "Bạn đã đánh giá: Không hài lòng" in words(browser.get(page))
    tally = queries.satisfaction(path="H26.", since=dossiers.MORNING, asked=4)
    assert (tally.no, tally.given, tally.satisfied) == (1, 1, 0.0)
    assert tally.causes == ((Cause.PORTAL, 1),)


def test_nobody_rates_before_the_result_or_for_somebody_else(mother):
    stranger = people.citizen(full_name="Giàng A Páo")
    waiting, ended = dossiers.submitted(mother), settled(mother, hours=2)
    for by, code in ((mother, waiting), (stranger, ended), (people.officer(Role.APPROVER), ended)):
        with pytest.raises(actions.FeedbackRefused):
            actions.rate(code=code, satisfaction=Satisfaction.VERY, by=by, at=clock.now())


@pytest.mark.shows("P9")
def test_the_assistant_finds_what_the_guides_say_and_leads_to_a_person(ward):
    shown = words(Client().get("/hoi-dap/", {"q": "khai sinh cho con"}))
    nothing = words(Client().get("/hoi-dap/", {"q": "xyzzy"}))
    assert "Gửi câu hỏi cho cơ quan" in shown
    assert "Chưa tìm thấy câu trả lời" in nothing
