"""Dated versions of the words of a message: in force by date, a second person, the linter."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.factories import people
from tests.notifications.test_sending import FACTS, START, send

from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.notifications import actions, queries
from motcua.notifications.models import Message, TemplateEdition
from motcua.notifications.rules import templates, wording
from motcua.notifications.values import EditionStatus

pytestmark = pytest.mark.django_db
CODE = "dossier.submitted"
TODAY = date(2026, 1, 5)
SOON = TODAY + timedelta(days=7)
USES = ("name", "code", "due")
WORDS = {
    "subject.vi": "Đã nhận {{ code }}",
    "subject.en": "Got {{ code }}",
    "text.vi": "Chào {{ name }},\r\nđã nhận {{ code }}. {{ link }}\r\n",
    "text.en": "Dear {{ name }},\nwe got {{ code }}. {{ link }}\n",
    "short.vi": "Đã nhận {{ code }}: {{ link }}",
    "short.en": "Got {{ code }}: {{ link }}",
}


@pytest.fixture
def writer():
    return people.officer(Role.PROCEDURE_ADMIN)


@pytest.fixture
def second():
    return people.officer(Role.APPROVER)


def propose(by, *, on=SOON, at=START, **changed):
    words = WORDS | changed
    return actions.propose_words(code=CODE, words=words, valid_from=on, by=by, at=at)


def subject(on):
    return queries.template(CODE, on=on).subject.vi


@pytest.mark.shows("CN20", "CN24", "O5")
def test_an_approved_version_holds_from_its_day_on(writer, second):
    before = subject(TODAY)
    key = propose(writer)
    assert subject(SOON) == before
    actions.approve_words(key=key, by=second, at=START)

    assert (subject(SOON - timedelta(days=1)), subject(SOON)) == (before, "Đã nhận {{ code }}")
    newer = propose(writer, on=SOON + timedelta(days=1), **{"subject.vi": "Mới {{ code }}"})
    actions.approve_words(key=newer, by=second, at=START)
    assert subject(SOON) == "Đã nhận {{ code }}"
    assert subject(SOON + timedelta(days=30)) == "Mới {{ code }}"
    held = {one.code: one for one in queries.in_force(SOON)}
    assert held[CODE] == queries.template(CODE, on=SOON)
    kinds = [entry.kind for entry in journal.history(f"template:{CODE}")]
    assert sorted(kinds) == ["notification.words_approved"] * 2 + ["notification.words_written"] * 2


def test_a_sent_message_uses_the_version_of_its_day(writer, second):
    actions.approve_words(key=propose(writer), by=second, at=START)
    send(key="before")
    send(key="after", at=START + timedelta(days=7))
    before, after = (Message.objects.get(key=key) for key in ("before", "after"))
    assert after.subject == f"Đã nhận {FACTS['code']}"
    assert before.subject != after.subject
    assert after.text.startswith("Chào Nguyễn Thị An,\nđã nhận")


def test_what_is_approved_late_does_not_change_the_past(writer, second):
    key = propose(writer)
    late = START + timedelta(days=10)
    actions.approve_words(key=key, by=second, at=late)
    assert queries.editions(CODE)[0].valid_from == late.date()
    assert subject(SOON) != "Đã nhận {{ code }}"


@pytest.mark.shows("CN24")
def test_nobody_decides_on_their_own_words(writer):
    key = propose(writer)
    with pytest.raises(actions.WordsRefused, match="khác người soạn"):
        actions.approve_words(key=key, by=writer, at=START)
    with pytest.raises(actions.WordsRefused, match="khác người soạn"):
        actions.approve_words(key=key, by=people.officer(Role.CASE_OFFICER), at=START)
    with pytest.raises(IntegrityError), transaction.atomic():
        TemplateEdition.objects.filter(key=key).update(approved_by=writer.key, approved_at=START)
    with pytest.raises(IntegrityError), transaction.atomic():
        TemplateEdition.objects.filter(key=key).update(returned_at=START)


def test_a_returned_version_carries_why_and_is_over(writer, second):
    key = propose(writer)
    for nothing in ("  ", "\0", "x" * 1001):
        with pytest.raises(actions.WordsRefused, match="lý do"):
            actions.return_words(key=key, comment=nothing, by=second, at=START)
    actions.return_words(key=key, comment="Thiếu ngày hẹn", by=second, at=START)
    found = queries.editions(CODE)[0]
    assert (found.status, found.comment) == (EditionStatus.RETURNED, "Thiếu ngày hẹn")
    with pytest.raises(actions.WordsRefused, match="không còn chờ"):
        actions.approve_words(key=key, by=second, at=START)


def test_one_version_a_day(writer, second):
    first, other = propose(writer), propose(writer)
    actions.approve_words(key=first, by=second, at=START)
    with pytest.raises(actions.WordsRefused, match="cùng ngày"):
        actions.approve_words(key=other, by=second, at=START)


def test_words_that_no_longer_fit_give_way_to_the_library(writer, second):
    actions.approve_words(key=propose(writer), by=second, at=START)
    row = TemplateEdition.objects.get()
    row.words["text"]["vi"] = "{{ gone }}"
    row.save()
    assert "{{ code }}" in subject(SOON)
    assert subject(SOON) != "Đã nhận {{ code }}"


@pytest.mark.parametrize("on", [None, TODAY - timedelta(days=1), date(9999, 12, 31)])
def test_a_day_that_cannot_be(writer, on):
    with pytest.raises(actions.WordsRefused, match="ngày bắt đầu") as refused:
        propose(writer, on=on)
    assert [flaw.place for flaw in refused.value.flaws] == ["valid_from"]


@pytest.mark.parametrize(
    ("place", "words", "said"),
    [
        ("text.vi", "Chào {{ ten }}", "Nội dung thư tiếng Việt: không có dữ kiện ten; hãy dùng"),
        ("text.vi", "{% if ten %}x{% endif %}", "không có dữ kiện ten"),
        ("text.en", " ", "Nội dung thư tiếng Anh còn thiếu; hãy viết cả hai"),
        ("subject.vi", "{{ code", "Tiêu đề tiếng Việt: dấu ngoặc viết sai; hãy viết {{ tên }}"),
        ("subject.vi", "{% if code %}x", "dấu ngoặc viết sai"),
        ("subject.vi", "{{ " + "(" * 90, "dấu ngoặc viết sai"),
        ("text.vi", "{% if code %}" * 300, "dấu ngoặc viết sai"),
        ("text.vi", "{% if code %}" * 9 + "{% endif %}" * 9, "chỉ dùng {{ tên }}"),
        ("text.vi", "{{ code * 9999999 }}", "chỉ dùng {{ tên }}"),
        ("text.vi", "{% for x in range(9) %}{{ x }}{% endfor %}", "chỉ dùng {{ tên }}"),
        ("text.vi", "{{ name.__class__ }}", "chỉ dùng {{ tên }}"),
        ("text.vi", "{{ name | upper }}", "chỉ dùng {{ tên }}"),
        ("text.vi", "a\0b", "không có ký tự điều khiển"),
        ("subject.vi", "x" * 201, "nhiều nhất 200 ký tự"),
        ("short.vi", "dài " * 77, "Tin ngắn tiếng Việt dài 3 SMS; hãy rút còn 2"),
        ("short.en", "{{ code }} " * 15, "dài 3 SMS"),
    ],
)
def test_the_linter_names_the_place_and_the_remedy(place, words, said):
    good = dict.fromkeys(wording.PLACES, "{{ code }}{% if not due %}{{ name }}{% endif %}")
    assert wording.lint(good, uses=USES) == ()
    (flaw,) = wording.lint(good | {place: words}, uses=USES)
    assert flaw.place == place
    assert said in flaw.sentence.vi
    assert flaw.sentence.en != flaw.sentence.vi


def test_nothing_at_all_is_six_sentences():
    flaws = wording.lint({}, uses=USES)
    assert [flaw.place for flaw in flaws] == list(wording.PLACES)
    assert "đang trống" in flaws[0].sentence.vi


@pytest.mark.parametrize("found", queries.templates(), ids=lambda one: one.code)
def test_the_library_passes_and_comes_back_from_its_own_format(found):
    assert wording.lint(wording.words_of(found), uses=found.uses) == ()
    assert templates.load(wording.as_yaml(found), name="again.yaml") == found
    assert set(found.uses) <= set(wording.SAMPLES)
