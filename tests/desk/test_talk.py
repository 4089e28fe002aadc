"""Pages of talking over a dossier: notes, instructions, likenesses, hints, kept sentences."""

import json
import re
from datetime import date

import pytest
from tests.desk.conftest import words
from tests.factories import people
from tests.factories.dossiers import birth_answers, draft, later, photo, submitted

from motcua.dossiers import actions
from motcua.dossiers.actions.duplicates import look_for_duplicates
from motcua.dossiers.actions.instructions import Order, instruct
from motcua.dossiers.actions.live import settle_down, stir
from motcua.dossiers.actions.notes import note
from motcua.dossiers.models import Dossier, Duplicate, Instruction, Note, ReasonTemplate, Stir
from motcua.identity.values import Role
from motcua.journal import models as journal
from motcua.journal.queries.entries import as_value
from motcua.notifications.queries.officers import notices
from motcua.notifications.subscribers.talk import tell_talk
from motcua.workflow.values import Move

AT = later(hours=1)


@pytest.fixture
def code(mother):
    return submitted(mother)


def _hear():
    """Let the listener hear everything, as the worker does."""
    for row in journal.Entry.objects.filter(subject__startswith="dossier:").order_by("pk"):
        stir(as_value(row))


@pytest.mark.shows("O7", "CN08")
class TestNotes:
    def test_are_written_on_the_dossier_and_changed_on_a_page(self, code, reception, clerk):
        assert (
            reception.does("ghi-chu", code, **{"ghi-chu": "Nhờ xem giấy chứng sinh"}).status_code
            == 302
        )
        assert "Nhờ xem giấy chứng sinh" in words(clerk.opens(code))
        place = f"ghi-chu/{Note.objects.get().key}"
        assert "Nhờ xem" in words(reception.client.get(f"/ban-lam-viec/ho-so/{code}/{place}/"))
        assert clerk.client.get(f"/ban-lam-viec/ho-so/{code}/{place}/").status_code == 404
        assert reception.does(place, code, **{"ghi-chu": "Đã gọi điện"}).status_code == 302
        assert "đã sửa lúc" in words(clerk.opens(code))
        assert reception.does(place, code, rut="1").status_code == 302
        shown = words(clerk.opens(code))
        assert "đã rút ghi chú này" in shown
        assert "Đã gọi điện" not in shown

    def test_what_was_typed_stays_when_it_is_refused(self, code, reception, controller):
        answer = reception.does("ghi-chu", code, **{"ghi-chu": "@khong.co xem giúp"})
        assert (answer.status_code, "@khong.co xem giúp" in words(answer)) == (409, True)
        assert controller.does("ghi-chu", code, **{"ghi-chu": "x"}).status_code == 409
        assert not Note.objects.exists()

    def test_colleagues_are_picked_from_a_list(self, code, reception, clerk):
        page = words(reception.client.get(f"/ban-lam-viec/ho-so/{code}/ghi-chu/"))
        assert f"@{people.Account.objects.get(key=clerk.viewer.key).username}" in page
        typed = {"ghi-chu": "Xem giúp", "nhac": [str(clerk.viewer.key), "\0", "x"]}
        assert reception.does("ghi-chu", code, **typed).status_code == 302
        assert Note.objects.get().mentioned[0]["key"] == str(clerk.viewer.key)


@pytest.mark.shows("O7", "CN20")
def test_who_is_mentioned_or_directed_is_told_once(code, reception, clerk, leader):
    note(code=code, words="Xem nhé", by=reception.viewer, at=AT, mention=[clerk.viewer.key])
    order = Order(to=clerk.viewer.key, words="Xác minh", by_day=date(2026, 3, 17))
    instruct(code=code, order=order, by=leader.viewer, at=AT)
    for row in journal.Entry.objects.filter(kind__in=("dossier.noted", "dossier.instructed")):
        tell_talk(as_value(row))
        tell_talk(as_value(row))
    told = [one.text.vi for one in notices(viewer=clerk.viewer)]
    assert told == [
        f"Có ý kiến chỉ đạo cho bạn về hồ sơ {code}.",
        f"Bạn được nhắc đến trong ghi chú của hồ sơ {code}.",
    ]
    assert notices(viewer=reception.viewer) == notices(viewer=leader.viewer) == ()


@pytest.mark.shows("CN27", "O8")
class TestInstructions:
    def _typed(self, to, **changed):
        day = {"truoc-ngay.day": "17", "truoc-ngay.month": "3", "truoc-ngay.year": "2026"}
        return {"can-bo": str(to.viewer.key), "noi-dung": "Xác minh hôm nay"} | day | changed

    def test_are_given_confirmed_and_answered_on_pages(self, code, leader, clerk):
        assert leader.does("chi-dao", code, **self._typed(clerk)).status_code == 302
        assert "Xác minh hôm nay" in words(clerk.client.get("/ban-lam-viec/chi-dao/"))
        shown = words(clerk.opens(code))
        assert "Còn 1 ý kiến chỉ đạo chưa trả lời." in shown
        place = f"chi-dao/{Instruction.objects.get().key}"
        assert clerk.does(place, code, viec="xac-nhan").status_code == 302
        assert clerk.does(place, code, viec="tra-loi", **{"noi-dung": " "}).status_code == 409
        answer = {"viec": "tra-loi", "noi-dung": "Bệnh viện xác nhận"}
        assert clerk.does(place, code, **answer).status_code == 302
        assert "Bệnh viện xác nhận" in words(leader.opens(code))
        assert "đã được trả lời" in words(leader.client.get("/ban-lam-viec/chi-dao/"))

    def test_nonsense_is_refused_and_kept(self, code, leader, clerk):
        for changed, status in (
            ({"can-bo": "\0"}, 400),
            ({"truoc-ngay.day": "31", "truoc-ngay.month": "2"}, 400),
            ({"truoc-ngay.year": "9" * 30}, 400),
            ({"truoc-ngay.day": "22"}, 409),
        ):
            answer = leader.does("chi-dao", code, **self._typed(clerk, **changed))
            assert (answer.status_code, "Xác minh hôm nay" in words(answer)) == (status, True)
        assert clerk.does("chi-dao", code, **self._typed(leader)).status_code == 409
        place = "chi-dao/00000000-0000-0000-0000-000000000000"
        assert leader.does(place, code, viec="rut").status_code == 404
        assert leader.does(place, code, viec="nhảy").status_code == 400


@pytest.mark.shows("O7", "CN26")
def test_a_likeness_is_shown_and_judged(code, mother, reception):
    second = submitted(mother, at=later(minutes=30))
    look_for_duplicates(subject=f"dossier:{Dossier.objects.get(code=second).key}", at=AT)
    shown = words(reception.opens(second))
    assert "Cùng người, cùng thủ tục" in shown
    assert code in shown
    place = f"trung/{Duplicate.objects.get().key}"
    assert reception.does(place, second, la="có lẽ").status_code == 400
    assert reception.does(place, second, la="duplicate", **{"ly-do": ""}).status_code == 409
    reason = {"ly-do": f"Bạn đã nộp hồ sơ {code}", "la": "duplicate"}
    assert reception.does(place, second, **reason).status_code == 302
    assert code in words(people.logged_in(mother).get(f"/ho-so/{second}/"))


@pytest.mark.shows("P3")
def test_a_citizen_is_told_of_their_own_open_request(code, mother):
    key = draft(mother)
    client = people.logged_in(mother)
    shown = words(client.get(f"/to-khai/{key}/kiem-tra/"))
    assert "Bạn đã nộp hồ sơ tương tự" in shown
    assert code in shown
    assert client.post(f"/to-khai/{key}/nop/").status_code == 302, "it blocks nothing"


@pytest.mark.shows("CN08", "O7")
class TestNews:
    def _asks(self, desk, code="", *, after="", **query):
        place = f"ho-so/{code}/" if code else ""
        headers = {"Last-Event-ID": after} if after else {}
        return desk.client.get(f"/ban-lam-viec/{place}tin-moi/", query, headers=headers)

    def _told(self, answer):
        assert answer["Content-Type"].startswith("text/event-stream")
        text = answer.content.decode()
        assert text.startswith("retry: 10000\n")
        assert text.endswith("\n\n")
        data = re.search(r"^data: (.*)$", text, re.MULTILINE)
        return json.loads(data[1])["words"] if data else None

    def _address(self, page):
        found = re.search(r'data-news="([^"]+)"', page.content.decode())[1]
        return found.replace("&amp;", "&")

    def test_the_inbox_hears_what_came_since_it_was_drawn(self, mother, reception, clerk):
        submitted(mother)
        _hear()
        address = self._address(reception.opens())
        assert self._told(reception.client.get(address)) is None
        for child in ("Trần Ánh Nguyệt", "Trần Ánh Mai"):
            key = draft(mother, answers=birth_answers(**{"child.full_name": child}))
            actions.submit(draft=key, by=mother, at=AT)
        _hear()
        answer = reception.client.get(address)
        assert self._told(answer) == "Có 2 hồ sơ mới chờ bạn."
        assert self._told(reception.client.get(address, headers={"Last-Event-ID": "2"})) is None
        assert self._told(clerk.client.get(address)) is None, "they wait for somebody else"
        assert self._told(reception.client.get(self._address(reception.opens()))) is None

    def test_nothing_of_other_places_is_heard(self, mother):
        elsewhere = people.logged_in(people.officer(Role.RECEPTIONIST, "H14.01717"))
        submitted(mother)
        _hear()
        assert self._told(elsewhere.get("/ban-lam-viec/tin-moi/", {"tu": "0"})) is None

    def test_a_dossier_tells_who_worked_on_it(self, code, reception, clerk):
        _hear()
        address = self._address(clerk.opens(code))
        assert self._told(clerk.client.get(address)) is None
        actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=AT)
        _hear()
        told = self._told(clerk.client.get(address))
        assert told == f"{reception.viewer.name} vừa làm việc với hồ sơ này."
        note(code=code, words="Xem nhé", by=clerk.viewer, at=AT)
        _hear()
        own = self._address(clerk.opens(code))
        assert self._told(clerk.client.get(own)) is None, "one's own doing is no news"

    def test_before_the_worker_has_heard_the_change_is_told_all_the_same(
        self, code, reception, clerk
    ):
        address = self._address(clerk.opens(code))
        actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=AT)
        assert self._told(clerk.client.get(address)) == "Hồ sơ này vừa thay đổi."

    def test_who_may_not_see_it_is_told_to_stop_asking(self, code, reception):
        elsewhere = people.logged_in(people.officer(Role.RECEPTIONIST, "H14.01717"))
        address = f"/ban-lam-viec/ho-so/{code}/tin-moi/"
        assert elsewhere.get(address, {"tu": "0", "ban": "1"}).status_code == 404
        for bad in ({}, {"tu": "x", "ban": "1"}, {"tu": "9" * 40, "ban": "1"}):
            assert self._asks(reception, code, **bad).status_code == 204
        assert self._asks(reception, tu="\0").status_code == 204

    def test_an_answer_costs_few_queries(self, code, reception, django_assert_max_num_queries):
        _hear()
        with django_assert_max_num_queries(8):
            self._asks(reception, tu="0")
        with django_assert_max_num_queries(8):
            self._asks(reception, code, tu="0", ban="1")

    def test_old_news_goes(self, code):
        _hear()
        assert settle_down(at=later(days=1)) == 0
        assert settle_down(at=later(days=3)) > 0
        assert not Stir.objects.exists()


@pytest.mark.shows("CN22")
class TestHints:
    def test_point_to_what_is_next_and_what_does_not_fit(self, mother, clerk, reception):
        answers = {"father.citizen_id": "001193004321", "mother.born_on": "1990-03-08"}
        code = submitted(mother, answers=birth_answers(**answers, **{"father.born_on": "1993"}))
        shown = words(reception.opens(code))
        assert "Việc nên làm tiếp" in shown
        assert "Việc tiếp theo: Tiếp nhận hồ sơ." in shown
        assert "Việc nên làm tiếp" not in words(people.logged_in(mother).get(f"/ho-so/{code}/"))

    def test_never_point_to_what_an_officer_does_for_a_reason_of_their_own(
        self, mother, clerk, reception
    ):
        code = submitted(mother)
        actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=AT)
        shown = words(clerk.opens(code))
        assert "Việc tiếp theo: Yêu cầu thanh toán" not in shown
        assert "Trình lãnh đạo ký: chưa làm được." in shown

    def test_tell_a_file_that_was_not_checked_and_a_message(self, mother, reception):
        key = draft(mother, answers=birth_answers(**{"proof.kind": "notice"}))
        file = photo(key, by=mother)
        code = actions.submit(draft=key, by=mother, at=AT)
        actions.message(code=code, body="Cho tôi hỏi", by=mother, at=AT)
        assert "Tin nhắn cuối là của người nộp." in words(reception.opens(code))
        assert file.filename not in words(reception.opens(code)).split("Căn cứ và hướng dẫn")[0]

    def test_are_not_for_who_only_reads(self, code, controller):
        assert "Việc nên làm tiếp" not in words(controller.opens(code))


@pytest.mark.shows("CN22")
class TestReasons:
    def _keeps(self, leader, **changed):
        typed = {"noi-dung": "Ảnh chụp bị mờ, bạn hãy chụp lại.", "dung-khi": "supplement"}
        return leader.client.post("/ban-lam-viec/mau-ly-do/", typed | changed)

    def test_a_head_keeps_a_sentence_and_officers_find_it(self, code, leader, reception):
        assert self._keeps(leader).status_code == 302
        assert (
            self._keeps(leader, **{"thu-tuc": "2.000635", "noi-dung": "Câu khác"}).status_code
            == 302
        )
        shown = words(reception.opens(code))
        assert "Ảnh chụp bị mờ, bạn hãy chụp lại." in shown
        assert "Câu khác" not in shown, "it is for another procedure"
        key = ReasonTemplate.objects.get(service_code="").key
        change = {"noi-dung": "Ảnh bị lóa", "dung-khi": "supplement"}
        assert leader.client.post(f"/ban-lam-viec/mau-ly-do/{key}/", change).status_code == 302
        assert "Ảnh bị lóa" in words(reception.opens(code))
        assert leader.client.post(f"/ban-lam-viec/mau-ly-do/{key}/bo/").status_code == 302
        assert "Ảnh bị lóa" not in words(reception.opens(code))

    def test_nonsense_is_refused_and_kept(self, leader):
        assert self._keeps(leader, **{"dung-khi": "x"}).status_code == 400
        for odd in (" ", "ă" * 1001):
            assert self._keeps(leader, **{"noi-dung": odd}).status_code == 409
        answer = self._keeps(leader, **{"noi": "H14.", "noi-dung": "Giữ\0 nhé"})
        assert (answer.status_code, "Giữ" in words(answer)) == (409, True)

    def test_another_agencys_sentences_are_not_there(self, leader, code):
        self._keeps(leader)
        key = ReasonTemplate.objects.get().key
        other = people.logged_in(people.officer(Role.APPROVER, "H14.01717"))
        assert other.get(f"/ban-lam-viec/mau-ly-do/{key}/").status_code == 404
        assert other.post(f"/ban-lam-viec/mau-ly-do/{key}/bo/").status_code == 404
        assert "Ảnh chụp" not in words(other.get("/ban-lam-viec/mau-ly-do/"))
