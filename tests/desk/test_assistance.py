"""The pages of helping somebody: code, consent, the banner, and the end of it."""

import re
from datetime import timedelta

import pytest
from tests.desk.conftest import Desk, words
from tests.factories import people
from tests.factories.dossiers import BIRTH, MORNING, draft, later
from tests.factories.helping import volunteer

from motcua.dossiers import queries
from motcua.dossiers.values import Channel
from motcua.notifications.models import Message
from motcua.web import clock

pytestmark = pytest.mark.shows("CN01", "CN12", "P1", "P2", "P3")
HELP = "/ban-lam-viec/ho-tro/"
BEGIN = f"/nop-ho-so/{BIRTH}/bat-dau/"
BANNER = "Bạn đang hỗ trợ Nguyễn Thị Hậu"


@pytest.fixture
def helper(ward):
    viewer = volunteer(at=MORNING)
    return Desk(viewer, people.logged_in(viewer))


def asked(desk, person):
    """Ask for a code; gives the page to enter it on, and the code that was sent."""
    page = desk.client.post(HELP, {"nguoi": person.citizen.phone}).url
    sent = Message.objects.filter(template="assistance.code").last()
    return page, re.search(r"\b\d{6}\b", sent.text)[0]


def begun(desk, person):
    page, code = asked(desk, person)
    return desk.client.post(page, {"ma": code, "dong-y": "yes"}, follow=True)


def test_from_code_to_a_dossier_of_the_persons_own(helper, mother):
    shown = begun(helper, mother)
    assert BANNER in words(shown)
    assert shown.redirect_chain[-1][0] == "/ho-so/"

    opened = helper.client.post(BEGIN)
    key = re.search(r"[0-9a-f-]{36}", opened.url)[0]

    seen = queries.draft(viewer=mother, key=key)
    assert seen.channel is Channel.VOLUNTEER_ASSISTED
    assert BANNER in words(helper.client.get(opened.url))


def test_the_end_closes_every_page_of_the_person(helper, mother):
    key = draft(mother)
    begun(helper, mother)
    page = f"/to-khai/{key}/kiem-tra/"
    assert helper.client.get(page).status_code == 200

    ended = helper.client.post("/ho-tro/ket-thuc/", follow=True)

    assert "Đã kết thúc hỗ trợ" in words(ended)
    assert BANNER not in words(ended)
    assert helper.client.get(page).status_code == 404
    assert "N. T. H." in words(helper.client.get(HELP))
    assert "Nguyễn Thị Hậu" not in words(helper.client.get(HELP))


def test_after_an_hour_a_form_that_is_sent_goes_nowhere(helper, mother, monkeypatch):
    begun(helper, mother)
    monkeypatch.setattr(clock, "now", lambda: later(hours=1) + timedelta(minutes=61))

    sent = helper.client.post(BEGIN, follow=True)

    assert "Buổi hỗ trợ đã kết thúc" in words(sent)
    assert queries.drafts(viewer=helper.viewer) == queries.drafts(viewer=mother) == ()


def test_the_person_takes_it_back_from_their_own_account(helper, mother):
    begun(helper, mother)
    own = people.logged_in(mother)
    shown = own.get("/tai-khoan/ho-tro/")
    assert "Trần Văn Bình Đang hỗ trợ" in words(shown)
    address = re.search(r'action="(/tai-khoan/ho-tro/[^"]+)"', shown.content.decode())[1]

    assert "Đã thu hồi" in words(own.post(address, follow=True))

    assert "Buổi hỗ trợ đã kết thúc" in words(helper.client.get("/ho-so/", follow=True))
    assert "bạn thu hồi" in words(own.get("/tai-khoan/ho-tro/"))


@pytest.mark.parametrize(
    "path", ["/tai-khoan/", "/tai-khoan/mat-khau/", "/ban-lam-viec/", "/tai-khoan/ho-tro/", HELP]
)
def test_nothing_else_opens_meanwhile(reception, mother, path):
    begun(reception, mother)
    shut = reception.client.get(path)
    assert shut.status_code == 403
    assert "Trang này đóng trong lúc hỗ trợ" in words(shut)


def test_logging_out_ends_it(helper, mother):
    begun(helper, mother)
    helper.client.post("/dang-xuat/")
    own = people.logged_in(mother)
    assert "người hỗ trợ kết thúc" in words(own.get("/tai-khoan/ho-tro/"))


def test_a_wrong_code_and_missing_consent_say_so(helper, mother):
    page, code = asked(helper, mother)

    wrong = helper.client.post(page, {"ma": "abc", "dong-y": "yes"})
    alone = helper.client.post(page, {"ma": code})

    assert (wrong.status_code, alone.status_code) == (422, 422)
    assert "Mã này chưa đúng hoặc đã hết hạn" in words(wrong)
    assert "chưa đồng ý" in words(alone)


def test_an_unknown_person_looks_the_same(helper, mother):
    known = helper.client.post(HELP, {"nguoi": mother.citizen.phone})
    unknown = helper.client.post(HELP, {"nguoi": "0912999999"})
    pages = [re.sub(r"csrf.*?>", "", words(helper.client.get(one.url))) for one in (known, unknown)]

    assert pages[0] == pages[1]
    assert Message.objects.filter(template="assistance.code").count() == 1


@pytest.mark.parametrize("typed", ["", "x" * 300])
def test_nobody_named_is_asked_again(helper, typed):
    assert helper.client.post(HELP, {"nguoi": typed}).status_code == 422


def test_a_page_of_a_code_is_its_helpers_own(helper, reception, mother):
    page, _ = asked(helper, mother)
    assert reception.client.get(page).status_code == 404


def test_an_account_is_opened_and_its_password_set_by_link(helper):
    new = {"full_name": "Lò Thị Mai", "citizen_id": "001195001234", "phone": "0912000111"}
    assert helper.client.post(f"{HELP}tai-khoan-moi/", new | {"phone": "1"}).status_code == 422

    page = helper.client.post(f"{HELP}tai-khoan-moi/", new).url

    code = re.search(r"\d{6}", Message.objects.last().text)[0]
    shown = helper.client.post(page, {"ma": code, "dong-y": "yes"}, follow=True)
    assert "Bạn đang hỗ trợ Lò Thị Mai" in words(shown)


def test_others_may_not_help(clerk, mother):
    assert clerk.client.get(HELP).status_code == 403
    assert people.logged_in(mother).get(HELP).status_code == 403
