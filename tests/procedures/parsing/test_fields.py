"""Legal basis, results, steps, related procedures, word lists, and what surrounds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.parsing import legal
from motcua.procedures.rules.parsing.cells import cut_about, cut_page, listed, plain
from motcua.procedures.rules.parsing.legal import read_legal_basis
from motcua.procedures.rules.parsing.related import read_related
from motcua.procedures.rules.parsing.results import read_results
from motcua.procedures.rules.parsing.steps import read_steps
from motcua.procedures.values.catalogue import (
    Audience,
    LegalAct,
    Read,
    Related,
    Result,
    State,
    Step,
)

pytestmark = pytest.mark.once

PAGE = (
    "Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Tỉnh/ Thành phố --Phường/ XãSở"
    "-- Chọn Phường/ Xã --Hệ thống chỉ hiển thị những cơ quan đã áp dụng dịch vụ công trực tuyến"
    "Nộp hồ sơ"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luật Hộ tịch60/2014/QH13", [("Luật Hộ tịch", "60/2014/QH13")]),
        ("Luật 60/2014/QH1360/2014/QH13", [("Luật 60/2014/QH13", "60/2014/QH13")]),
        (
            "Luật A60/2014/QH13Nghị định về B123/2015/NĐ-CP",
            [("Luật A", "60/2014/QH13"), ("Nghị định về B", "123/2015/NĐ-CP")],
        ),
        ("Luật năm 202448/2024/QH15", [("Luật năm 2024", "48/2024/QH15")]),
        ("Luật thú yLuật số79/2015/QH13", [("Luật thú y", "79/2015/QH13")]),
        ("Nghị quyết về X66.7/2025/NQ-CP", [("Nghị quyết về X", "66.7/2025/NQ-CP")]),
        ("30/2026/NĐ-CP30/2026/NĐ-CP", [("30/2026/NĐ-CP", "30/2026/NĐ-CP")]),
        (
            "Luật sửa Luật 1/2020/QH14 ngày 3/2;2/2021/QH15",
            [("Luật sửa Luật 1/2020/QH14 ngày 3/2;", "2/2021/QH15")],
        ),
        ("Thông tư về A01/2020/TT-BTPLUẬT B2/2021/QH15", None),
    ],
)
def test_titles_and_numbers_are_told_apart(text, expected):
    read = read_legal_basis(legal.HEADER + text)
    if expected is None:
        expected = [("Thông tư về A", "01/2020/TT-BTP"), ("LUẬT B", "2/2021/QH15")]
    assert read.state is State.PARSED
    assert [(act.title, act.number) for act in read.value] == expected


def test_titles_that_ran_into_each_other_stay_whole():
    text = "Luật Đầu tư côngLuật số 58Quy định về đất151/2025/NĐ-CP"
    read = read_legal_basis(legal.HEADER + text)
    assert read.state is State.UNPARSED
    assert read.value == (LegalAct(text),)


def test_the_next_field_that_ran_in_is_no_act():
    read = read_legal_basis(f"{legal.HEADER}Luật A60/2014/QH13Cơ quan thực hiệnSở Tư pháp")
    assert read.value == (LegalAct("Luật A", "60/2014/QH13"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giấy khai sinhMã: KQ.G15.000031", [("Giấy khai sinh", "KQ.G15.000031")]),
        (
            "Giấy AMã: KQ.G12.000159Công văn BMã: 000.00.00.G04-KQ3336",
            [("Giấy A", "KQ.G12.000159"), ("Công văn B", "000.00.00.G04-KQ3336")],
        ),
        ("Văn bảnMã: VBTT", [("Văn bản", "VBTT")]),
    ],
)
def test_results_and_their_codes(text, expected):
    read = read_results(f"{text}Từ khóaKhông có thông tinMô tảKhông có thông tin{PAGE}")
    assert read.state is State.PARSED
    assert [(result.name, result.code) for result in read.value] == expected


def test_a_code_of_no_known_form_before_another_name_is_not_guessed():
    read = read_results("Quyết định AMã: dsfasQuyết định BMã: KQ.G15.000031")
    assert read.state is State.UNPARSED
    assert read.value[0] == Result("Quyết định A")
    assert read.value[1] == Result("dsfasQuyết định B", "KQ.G15.000031")


def test_a_result_without_a_code_is_kept():
    assert read_results("Giấy xác nhận").value == (Result("Giấy xác nhận"),)


def test_steps_are_numbered_where_the_source_numbers_them():
    read = read_steps("Chuẩn bị\nBước 1: Nộp\nchi tiết\n- Bước 2. Nhận")
    assert read.value == (
        Step("Chuẩn bị"),
        Step("Bước 1: Nộp\nchi tiết", 1),
        Step("Bước 2. Nhận", 2),
    )


def test_steps_without_numbers_are_the_lines():
    assert read_steps("- Nộp\n\n- Nhận\n").value == (Step("- Nộp"), Step("- Nhận"))


def test_a_related_procedure_is_told_twice():
    text = "#Tên thủ tục1Cấp A#1Tên thủ tụcCấp A"
    assert read_related(text) == Read(State.PARSED, (Related("Cấp A"),), text)
    assert read_related(text + "B").state is State.UNPARSED


AUDIENCES = {
    "Công dân": Audience.CITIZEN,
    "Cán bộ, công chức": Audience.OFFICIAL,
    "Doanh nghiệp": Audience.ENTERPRISE,
    "Doanh nghiệp Việt Nam": Audience.VIETNAMESE_ENTERPRISE,
}


def test_a_list_knows_words_with_commas_and_longer_words_first():
    read = listed("Doanh nghiệp Việt Nam, Cán bộ, công chức, Doanh nghiệp", AUDIENCES)
    assert read.state is State.PARSED
    assert read.value == (
        Audience.VIETNAMESE_ENTERPRISE,
        Audience.OFFICIAL,
        Audience.ENTERPRISE,
    )


@pytest.mark.parametrize("text", ["Công dân, Người ngoài", "Doanh nghiệp tư nhân", "Khách"])
def test_an_unknown_word_leaves_the_list_unparsed_with_what_is_known(text):
    read = listed(text, AUDIENCES)
    assert read.state is State.UNPARSED
    assert read.text == text
    assert Audience.OFFICIAL not in read.value


def test_keywords_and_description_are_taken_from_behind_the_last_field():
    cut = cut_about(f"Giấy AMã: X1Từ khóamất bằngMô tảCó hạn 10 năm.{PAGE}")
    assert (cut.body, cut.keywords, cut.description) == (
        "Giấy AMã: X1",
        "mất bằng",
        "Có hạn 10 năm.",
    )
    assert cut.debris == PAGE


def test_plain_text_is_kept_to_the_letter():
    assert plain("Sở Tư pháp") == Read(State.PARSED, "Sở Tư pháp")
    assert plain(" Sở \n") == Read(State.PARSED, "Sở", " Sở \n")
    assert plain("Không có thông tin") == Read(text="Không có thông tin")


READERS = [read_legal_basis, read_results, read_steps, read_related, plain]


@given(st.text(max_size=120))
def test_any_text_is_read_without_raising_and_is_kept(text):
    for read in (reader(text) for reader in READERS):
        assert (read.text or read.value or "") == text
    cut = cut_page(text + PAGE)
    assert cut.body + cut.debris == text + PAGE


@given(st.text(alphabet="Luật 2024/QH15NĐ-CP.;(", max_size=60))
def test_every_letter_of_the_legal_basis_stands_in_an_act(text):
    read = read_legal_basis(legal.HEADER + text)
    told = "".join(act.title + (act.number or "") for act in read.value or ())
    missing = set("".join(text.split())) - set("".join(told.split()))
    assert missing <= set(".;,") or read.state is State.UNSTATED
