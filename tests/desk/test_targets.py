"""Targets at the desk, their report as PDF, and the mail at the month's start."""

import io
import re
import subprocess
from datetime import UTC, date, datetime
from importlib import import_module

import pikepdf
import pytest
from tests.desk.conftest import words
from tests.factories import people
from tests.measurement.counted import lake

from motcua.identity.models import Account
from motcua.identity.values import Role
from motcua.measurement import queries
from motcua.measurement.models import TargetRow
from motcua.notifications.models import Message, OfficerNotice
from motcua.observatory import telling
from motcua.web import clock

PAGE, SET = "/ban-lam-viec/chi-tieu/", "/ban-lam-viec/chi-tieu/giao/"
AT = datetime(2026, 7, 2, 2, tzinfo=UTC)
HERE = {"top": "H26", "agency": "H26.00070", "procedure": "1.001193", "day": date(2026, 6, 3)}
TYPED = {"co-quan": "H26.00070", "chi-so": "use2", "gia-tri": "62,5", "nguoi": "Chủ tịch phường"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _counted(settings, tmp_path, monkeypatch):
    settings.MEASUREMENT = tmp_path
    kept = lake(
        dossiers_daily=[
            HERE | {"channel": "self_service", "received": 60},
            HERE | {"channel": "counter", "received": 40},
        ]
    )
    monkeypatch.setattr(clock, "now", lambda: AT)
    module = import_module("motcua.measurement.queries.targets")
    monkeypatch.setattr(module, "the_lake", lambda: kept)
    monkeypatch.setattr(queries, "counted_at", lambda: AT)
    monkeypatch.setattr(queries, "provenance", lambda: "measured")


@pytest.fixture
def head(ward):
    return people.officer(Role.EXECUTIVE)


@pytest.fixture
def browser(head):
    return people.logged_in(head)


def test_a_head_sets_a_target_and_sees_how_it_stands(browser, head):
    assert "Chưa giao chỉ tiêu nào" in words(browser.get(PAGE))
    answer = browser.post(f"{SET}?nam=2026", TYPED)
    assert answer.status_code == 302, words(answer)
    shown = words(browser.get(answer["Location"]))
    for told in ("62,5 %", "60 %", "Vàng", "Chủ tịch phường", "số cả năm là ước tính"):
        assert told in shown

    one = f"{PAGE}{TargetRow.objects.get().key}/"
    shown = words(browser.get(one))
    assert "06/2026 60 100" in shown
    assert f"{head.name} giao 62,5 %" in shown

    assert browser.post(one, {"ly-do": " "}).status_code == 409
    assert browser.post(one, {"ly-do": "Sắp xếp lại"}).status_code == 302
    assert "Sắp xếp lại" in words(browser.get(one))
    assert "Chưa giao chỉ tiêu nào" in words(browser.get(PAGE))


@pytest.mark.parametrize(
    ("but", "told"),
    [
        ({"gia-tri": "rất nhiều"}, "Bạn hãy ghi một số"),
        ({"gia-tri": "1e9999999"}, "Bạn hãy ghi một số"),
        ({"gia-tri": "162,5"}, "nhiều nhất 100 %"),
        ({"gia-tri": "-3"}, "lớn hơn 0"),
        ({"chi-so": "x"}, "chọn một chỉ số"),
        ({"co-quan": "H14"}, "cấp trên giao được chỉ tiêu"),
        ({"nguoi": ""}, "người hoặc chức danh"),
        ({"can-bo": "x"}, "chọn trong danh sách"),
        ({"chieu": "neither"}, "chọn một"),
    ],
)
def test_what_is_no_target_stays_on_the_page_with_why(browser, but, told):
    answer = browser.post(SET, TYPED | but)
    assert answer.status_code == 409
    assert told in words(answer)
    assert 'value="Chủ tịch phường"' in answer.text or "nguoi" in but
    assert not TargetRow.objects.exists()


@pytest.mark.parametrize("typed", ["1.200", "1200", "1.200,0", "1 200"])
def test_numbers_are_read_as_they_are_written_here(browser, typed):
    assert browser.post(SET, TYPED | {"chi-so": "vis", "gia-tri": typed}).status_code == 302
    assert TargetRow.objects.get().value == 1200


@pytest.mark.parametrize(
    "asked",
    ["?nam=x", "?nam=19", "?nam=1999", "?nam=२०२६", "?nam=2040", "?co-quan=H14", "?co-quan=x%00"],
)
def test_other_places_and_years_that_are_none_are_not_found(browser, asked):
    assert browser.get(PAGE + asked).status_code == 404
    assert browser.get(SET + asked).status_code == 404


def test_a_named_officer_answers_for_it_and_readers_only_read(browser, head):
    key = str(head.key)
    assert browser.post(SET, TYPED | {"nguoi": "", "can-bo": key}).status_code == 302
    row = TargetRow.objects.get()
    assert (row.head, str(row.officer)) == (head.name, key)
    reader = people.logged_in(people.officer(Role.CONTROLLER))
    shown = reader.get(PAGE)
    assert "62,5 %" in words(shown)
    assert "Giao chỉ tiêu" not in words(shown)
    assert reader.post(f"{PAGE}{row.key}/", {"ly-do": "vì muốn"}).status_code == 409
    elsewhere = people.logged_in(people.officer(Role.EXECUTIVE, "H14.01717"))
    assert elsewhere.get(f"{PAGE}{row.key}/").status_code == 404


def test_the_report_is_a_tagged_pdf_for_those_who_may_read(browser):
    browser.post(SET, TYPED)
    answer = browser.get("/do-luong/chi-tieu/H26.00070/2026.pdf")
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.content)) as read:
        assert read.Root.MarkInfo.Marked
    told = subprocess.run(
        ["pdftotext", "-", "-"], input=answer.content, capture_output=True, check=True
    )
    text = re.sub(r"\s+", " ", told.stdout.decode())
    for said in ("62,5 %", "60,0 %", "Vàng", "Chủ tịch phường"):
        assert said in text
    for address in ("H14.01717/2026.pdf", "x/2026.pdf", "H26.00070/1999.pdf"):
        assert browser.get(f"/do-luong/chi-tieu/{address}").status_code == 404


def test_heads_are_written_to_once_at_the_months_start(browser, head):
    browser.post(SET, TYPED)
    Account.objects.filter(key=head.key).update(email="chu.tich@example.vn")
    assert telling.tell_heads(datetime(2026, 7, 9, tzinfo=UTC)) == 0
    assert [telling.tell_heads(AT) for _ in range(2)] == [1, 0]
    message = Message.objects.get(template="measurement.targets")
    assert message.recipient == "chu.tich@example.vn"
    assert "60,0 % / 62,5 %" in message.text
    assert "/ban-lam-viec/chi-tieu/?co-quan=H26.00070&nam=2026" in message.text
    assert OfficerNotice.objects.get(account=head.key).link.startswith(PAGE)


def test_who_has_no_mail_is_told_at_the_desk(browser, head):
    browser.post(SET, TYPED)
    assert telling.tell_heads(AT) == 1
    assert not Message.objects.filter(template="measurement.targets").exists()
    assert OfficerNotice.objects.filter(account=head.key).count() == 1
