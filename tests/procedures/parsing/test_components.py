"""The papers of a dossier, and the forms whose names ran into theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.parsing.components import HEADER, read_components
from motcua.procedures.rules.parsing.forms import part_forms
from motcua.procedures.values.catalogue import Component, GroupKind, Read, State

pytestmark = pytest.mark.once


def papers(text):
    return [
        (item.name, item.originals, item.copies)
        for group in read_components(text).value or ()
        for item in group.items
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Tờ khai1 bản chính", [("Tờ khai", 1, 0)]),
        ("Tờ khai0 bản chính,1 bản sao", [("Tờ khai", 0, 1)]),
        ("Tờ khai1 bản chínhẢnh2 bản chính", [("Tờ khai", 1, 0), ("Ảnh", 2, 0)]),
        ("Nộp 01 bản chính1 bản chính", [("Nộp 01 bản chính", 1, 0)]),
        ("Bản vẽ (01 bản chính)0 bản chính,1 bản sao", [("Bản vẽ (01 bản chính)", 0, 1)]),
        ("Giấy cấp ngày 01/01/20261 bản chính", [("Giấy cấp ngày 01/01/2026", 1, 0)]),
        ("Đơn theo Mẫu số 181 bản chính", [("Đơn theo Mẫu số 18", 1, 0)]),
        ("Có 1 bản chính hoặc bản sao1 bản chính", [("Có 1 bản chính hoặc bản sao", 1, 0)]),
        ("Đơn1 bản chính- Ảnh1 bản chính", [("Đơn", 1, 0), ("- Ảnh", 1, 0)]),
        ("Đơn1 bản chính01 bản sao thẻ0 bản chính", [("Đơn", 1, 0), ("01 bản sao thẻ", 0, 0)]),
    ],
)
def test_counts_end_a_row(rows, expected):
    read = read_components(f"--{HEADER}{rows}")
    assert read.state is State.PARSED
    assert papers(f"--{HEADER}{rows}") == expected


def test_two_digits_that_may_be_a_name_or_a_count_are_left_open():
    read = read_components(f"--{HEADER}Hồ sơ bước 11 bản chính")
    assert read.state is State.UNPARSED
    assert read.value[0].items == (Component("Hồ sơ bước", note="11 bản chính"),)


def test_sections_keep_their_captions_and_cases_are_told():
    text = (
        f"* Giấy tờ phải nộp:{HEADER}Tờ khai1 bản chính* Giấy tờ phải xuất trình:{HEADER}Thẻ"
        f"1 bản chínhTrường hợp ủy quyền{HEADER}Giấy ủy quyền1 bản chính--{HEADER}Ảnh1 bản chính"
    )
    groups = read_components(text).value
    assert [(group.kind, group.caption) for group in groups] == [
        (GroupKind.SUBMIT, "* Giấy tờ phải nộp:"),
        (GroupKind.PRESENT, "* Giấy tờ phải xuất trình:"),
        (GroupKind.CASE, "Trường hợp ủy quyền"),
        (GroupKind.UNNAMED, ""),
    ]
    assert [len(group.items) for group in groups] == [1, 1, 1, 1]


def test_words_after_the_last_row_are_kept_as_a_caption_without_papers():
    read = read_components(f"--{HEADER}Tờ khai1 bản chínhLưu ý khi nộp")
    assert read.state is State.UNPARSED
    assert read.value[1].caption == "Lưu ý khi nộp"


@pytest.mark.parametrize("text", ["", "--", "----", "Không có thông tin"])
def test_nothing_stated(text):
    assert read_components(text) == Read(text=text)


def test_words_of_a_neighbouring_field_are_kept_unread():
    text = "); nộp hồ sơ cho cơ quan bảo hiểm"
    assert read_components(text) == Read(State.UNPARSED, None, text)


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("Đơn theo mẫu;Mẫu số 20.docx", "Đơn theo mẫu;", ("Mẫu số 20.docx",)),
        ("Đơn theo Nghị định 23/NĐ-CPMau13.docx", "Đơn theo Nghị định 23/NĐ-CP", ("Mau13.docx",)),
        ("Đơn theo quy định1.2. Don ray.docx", "Đơn theo quy định", ("1.2. Don ray.docx",)),
        ("Tờ khaiTo khai 1.docTo khai 2.doc", "Tờ khai", ("To khai 1.doc", "To khai 2.doc")),
        ("Đơn theo mẫuMau06-PhulucII.docx", "Đơn theo mẫu", ("Mau06-PhulucII.docx",)),
    ],
)
def test_a_form_begins_where_a_word_begins_without_a_space(text, name, forms):
    assert part_forms(text) == (name, Read(State.PARSED, forms))


def test_a_form_without_a_joint_stays_in_the_name():
    assert part_forms("Bản khai theo bản khai.docx") == (
        "Bản khai theo bản khai.docx",
        Read(State.UNPARSED),
    )


def test_a_file_named_inside_a_sentence_is_no_form():
    assert part_forms("Tệp hoso.docx gửi kèm") == ("Tệp hoso.docx gửi kèm", Read())


@given(st.text(max_size=80))
def test_any_text_is_kept(text):
    read = read_components(f"--{HEADER}{text}")
    assert read.text.endswith(text)
    name, forms = part_forms(text)
    assert "".join(name.split()) + "".join("".join(forms.value or ()).split()) == "".join(
        text.split()
    )


names = st.text(alphabet="abcđêơư ", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(st.lists(st.tuples(names, st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8))
def test_rows_written_as_the_catalogue_writes_them_are_read_back(rows):
    text = "".join(
        f"{name.capitalize()}{originals} bản chính" + (f",{copies} bản sao" if copies else "")
        for name, originals, copies in rows
    )
    assert papers(f"--{HEADER}{text}") == [(n.capitalize(), o, c) for n, o, c in rows]
