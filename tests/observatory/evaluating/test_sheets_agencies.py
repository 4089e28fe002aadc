"""What the head of an agency does in a campaign: declares, reads, explains, asks again."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories import campaigns
from tests.factories.campaigns import AT
from tests.factories.people import logged_in
from tests.measurement.counted import lake
from tests.observatory.evaluating.sheet_story import PNG, at, soup, words

from motcua.evaluation import actions, ports
from motcua.evaluation.queries import results, worksheets
from motcua.evaluation.values.usability import AgeBand, Device, Participant, Task, TaskTold
from motcua.web import clock

pytestmark = pytest.mark.django_db
FINDING = {"about": "finding", "item": "thu.https"}


@pytest.fixture
def told(db, judged_by, moment):
    return campaigns.story(("H26",)).open()


@pytest.fixture
def head(told):
    return logged_in(told.heads["H26"])


@pytest.fixture
def asked(told):
    """The portal has no HTTPS, and the agency is asked for its reply."""
    with ports.instead(
        looker=campaigns.Looker(bad=("h26",)), facts=lambda: {campaigns.CARD.code: campaigns.CARD}
    ):
        yield told.run().judge().declare().close().compute().ask()


def declared(told):
    sheet = worksheets.declaration_sheet(viewer=told.heads["H26"], code=told.code, agency="H26")
    return sheet.rows[0][1]


def test_what_must_be_declared_is_declared_with_files(told, head):
    page = soup(head.get(at("agency", told)))
    assert "Đã kê khai 0 trên 1 tiêu chí" in words(page.main)
    declare = at("declare", told, criterion="M.3")
    assert soup(head.post(declare, {"ghi-chu": "x"}), 400).select_one("[data-field=gia-tri] .error")
    file = SimpleUploadedFile("qd.png", PNG)
    page = soup(head.post(declare, {"gia-tri": "có", "tep": file}, follow=True))
    assert "Đã kê khai 1 trên 1 tiêu chí" in words(page.main)
    (kept,) = declared(told).evidence
    assert head.get(at("sheet_file", told, digest=kept.digest)).content == PNG
    typed = {"gia-tri": "không", "bo": kept.digest}
    assert head.post(at("remove_declared_file", told, criterion="M.3"), typed).status_code == 302
    assert (declared(told).value, declared(told).evidence) == (0, ())
    bad = {"gia-tri": "có", "ghi-chu": "giữ lại", "tep": SimpleUploadedFile("a.txt", b"abc")}
    page = soup(head.post(at("add_declared_file", told, criterion="M.3"), bad), 400)
    assert page.select_one("#tep-error")
    assert page.select_one("textarea").text.strip() == "giữ lại"
    assert head.get(at("declare", told, criterion="M.2")).status_code == 404


def test_nothing_is_shown_before_the_agency_is_asked(told, head):
    assert "Chưa có kết quả" in words(soup(head.get(at("agency_result", told))).main)
    assert head.get(at("reply", told, **FINDING)).status_code == 404


def test_whatever_will_be_published_is_read_before(told, monkeypatch):
    """Why people could not go on and how they fared with five tasks is explained, too."""
    here = {"cause": "payment", "told_by": "asked_at_failure", "day": date(2026, 5, 4)}
    kept = lake(failures_daily=[here | {"top": "H26", "agency": "H26", "failures": 3}])
    details = import_module("motcua.measurement.queries.details")
    monkeypatch.setattr(details, "the_lake", lambda: kept)
    walked(told)
    told.run().judge().declare().close().compute().ask()
    for who, name in ((told.heads["H26"], "agency_result"), (told.leader, "result")):
        page = soup(logged_in(who).get(at(name, told)))
        assert "Lỗi khi nộp tiền trên mạng" in words(page.select_one("#nguyen-nhan tbody tr"))
        assert "Tìm một thủ tục" in words(page.main)


def walked(told):
    someone = Participant(age=AgeBand.FROM_60, device=Device.PHONE)
    here = {"code": told.code, "agency": "H26", "by": told.leader, "at": told.at}
    key = actions.begin_session(participant=someone, **here)
    for task in Task:
        actions.record_task(session=key, told=TaskTold(task=task, success=2, seconds=40), **here)
    actions.finish_session(session=key, **here)


def test_findings_are_shown_with_pictures_and_explained_in_time(asked, head):
    page = soup(head.get(at("agency", asked)))
    assert "Hạn giải trình" in words(page.main)
    page = soup(head.get(at("agency_result", asked)))
    picture = page.select_one("img.fault__picture")
    assert head.get(picture["src"])["Content-Type"] == "image/png"
    reply = at("reply", asked, **FINDING)
    assert page.select_one(f"a[href='{reply}']")
    short = soup(head.post(reply, {"giai-trinh": "x"}), 400)
    assert short.select_one("[data-field=giai-trinh] .error")
    bad = {"giai-trinh": "Đã sửa rồi", "tep": SimpleUploadedFile("a.txt", b"abc")}
    kept = soup(head.post(reply, bad), 400)
    assert kept.select_one("#tep-error")
    good = {"giai-trinh": "Đã sửa ngày 5/5", "tep": SimpleUploadedFile("a.png", PNG)}
    assert "Sửa giải trình" in words(soup(head.post(reply, good, follow=True)).main)
    (said,) = results.replies(viewer=asked.leader, code=asked.code)
    assert (said.text, len(said.evidence)) == ("Đã sửa ngày 5/5", 1)
    take = {"giai-trinh": "Đã sửa ngày 5/5", "bo": said.evidence[0].digest}
    assert head.post(at("remove_reply_file", asked, **FINDING), take).status_code == 302
    done = soup(head.post(at("finish_replies", asked), follow=True))
    assert "Cơ quan đã giải trình xong" in words(done.main)


def test_a_criterion_is_explained_and_after_the_deadline_nothing_is(asked, head, monkeypatch):
    about = {"about": "criterion", "item": "M.1"}
    page = soup(head.get(at("reply", asked, **about)))
    assert "Dùng HTTPS" in words(page.h1)
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=7))
    late = soup(head.post(at("reply", asked, **about), {"giai-trinh": "Xin gửi muộn"}), 400)
    assert "Thời hạn giải trình đã hết" in words(late.select_one("[data-error-summary]"))
    assert late.select_one("textarea").text.strip() == "Xin gửi muộn"
    for wrong in ({"about": "criterion", "item": "Z"}, {"about": "x", "item": "M.1"}):
        assert head.post(at("reply", asked, **wrong), {"giai-trinh": "abc"}).status_code == 404


def test_another_look_is_asked_for_after_publication(asked, head):
    asked.hear()
    asked.publish()
    assert "Kết quả" in words(soup(head.get(at("agency", asked))).main)
    ask = at("ask_retest", asked)
    assert soup(head.post(ask, {"ly-do": ""}), 400).select_one("[data-field=ly-do] .error")
    page = soup(head.post(ask, {"ly-do": "Đã cài chứng thư"}, follow=True))
    assert "Đang chờ quyết định" in words(page.main)
    assert not page.select("textarea")
    assert soup(head.post(ask, {"ly-do": "Hỏi lần nữa"}), 400)


def test_the_pages_of_an_agency_are_only_its_heads(asked):
    for who in (asked.leader, asked.first):
        assert logged_in(who).get(at("agency", asked)).status_code == 403
    stranger = logged_in(campaigns.people.officer(campaigns.Role.EXECUTIVE, "H30"))
    for name in ("agency", "agency_result", "ask_retest"):
        assert stranger.get(at(name, asked)).status_code == 404
