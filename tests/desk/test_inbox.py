"""The inbox: what waits for me, the most urgent first."""

import re
from datetime import timedelta

import pytest
from tests.desk.conftest import words
from tests.factories.dossiers import BIRTH, EXTRACT, MORNING, later, submitted

from motcua.dossiers import actions
from motcua.web import clock
from motcua.workflow.values import Move


def codes(response) -> list[str]:
    return re.findall(r'<a class="code" href="[^"]*">([^<]+)</a>', response.content.decode())


def many(mother, number):
    return [submitted(mother, at=MORNING + timedelta(minutes=n)) for n in range(number)]


@pytest.mark.parametrize("number", [1, 3, 50])
def test_it_asks_the_same_however_many_there_are(
    mother, reception, number, django_assert_num_queries
):
    made = many(mother, number)
    reception.opens()

    with django_assert_num_queries(10):
        shown = reception.opens()

    assert codes(shown) == made


def test_a_line_tells_who_what_and_by_when(mother, reception):
    code = submitted(mother)

    shown = words(reception.opens())

    assert (
        f"{code} Nguyễn Thị Hậu Đăng ký khai sinh Còn 23 giờ 08:30 17/03/2026 Mới đăng ký" in shown
    )
    assert "1 hồ sơ chờ bạn" in shown
    assert "0 quá hạn" in shown


def test_the_most_urgent_is_first_and_late_in_words(mother, reception, monkeypatch):
    second, first = submitted(mother), submitted(mother, at=MORNING - timedelta(days=5))
    monkeypatch.setattr(clock, "now", lambda: later(hours=2))

    shown = reception.opens()

    assert codes(shown) == [first, second]
    assert "Quá hạn 4 ngày" in words(shown)
    assert "1 quá hạn" in words(shown)


def test_pages_are_walked_through_and_back_with_the_filter_kept(mother, reception):
    made = many(mother, 53)
    first = reception.opens(query={"thu-tuc": BIRTH})
    following = re.search(r'href="(\?[^"]+)" rel="next"', first.content.decode())[1]

    second = reception.client.get("/ban-lam-viec/" + following.replace("&amp;", "&"))

    assert codes(first) + codes(second) == made
    assert f'href="/ban-lam-viec/?thu-tuc={BIRTH}" rel="prev"' in second.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tim": "nguyen thi hau"}, True),
        ({"tim": "Trần Văn"}, False),
        ({"thu-tuc": EXTRACT}, False),
        ({"trang-thai": "submitted"}, True),
        ({"qua-han": "1"}, False),
        ({"cho": "nguoi-nop"}, False),
        ({"cho": "tat-ca"}, True),
        ({"cho": "x"}, True),
        ({"tin-moi": "1"}, False),
    ],
    ids=str,
)
def test_a_filter_keeps_what_it_says(mother, reception, query, found):
    code = submitted(mother)

    shown = reception.opens(query=query)

    assert codes(shown) == ([code] if found else [])
    assert ("Bỏ lọc" in words(shown)) is True


def test_it_is_empty_in_words(reception):
    assert "Không còn hồ sơ nào chờ bạn." in words(reception.opens())


def test_a_new_message_is_marked_until_somebody_who_works_on_it_has_looked(
    mother, reception, controller
):
    code = submitted(mother)
    actions.message(code=code, body="Tôi gửi nhầm.", by=mother, at=later(minutes=5))

    controller.opens(code)
    before = words(reception.opens(query={"tin-moi": "1"}))
    reception.opens(code)
    after = words(reception.opens())

    assert "1 có tin mới" in before
    assert "Tin mới" in before
    assert "Tin mới" not in after


def test_the_whole_house_is_seen_with_who_has_what(mother, reception):
    code = submitted(mother)
    actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=later(minutes=9))

    shown = words(reception.opens(query={"cho": "tat-ca"}))

    assert "Thẩm tra, lập dự thảo Giấy khai sinh Cán bộ thụ lý" in shown
    assert codes(reception.opens()) == []


def test_a_controller_sees_everything_and_nothing_waits_for_them(mother, controller):
    code = submitted(mother)

    shown = controller.opens()

    assert codes(shown) == [code]
    assert "Chờ tôi" not in words(shown)
    assert "Nhận hồ sơ giấy" not in words(shown)


def test_a_made_up_place_in_the_list_is_refused(reception):
    assert reception.opens(query={"sau": "abc"}).status_code == 409
