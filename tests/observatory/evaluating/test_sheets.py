"""The worksheet of an evaluator, as its pages are used."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.people import logged_in
from tests.observatory.evaluating.sheet_story import PNG, at, soup, words

from motcua.evaluation.queries import doubting, worksheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(story):
    return story.open()


@pytest.fixture
def first(told):
    return logged_in(told.first)


def row_of(told, who=None):
    (row,) = worksheets.worksheet(viewer=who or told.first, code=told.code, agency="H26").rows
    return row


def test_a_sheet_is_judged_criterion_by_criterion_and_finished(told, first):
    sheet = soup(first.get(at("worksheet", told)))
    assert "Đã chấm 0 trên 1 tiêu chí" in words(sheet.main)
    page = soup(first.get(sheet.find("a", string="Chấm tiếp")["href"]))
    assert [words(one) for one in page.select("input[name=gia-tri] + label")] == [
        "0: chưa có",
        "1: tạm",
        "2: tốt",
    ]
    typed = {"gia-tri": "2", "ghi-chu": "Rõ ràng"}
    done = soup(first.post(at("answer", told, criterion="M.2"), typed, follow=True))
    assert "Đã chấm 1 trên 1 tiêu chí" in words(done.main)
    assert row_of(told).answer.typed.note == "Rõ ràng"
    end = soup(first.post(at("finish_worksheet", told), follow=True))
    assert "Bạn đã hoàn thành phiếu này" in words(end.main)
    assert soup(first.get(at("answer", told, criterion="M.2"))).select("fieldset[disabled] input")


def test_finishing_too_early_leads_to_what_is_open(told, first):
    page = soup(first.post(at("finish_worksheet", told)), 400)
    (link,) = page.select("[data-error-summary] a")
    assert link["href"] == at("answer", told, criterion="M.2")


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"ghi-chu": "đang xem"}, "gia-tri", "Bạn hãy chọn hoặc ghi kết quả"),
        ({"gia-tri": "nhiều", "ghi-chu": "đang xem"}, "gia-tri", "Bạn hãy ghi một số"),
        ({"khong-ap-dung": "yes"}, "ghi-chu", "vì sao tiêu chí này không áp dụng"),
    ],
)
def test_what_is_not_whole_is_kept_and_said(told, first, typed, field, said):
    page = soup(first.post(at("answer", told, criterion="M.2"), typed), 400)
    assert said in words(page.select_one(f"[data-field={field}] .error"))
    assert row_of(told).answer.typed.note == typed.get("ghi-chu", "")
    assert (page.select_one("[name=khong-ap-dung]").get("checked") is not None) == (
        "khong-ap-dung" in typed
    )


def test_saving_for_later_complains_of_nothing(told, first):
    typed = {"ghi-chu": "mai xem tiếp", "_later": "yes"}
    page = soup(first.post(at("answer", told, criterion="M.2"), typed, follow=True))
    assert "Phiếu đánh giá" in words(page.h1)
    assert row_of(told).answer.typed.note == "mai xem tiếp"


def test_typing_is_saved_meanwhile(told, first):
    said = first.post(at("autosave_answer", told, criterion="M.2"), {"gia-tri": "1"})
    assert set(said.json()) == {"revision", "saved_at"}
    assert row_of(told).answer.value == 1
    told.answer("H26", told.first)
    told.finish("H26", told.first)
    assert first.post(at("autosave_answer", told, criterion="M.2"), {}).status_code == 400


def test_files_are_added_with_the_answer_refused_with_a_sentence_and_taken_back(told, first):
    add = at("add_answer_file", told, criterion="M.2")
    bad = {"gia-tri": "1", "ghi-chu": "xem tệp", "tep": SimpleUploadedFile("x.exe", b"MZ" * 90)}
    page = soup(first.post(add, bad), 400)
    assert "Tệp không phải" in words(page.select_one("#tep-error"))
    assert page.select_one("textarea").text.strip() == "xem tệp"
    assert row_of(told).answer.value == 1
    assert "Bạn hãy chọn một tệp" in words(soup(first.post(add, {"gia-tri": "1"}), 400).main)
    good = {"gia-tri": "1", "tep": SimpleUploadedFile("man-hinh.png", PNG)}
    page = soup(first.post(at("answer", told, criterion="M.2"), good, follow=True))
    (kept,) = row_of(told).evidence
    page = soup(first.get(at("answer", told, criterion="M.2")))
    link = page.find("a", string="man-hinh.png")
    assert first.get(link["href"]).content == PNG
    remove = at("remove_answer_file", told, criterion="M.2")
    assert first.post(remove, {"gia-tri": "2", "bo": kept.digest}).status_code == 302
    assert not row_of(told).evidence
    assert first.post(remove, {"bo": kept.digest}).status_code == 404


def test_nobody_sees_anothers_sheet_before_both_are_done(told, first):
    told.answer("H26", told.first, "2", note="Chỉ tôi biết")
    second = logged_in(told.second)
    page = soup(second.get(at("answer", told, criterion="M.2")))
    assert "Chỉ tôi biết" not in page.text
    assert not page.select("[name=gia-tri][checked]")
    assert "Khi cả hai" in words(soup(second.get(at("differences", told))).main)
    assert logged_in(told.leader).get(at("worksheet", told)).status_code == 404


def test_differences_stand_side_by_side_and_are_settled(told, first):
    told.run()
    for who, value, note in ((told.first, "2", "Rõ"), (told.second, "1", "Hơi khó")):
        told.answer("H26", who, value, note=note)
        told.finish("H26", who)
    page = soup(first.get(at("differences", told)))
    assert [words(one) for one in page.select(".side__said")] == ["2: tốt", "1: tạm"]
    settle = at("reconcile", told, criterion="M.2")
    wrong = soup(first.post(settle, {"gia-tri": "2", "ly-do": ""}), 400)
    assert wrong.select_one("[data-field=ly-do] .error")
    assert wrong.select_one("[name=gia-tri][value='2']").has_attr("checked")
    done = soup(first.post(settle, {"gia-tri": "2", "ly-do": "Xem lại cùng nhau"}, follow=True))
    assert "Đã thống nhất 1 trên 1 tiêu chí" in words(done.main)
    assert soup(logged_in(told.leader).get(at("differences", told))).select(".side")
    assert first.get(at("reconcile", told, criterion="M.1")).status_code == 404


def test_what_the_machine_saw_is_shown_and_can_be_doubted(told, first):
    empty = soup(first.get(at("seen_criterion", told, criterion="M.1")))
    assert "Máy chưa xem xong" in words(empty.main)
    told.run()
    seen = at("seen_criterion", told, criterion="M.1")
    assert "4 / 4" in words(soup(first.get(seen)).main)
    assert soup(first.post(seen, {"ly-do": ""}), 400).select_one("[data-field=ly-do] .error")
    page = soup(first.post(seen, {"ly-do": "Máy xem nhầm trang"}, follow=True))
    assert "Đã đề nghị" in words(page.main)
    (doubt,) = doubting.doubts(viewer=told.leader, code=told.code)
    assert (doubt.criterion, doubt.reason, doubt.settled) == ("M.1", "Máy xem nhầm trang", False)
    assert doubting.doubts(viewer=told.second, code=told.code) == ()
    lead = logged_in(told.leader)
    assert "Máy xem nhầm trang" in words(soup(lead.get(at("overrides", told))).main)
    assert first.get(at("seen_criterion", told, criterion="M.2")).status_code == 404
    assert first.post(seen.replace("M.1", "M.9"), {}).status_code == 404


def test_what_the_agency_declared_is_shown_with_its_files(told, first):
    told.declare()
    page = soup(first.get(at("seen_criterion", told, criterion="M.3")))
    assert "Cơ quan kê khai có" in words(page.main)


@pytest.mark.parametrize("name", ["answer", "seen_criterion", "autosave_answer"])
def test_a_criterion_or_portal_that_there_is_not_is_not_found(told, first, name):
    for more in ({"agency": "H26", "criterion": "X"}, {"agency": "H99", "criterion": "M.2"}):
        assert first.post(at(name, told, **more), {}).status_code == 404
