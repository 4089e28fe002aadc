"""What is derived from a form: confirmation, controls, schema, export, print, browser."""

import jsonschema_rs
import pytest
from tests.forms.conftest import ROOT

from motcua.forms import rules
from motcua.forms.rules.deriving import Column, Line
from motcua.forms.rules.describing import reference

pytestmark = pytest.mark.once


def test_the_confirmation_shows_answers_as_people_read_them(birth, draft, at):
    answers = rules.check(birth, draft, at=at).answers
    sections = rules.summary(birth, answers, "vi", at=at, mask=True)
    assert [(section.title, section.page) for section in sections] == [
        ("Về trẻ", "child"), ("Cha mẹ", "parents"), ("Giấy tờ", "papers"),
    ]  # fmt: skip
    shown = {row.path: (row.label, row.value) for section in sections for row in section.rows}
    assert shown["child.sex"] == ("Giới tính", "Nữ")
    assert shown["child.born_on"] == ("Ngày sinh", "01/02/2026")
    assert shown["child.nationality"] == ("Quốc tịch", "Việt Nam")
    assert shown["child.late"] == ("Đăng ký quá hạn", "Có")
    assert shown["late_reason"] == ("Vì sao đăng ký sau 60 ngày", "")
    assert shown["father.id"] == ("Số định danh của cha", "•••••••••345")
    assert shown["phone"] == ("Điện thoại", "0912 345 678")
    assert shown["siblings.0.born_on"] == ("Người con 1: Ngày sinh", "01/01/2015")
    assert shown["fee"] == ("Lệ phí", "16.000 đ")
    assert "words" not in shown


def test_the_confirmation_speaks_english(birth, draft, at):
    answers = rules.check(birth, draft, at=at).answers
    values = {row.path: row.value for s in rules.summary(birth, answers, "en") for row in s.rows}
    assert (values["child.sex"], values["has_father"], values["truth"]) == (
        "Female",
        "Yes",
        "Agreed",
    )
    assert "email" not in values


def test_controls_keep_what_was_typed_with_its_error(birth, draft, at):
    draft |= {
        "child.full_name": "Ng 2",
        "child.born_on": {"day": "31", "month": "2"},
        "child.sex": "male",
    }
    errors = rules.check(birth, draft, at=at, page="child").errors
    drawn = {c.path: c for c in rules.controls(birth, "child", draft, at=at, errors=errors)}
    name = drawn["child.full_name"]
    assert (name.inputs, name.required, name.visible) == ({"child.full_name": "Ng 2"}, True, True)
    assert name.error == "Họ, chữ đệm, tên của trẻ: họ tên không có chữ số, bạn hãy xem lại"
    assert drawn["child.born_on"].inputs == {
        "child.born_on.day": "31", "child.born_on.month": "2", "child.born_on.year": "",
    }  # fmt: skip
    assert [(c.value, c.label, c.chosen) for c in drawn["child.sex"].choices] == [
        ("male", "Nam", True), ("female", "Nữ", False),
    ]  # fmt: skip
    assert drawn["late_reason"].visible is False


def test_controls_of_rows_files_and_computed_values(birth, draft, at):
    drawn = {c.path: c for c in rules.controls(birth, "parents", draft, at=at)}
    assert [row[0].inputs for row in drawn["siblings"].rows] == [
        {"siblings.0.full_name": "Nguyễn Bình"}, {"siblings.1.full_name": ""},
    ]  # fmt: skip
    assert drawn["siblings"].attributes == {
        "data-item": "Người con",
        "data-min": "0",
        "data-max": "3",
    }
    assert (drawn["phone"].required, drawn["email"].required) == (True, False)
    without = {c.path: c for c in rules.controls(birth, "parents", {}, at=at)}
    assert without["email"].required
    assert drawn["phone"].attributes == {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}
    papers = {c.path: c for c in rules.controls(birth, "papers", draft, at=at, language="en")}
    assert papers["fee"].inputs == {"fee": "16,000 VND"}
    assert papers["papers.certificate"].files == tuple(draft["papers.certificate"])
    assert papers["papers.certificate"].attributes["accept"] == ".pdf,.jpg,.png"
    assert papers["words"].hint == "Chụp rõ cả bốn góc."


def test_the_schema_accepts_answers_and_nothing_else(birth, draft, at):
    schema = rules.json_schema(birth)
    validator = jsonschema_rs.Draft202012Validator(schema)
    answers = rules.check(birth, draft, at=at).answers.to_json()
    assert validator.is_valid(answers)
    wrong = [
        {"child.full_name": ""}, {"child.order": "1"}, {"child.order": 21}, {"extra": 1},
        {"child.born_on": "1/2/2026"}, {"child.sex": "x"}, {"copies": []}, {"truth": False},
        {"siblings": [{"age": 3}]}, {"father.home": {"province": "01"}}, {"phone": "0912"},
    ]  # fmt: skip
    assert [part for part in wrong if validator.is_valid({**answers, **part})] == []
    del answers["child.full_name"]
    assert not validator.is_valid(answers)


def test_the_example_of_the_guide_is_a_form(library):
    guide = (ROOT / "docs/how-to/write-a-form.md").read_text("utf-8")
    example = guide.partition("```yaml\n")[2].partition("```")[0]
    form = rules.load(example, name="example.yaml", library=library)
    assert list(form.fields)[:2] == ["has_father", "father.full_name"]
    assert rules.lint(form) == ()


def test_the_reference_of_fields_is_as_the_code_has_it():
    assert (ROOT / "docs/reference/form-fields.md").read_text("utf-8") == reference(), (
        "run python -m motcua.forms.rules.describing > docs/reference/form-fields.md"
    )


def test_export_has_a_column_for_every_part(birth):
    columns = rules.export_columns(birth)
    names = [column.name for column in columns]
    assert columns[0] == Column("child.full_name", "Họ, chữ đệm, tên của trẻ", "child.full_name")
    assert len(names) == len(set(names))
    assert names.count("father.home.detail") == names.count("siblings.3.school") == 1
    assert "words" not in names


def test_the_printed_form_is_filled_in_or_empty(birth, draft, at):
    empty = rules.print_layout(birth)
    assert empty[:2] == (
        Line("heading", "Về trẻ", ""),
        Line("field", "Họ, chữ đệm, tên của trẻ", ""),
    )
    assert Line("field", "Họ tên cha", "") in empty
    draft["has_father"] = "no"
    filled = rules.print_layout(birth, rules.check(birth, draft, at=at).answers)
    assert Line("field", "Giới tính", "Nữ") in filled
    assert all(line.label != "Họ tên cha" for line in filled)
    assert Line("subheading", "Người con 1", "") in filled


def test_the_browser_gets_what_one_page_needs_and_no_more(birth, draft, at):
    assert rules.for_browser(birth, "papers", draft, at=at) == {
        "types": {"copies": "list<string>", "count": "int"},
        "known": {},
        "inputs": {"copies": "choices", "count": "integer"},
        "fields": {
            "count": {"visible": ["has__copies && size(copies) > 0"]},
            "fee": {"value": "has__count ? count * 8000 : 0", "as": "money"},
        },
    }
    child = rules.for_browser(birth, "child", draft, at=at)
    assert child["known"] == {"today": "2026-11-22"}
    assert list(child["fields"]) == ["child.late", "late_reason"]


def test_answers_from_other_pages_are_sent_along(at):
    form = rules.load(
        """
title: T
pages:
- name: one
  title: One
  fields:
  - {type: integer, name: age, label: A}
  - {type: address, name: home, label: H}
  - {type: text, name: secret, label: S}
- name: two
  title: Two
  fields:
  - {type: text, name: b, label: B, visible: "age > 3 && home.province == '01'"}
- {name: three, title: Three, fields: [{type: text, name: c, label: C}]}
""",
        name="f",
    )
    draft = {
        "age": "5",
        "home": {"province": "01", "commune": "00004", "detail": "1"},
        "secret": "x",
    }
    sent = rules.for_browser(form, "two", draft, at=at)
    assert sent["known"] == {"age": 5, "home__province": "01"}
    assert rules.for_browser(form, "three", draft, at=at) == {}
