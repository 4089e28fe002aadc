"""Answers are checked, and what is wrong is told with what to do about it."""

import json
import time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.forms import rules
from motcua.forms.values import AnswerSet

pytestmark = pytest.mark.once
KEY = "0190d0a0-0000-7000-8000-000000000000"


def told(form, draft, at, **more):
    return {e.path: e.message.vi for e in rules.check(form, draft, at=at, **more).errors}


def test_right_answers_become_values_in_the_order_of_the_form(birth, draft, at):
    checked = rules.check(birth, draft, at=at)
    assert checked.right
    place = {
        "edition": "",
        "province": "01",
        "province_name": "",
        "commune": "00004",
        "commune_name": "",
    }
    assert checked.answers.to_json() == {
        "child.full_name": "nguyễn Thị Ánh",
        "child.sex": "female",
        "child.born_on": "2026-02-01",
        "child.order": 1,
        "child.birthplace": place,
        "child.ethnicity": "01",
        "child.nationality": "vn",
        "child.late": True,
        "has_father": True,
        "father.full_name": "Đặng Văn Đức",
        "father.id": "001085012345",
        "father.born": "1985",
        "father.home": {**place, "detail": "1 Tràng Tiền"},
        "phone": "+84912345678",
        "siblings": [{"full_name": "Nguyễn Bình", "born_on": "2015-01-01"}],
        "papers.certificate": ["0190d0a0-0000-7000-8000-000000000000"],
        "copies": ["post"],
        "count": 2,
        "fee": 16000,
        "truth": True,
    }


def test_an_answer_set_survives_json_and_cannot_be_changed(birth, draft, at):
    answers = rules.check(birth, draft, at=at).answers
    again = AnswerSet.from_json(json.loads(json.dumps(answers.to_json())))
    assert again == answers
    assert again.get("father.home.detail") == "1 Tràng Tiền"
    assert ("phone" in again, again.get("email"), "father.home.ward" in again) == (
        True,
        None,
        False,
    )
    with pytest.raises(TypeError):
        again.values["phone"] = "x"
    with pytest.raises(TypeError):
        again.values["siblings"][0]["full_name"] = "x"


def test_nothing_typed_asks_for_everything_that_must_be_answered(birth, at):
    assert told(birth, {}, at) == {
        "child.full_name": "Họ, chữ đệm, tên của trẻ: bạn hãy nhập câu trả lời",
        "child.sex": "Giới tính: bạn hãy chọn một câu trả lời",
        "child.born_on": "Ngày sinh: bạn hãy nhập câu trả lời",
        "child.order": "Là con thứ mấy: bạn hãy nhập câu trả lời",
        "child.birthplace": "Nơi sinh: bạn hãy chọn địa phương",
        "child.ethnicity": "Dân tộc: bạn hãy chọn dân tộc",
        "child.nationality": "Quốc tịch: bạn hãy chọn quốc tịch",
        "has_father": "Khai phần về cha: bạn hãy chọn Có hoặc Không",
        "phone": "Điện thoại: bạn hãy nhập câu trả lời",
        "email": "Thư điện tử: bạn hãy nhập câu trả lời",
        "papers.certificate": "Giấy chứng sinh: bạn hãy tải lên ít nhất một tệp",
        "truth": "Tôi cam đoan khai đúng sự thật: bạn hãy đánh dấu vào ô này để đồng ý",
    }


def test_one_page_is_checked_alone(birth, at):
    assert set(told(birth, {}, at, page="papers")) == {"papers.certificate", "truth"}


def test_hidden_answers_do_not_stand_but_the_draft_keeps_them(birth, draft, at):
    draft["has_father"] = "no"
    draft["father.id"] = "not a number at all"
    checked = rules.check(birth, draft, at=at)
    assert checked.right
    assert not any(path.startswith("father.") for path in checked.answers)
    assert draft["father.id"] == "not a number at all"


def test_what_is_required_depends_on_other_answers(birth, draft, at):
    draft |= {"phone": "", "email": ""}
    assert set(told(birth, draft, at)) == {"phone", "email"}
    draft["phone"] = "0912345678"
    assert told(birth, draft, at) == {}


WRONG = [
    ("child.full_name", "Nguyễn 2", "họ tên không có chữ số"),
    ("child.full_name", "Nguyễn <b>", "họ tên không có ký tự “<”"),
    ("child.full_name", "N" * 130, "dài quá 30 ký tự, bạn hãy viết trong 100 ký tự"),
    ("child.full_name", "Ng\0uyễn", "có ký tự không hiển thị được"),
    ("child.full_name", "Ng\ud800", "có ký tự không hiển thị được"),
    ("child.full_name", {"x": 1}, "bạn hãy trả lời bằng chữ"),
    ("child.sex", "other", "bạn hãy chọn một câu trả lời trong danh sách"),
    ("child.born_on", {"day": "30", "month": "2", "year": "2026"}, "30/2/2026 không có"),
    ("child.born_on", {"day": "1", "month": "2"}, "bạn hãy nhập đủ ngày, tháng, năm"),
    ("child.born_on", {"day": "1", "month": "2", "year": "26"}, "bạn hãy nhập năm đủ 4 chữ số"),
    ("child.born_on", {"day": "một", "month": "2", "year": "2026"}, "bằng chữ số, ví dụ 31/1/2026"),
    ("child.born_on", "23/11/2026", "không được sau hôm nay (22/11/2026)"),
    ("child.born_on", "1/1/1800", "xa quá 150 năm"),
    ("child.born_on", "hôm qua", "bạn hãy nhập đủ ngày, tháng, năm"),
    ("child.born_on", [1], "bạn hãy trả lời bằng chữ"),
    ("child.born_at", "25:00", "bạn hãy nhập giờ và phút, ví dụ 15:30"),
    ("child.order", "hai", "bạn hãy nhập một số nguyên bằng chữ số, ví dụ 3"),
    ("child.order", "1,5", "bạn hãy nhập một số nguyên"),
    ("child.order", "٣", "bạn hãy nhập một số nguyên"),
    ("child.order", "99", "không được quá 20"),
    ("child.order", "0", "phải từ 1 trở lên"),
    ("child.order", "9" * 400, "bạn hãy nhập một số nguyên"),
    ("child.birthplace", {"province": "01"}, "bạn hãy chọn cả tỉnh, thành phố và xã, phường"),
    ("child.birthplace", "Hà Nội", "bạn hãy chọn trong danh sách"),
    ("child.nationality", "atlantis", "bạn hãy chọn một câu trả lời trong danh sách"),
    ("has_father", "maybe", "bạn hãy chọn Có hoặc Không"),
    ("father.id", "00108501234", "12"),
    ("father.id", "012345678", "số định danh cá nhân có đủ 12 chữ số"),
    ("father.born", {"day": "3", "year": "1985"}, "bạn hãy nhập năm, hoặc tháng và năm"),
    ("father.home", {"province": "01", "commune": "00004"}, "bạn hãy nhập số nhà"),
    ("father.home", {"detail": "số 1"}, "bạn hãy chọn cả tỉnh, thành phố và xã, phường"),
    ("phone", "12345", "số điện thoại chưa đúng"),
    ("phone", "0912 345 67x", "số điện thoại chưa đúng"),
    ("email", "a@b", "địa chỉ thư điện tử chưa đúng, ví dụ ten@vidu.vn"),
    ("email", "a..b@example.vn", "địa chỉ thư điện tử chưa đúng"),
    ("papers.certificate", ["../../etc/passwd"], "tệp chưa tải lên xong"),
    ("papers.certificate", [KEY[:-1] + str(n) for n in range(3)], "nhiều nhất 2 tệp"),
    ("copies", ["post", "moon"], "bạn hãy chọn một câu trả lời trong danh sách"),
    ("truth", "no", "bạn hãy đánh dấu vào ô này để đồng ý"),
    ("siblings", "x", "bạn hãy nhập lại mục này"),
    ("siblings", [{"full_name": "A"}] * 4, "bạn hãy giữ lại nhiều nhất 3 mục"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "typed", "words"), WRONG, ids=[f"{p}={t!r:.20}" for p, t, _ in WRONG]
)
def test_a_wrong_answer_is_told_with_its_remedy(birth, draft, at, path, typed, words):
    draft |= {"email": "ten@example.vn", path: typed}
    errors = rules.check(birth, draft, at=at).errors
    assert [e.path for e in errors] == [path]
    assert words in errors[0].message.vi
    assert errors[0].message.en
    assert errors[0].page == birth.fields[path].page


TYPED = [
    ("child.full_name", "Nguye\u0302\u0303n\u200b Thi\u0323", "Nguyễn Thị"),
    ("child.full_name", "H' Hen Niê-Kđăm", "H' Hen Niê-Kđăm"),
    ("child.born_on", "1/2/2026", "2026-02-01"),
    ("child.born_on", "1 - 2 - 2026", "2026-02-01"),
    ("child.born_on", "2026-02-01", "2026-02-01"),
    ("child.born_on", "29/2/2024", "2024-02-29"),
    ("child.born_at", "8h05", "08:05"),
    ("child.born_at", "15 giờ 30 phút", "15:30"),
    ("child.born_at", "8 giờ", "08:00"),
    ("father.born", {"month": "7", "year": "1985"}, "1985-07"),
    ("father.born", "7/1985", "1985-07"),
    ("father.born", "3/7/1985", "1985-07-03"),
    ("phone", "+84 (91) 234 5678", "+84912345678"),
    ("email", " Ten@Example.vn ", "Ten@Example.vn"),
    ("child.order", " 3 ", 3),
    ("copies", "desk", ["desk"]),
]


@pytest.mark.parametrize(
    ("path", "typed", "value"), TYPED, ids=[f"{p}={t!r:.20}" for p, t, _ in TYPED]
)
def test_what_people_type_is_understood(birth, draft, at, path, typed, value):
    draft[path] = typed
    assert rules.check(birth, draft, at=at).answers.to_json()[path] == value


def test_a_row_is_checked_with_its_number(birth, draft, at):
    draft["siblings"] = [{"full_name": "Ổn", "born_on": "1/1/2015"}, {}, {"full_name": "Y1"}]
    assert told(birth, draft, at) == {
        "siblings.2.full_name": "Họ tên: họ tên không có chữ số, bạn hãy xem lại",
        "siblings.2.born_on": "Ngày sinh: bạn hãy nhập câu trả lời",
    }


def test_a_row_has_conditions_of_its_own(birth, draft, at):
    young = {"full_name": "Bé", "born_on": "1/1/2024", "school": "Trường A"}
    draft["siblings"] = [young, {**young, "born_on": "1/1/2015"}]
    rows = rules.check(birth, draft, at=at).answers.to_json()["siblings"]
    assert [row.get("school") for row in rows] == [None, "Trường A"]


def test_places_are_checked_and_named_by_the_territory(birth, draft, at):
    communes = {"00004": ("Phường Ba Đình", "01"), "26740": ("Phường Sài Gòn", "79")}
    units = SimpleNamespace(
        edition="2025-07-01",
        province={"01": "Hà Nội"}.get,
        commune=communes.get,
    )
    answers = rules.check(birth, draft, at=at, units=units).answers
    assert answers.get("child.birthplace.commune_name") == "Phường Ba Đình"
    draft["child.birthplace"] = {"province": "01", "commune": "26740"}
    draft["father.home"] = {"province": "99", "commune": "26740", "detail": "1"}
    assert told(birth, draft, at, units=units) == {
        "child.birthplace": "Nơi sinh: xã, phường đã chọn không thuộc Hà Nội, bạn hãy chọn lại",
        "father.home": "Nơi cư trú: không có tỉnh, thành phố này, bạn hãy chọn lại",
    }


def test_amounts_are_whole_dong(at):
    form = rules.load(
        "title: T\npages:\n- {name: p, title: P, fields: ["
        "{type: money, name: a, label: A, max: 1000000}]}",
        name="f",
    )
    values = ["7.000 đ", "150,000", "12000 đồng", "1 000 000", 5]
    assert [rules.check(form, {"a": v}, at=at).answers.get("a") for v in values] == [
        7000, 150000, 12000, 1000000, 5,
    ]  # fmt: skip
    assert "không được quá 1.000.000 đ" in told(form, {"a": "1.000.001"}, at)["a"]


def test_pages_and_computed_values_follow_the_answers(birth, draft, at):
    assert rules.pages_shown(birth, draft, at=at) == ("child", "parents", "papers")
    assert rules.computed(birth, draft, at=at) == {"child.late": True, "fee": 16000}
    assert rules.computed(birth, {}, at=at) == {"fee": 0}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_check_never_raises_on_any_json(birth, at):
    @settings(max_examples=120, deadline=None)
    @given(values=st.lists(JSON, min_size=30, max_size=30))
    def check(values):
        draft = dict(zip(birth.fields, values, strict=False))
        checked = rules.check(birth, draft, at=at)
        json.dumps(checked.answers.to_json(), allow_nan=False).encode("utf-8")
        rules.controls(birth, "parents", draft, at=at)
        rules.summary(birth, checked.answers, "en", at=at)

    check()


def test_a_page_of_thirty_fields_is_checked_in_a_millisecond(at):
    fields = "\n".join(
        f"  - {{type: text, name: f{n}, label: F, visible: 'has(g) && g > {n % 3}'}}"
        for n in range(30)
    )
    form = rules.load(
        "title: T\npages:\n- name: p\n  title: P\n  fields:\n"
        f"  - {{type: integer, name: g, label: G}}\n{fields}",
        name="f",
    )
    draft = {"g": "5"} | {f"f{n}": f"câu trả lời {n}" for n in range(30)}
    rules.check(form, draft, at=at)
    spent = []
    for _ in range(50):
        start = time.process_time_ns()
        rules.check(form, draft, at=at)
        spent.append(time.process_time_ns() - start)
    assert sorted(spent)[len(spent) // 2] < 1_000_000
