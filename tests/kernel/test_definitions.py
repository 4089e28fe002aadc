"""Definitions are read whole, or refused with file, line, fault and remedy."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from motcua.kernel.definitions import (
    DefinitionRefused,
    Strict,
    Words,
    load,
    load_bytes,
    parse,
    read,
)
from motcua.kernel.words import Sentence

pytestmark = pytest.mark.once


class Kind(StrEnum):
    FEE = "fee"
    CHARGE = "charge"


class Text(Strict):
    type: Literal["text"]
    label: Words
    longest: int | None = Field(default=None, ge=1)


class Date(Strict):
    type: Literal["date"]
    label: Words


class Page(Strict):
    code: str
    fields: tuple[Annotated[Text | Date, Field(discriminator="type")], ...] = ()
    since: date | None = None
    kind: Kind = Kind.FEE
    named: dict[str, Text] = Field(default_factory=dict)
    cases: str | tuple[str, ...] = ""


RIGHT = """
code: "1.001193"
since: 2026-01-02
kind: charge
fields:
  - {type: text, label: Họ và tên}
  - type: date
    label: {vi: Ngày sinh, en: Date of birth}
cases: [no, yes]
"""


def refusals(text: str, language: str = "vi") -> list[str]:
    with pytest.raises(DefinitionRefused) as refused:
        load(text, name="p.yaml", model=Page)
    return [problem.text(language) for problem in refused.value.problems]


def test_a_right_definition_becomes_its_model():
    assert load(RIGHT, name="p.yaml", model=Page) == Page(
        code="1.001193",
        since=date(2026, 1, 2),
        kind=Kind.CHARGE,
        fields=(
            Text(type="text", label=Sentence("Họ và tên", "Họ và tên")),
            Date(type="date", label=Sentence("Ngày sinh", "Date of birth")),
        ),
        cases=("no", "yes"),
    )


def test_yaml_1_2_keeps_words_and_codes():
    document = read("a: no\nb: 00004\nc: 2026-01-31\nd: 1_000\ne: 12\nf: ~", name="x")
    assert document.data == {
        "a": "no", "b": "00004", "c": "2026-01-31", "d": "1_000", "e": 12, "f": None,
    }  # fmt: skip


WRONG = [
    ("fields: []", ["1: thiếu khóa “code”; hãy thêm dòng “code: …”"]),
    (
        "code: 1.001193",
        ['1: “code: 1.001193” không đúng kiểu; cần chữ; hãy đặt trong dấu ngoặc kép: "1.001193"'],
    ),
    ("code: a\ncod: b", ["2: không có khóa “cod”; có phải bạn muốn viết “code”?"]),
    (
        "code: a\nkind: fees",
        ["2: “kind: fees” không có trong danh sách; có phải bạn muốn viết “fee”?"],
    ),
    (
        "code: a\nsince: 2026-02-30",
        ["2: “since: 2026-02-30” không đúng kiểu; cần ngày dạng 2026-01-31"],
    ),
    (
        "code: a\nfields: x",
        ["2: “fields: x” không đúng kiểu; cần một danh sách, mỗi mục bắt đầu bằng “- ”"],
    ),
    (
        "code: a\nfields:\n- type: tekst",
        ["3: “type: tekst” không có trong danh sách; có phải bạn muốn viết “text”?"],
    ),
    ("code: a\nfields:\n- label: x", ["3: thiếu khóa “type”; hãy thêm dòng “type: …”"]),
    (
        "code: a\nfields:\n- type: text\n  lable: x",
        [
            "3: thiếu khóa “label”; hãy thêm dòng “label: …”",
            "4: không có khóa “lable”; có phải bạn muốn viết “label”?",
        ],
    ),
    (
        "code: a\nnamed:\n  z: {type: text, label: x, longest: 0}",
        ["3: “longest: 0” không đúng kiểu; phải từ 1 trở lên"],
    ),
    (
        "code: a\nfields:\n- {type: text, label: 5}",
        ["3: “label”: không phải là lời văn; hãy viết một câu tiếng Việt, hoặc {vi: …, en: …}"],
    ),
    ("code: a\ncode: b", ["2: khóa “code” viết hai lần (lần đầu ở dòng 1); hãy giữ lại một"]),
    (
        "code: &x a\nkind: fee",
        ["1: có neo hoặc tham chiếu YAML (& hoặc *); hãy viết đầy đủ nội dung tại chỗ"],
    ),
    ("code: !secret a", ["1: có nhãn kiểu YAML “!secret”; hãy bỏ nhãn bắt đầu bằng dấu !"]),
    ("code: a\nfields:\n\t- x", ["3: dòng thụt đầu bằng phím Tab; hãy thụt dòng bằng dấu cách"]),
    ("code: a\x00b", ["1: có ký tự điều khiển NUL; hãy xóa ký tự đó"]),
    ('code: "a\\0b"', ["1: có ký tự điều khiển không in được; hãy xóa ký tự đó"]),
    ("", ["1: tệp trống; hãy bắt đầu bằng các dòng dạng “khóa: giá trị”"]),
    (
        "- a",
        [
            (
                "1: tệp không phải là một bảng khóa–giá trị; "
                "hãy bắt đầu bằng các dòng dạng “khóa: giá trị”"
            )
        ],
    ),
    (
        "code: a\n---\ncode: b",
        ["2: tệp có nhiều tài liệu (---); hãy tách mỗi tài liệu thành một tệp"],
    ),
    (
        "code: " + "x" * 1_100_000,
        ["1: tệp lớn 1100006 byte, quá giới hạn 1 MiB; hãy tách tệp thành nhiều tệp nhỏ"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[text[:24] for text, _ in WRONG])
def test_what_is_wrong_is_told_with_its_line(text, expected):
    assert refusals(text) == [f"p.yaml:{line}" for line in expected]


def test_unreadable_yaml_names_the_line_and_speaks_english_too():
    assert refusals('code: "a\nkind: fee\n', "en")[0].startswith(
        "p.yaml:3: YAML that cannot be read"
    )
    assert "nested deeper" in refusals("code: " + "[" * 60, "en")[0]


def test_a_bomb_of_aliases_is_not_expanded():
    bomb = "a0: &a0 [x,x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 60))
    assert all("neo" in line or "khóa" in line for line in refusals(bomb))


def test_bytes_that_are_not_utf8_are_told_with_their_line():
    with pytest.raises(DefinitionRefused) as refused:
        load_bytes(b"code: a\nkind: \xff", name="p.yaml", model=Page)
    assert str(refused.value) == (
        "p.yaml:2: có ký tự không phải UTF-8; hãy lưu lại tệp với bảng mã UTF-8"
    )


def test_everything_wrong_is_told_at_once_in_order_of_lines():
    lines = [
        p.split(":")[1] for p in refusals("kind: x\nfoo: 1\nsince: 5\nfields:\n- 3\n- {type: q}")
    ]
    assert lines == ["1", "1", "2", "3", "5", "6"]


def test_a_document_points_at_values_for_later_checks():
    document = read(RIGHT, name="p.yaml")
    problem = document.problem(("fields", 1, "label"), Sentence("a", "b"), Sentence("c", "d"))
    assert (problem.line, problem.text("en")) == (8, "p.yaml:8: b; d")
    assert document.line(("fields", 9, "label")) == 5
    assert parse(document, Page).code == "1.001193"


@given(st.text(alphabet=st.sampled_from("a:-? [],{}&*!|>'\"%@`#\n\t \0ơ1."), max_size=60))
def test_any_text_is_read_or_refused_with_lines(text):
    problems = ()
    try:
        problems = read(text, name="x").problems
    except DefinitionRefused as refused:
        problems = refused.problems
    lines = text.count("\n") + 2
    assert all(1 <= problem.line <= lines for problem in problems)
