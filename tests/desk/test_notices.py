from datetime import timedelta

import pytest
from tests.factories import people

from motcua.kernel.words import Sentence
from motcua.notifications import actions, queries
from motcua.notifications.values import NoticeKind

pytestmark = pytest.mark.django_db
AT = people.AT


@pytest.fixture
def officer():
    return people.officer()


def tell(officer, key="mention:1", **changes):
    told = {
        "account": officer.key,
        "kind": NoticeKind.MENTION,
        "text": Sentence("Lê Thị Hoa nhắc đến bạn.", "Lê Thị Hoa mentioned you."),
        "link": "/ban-lam-viec/phan-anh/",
        "key": key,
        "at": AT,
    }
    return actions.notify_officer(**told | changes)


@pytest.mark.shows("O8", "CN20")
def test_a_notice_is_told_once_and_rings_the_bell(officer):
    assert [tell(officer), tell(officer)] == [True, False]
    page = people.logged_in(officer).get("/ban-lam-viec/tin-bao/").text
    assert "Lê Thị Hoa nhắc đến bạn." in page
    assert '<span class="bell__number">1</span>' in page


def test_following_a_notice_reads_it(officer):
    tell(officer)
    (one,) = queries.notices(viewer=officer)
    answer = people.logged_in(officer).post(f"/ban-lam-viec/tin-bao/{one.number}/")
    assert answer["Location"] == "/ban-lam-viec/phan-anh/"
    assert queries.unread_notices(officer) == 0


def test_reading_all_reads_those_that_were_shown(officer):
    tell(officer, key="1")
    tell(officer, key="2")
    shown = queries.notices(viewer=officer)[0].number
    tell(officer, key="3")
    people.logged_in(officer).post("/ban-lam-viec/tin-bao/", {"den": shown})
    assert [one.read_at is None for one in queries.notices(viewer=officer)] == [True, False, False]


def test_a_notice_is_for_its_officer_only(officer):
    other = people.officer()
    tell(officer)
    (one,) = queries.notices(viewer=officer)
    assert queries.notices(viewer=other) == ()
    assert actions.open_notice(number=one.number, by=other, at=AT) is None
    assert queries.unread_notices(officer) == 1


def test_many_are_paged_and_counted_up_to_a_hundred(officer):
    for number in range(101):
        tell(officer, key=str(number), at=AT + timedelta(minutes=number))
    page = people.logged_in(officer).get("/ban-lam-viec/tin-bao/").text
    assert "99+" in page
    first = queries.notices(viewer=officer)
    rest = queries.notices(viewer=officer, before=first[-1].number)
    assert len(first) == len(rest) == 50
    assert f"?truoc={first[-1].number}" in page


@pytest.mark.parametrize("nonsense", ["", "x", "-1", "9" * 30])
def test_nonsense_reads_nothing(officer, nonsense):
    tell(officer)
    client = people.logged_in(officer)
    assert client.post("/ban-lam-viec/tin-bao/", {"den": nonsense}).status_code == 302
    assert queries.unread_notices(officer) == 1


def test_a_link_elsewhere_is_not_followed(officer):
    tell(officer, link="https://vidu.example/")
    (one,) = queries.notices(viewer=officer)
    answer = people.logged_in(officer).post(f"/ban-lam-viec/tin-bao/{one.number}/")
    assert answer["Location"] == "/ban-lam-viec/tin-bao/"


@pytest.mark.once
def test_an_officer_without_notices_reads_why(officer):
    assert "Chưa có tin báo nào" in people.logged_in(officer).get("/ban-lam-viec/tin-bao/").text
