"""The table of channels: every shape met in the crawled catalogue, then any text at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.parsing.channels import HEADER, KINDS, UNITS, read_channels
from motcua.procedures.values.catalogue import (
    Channel,
    ChannelKind,
    Fee,
    FeeKind,
    Read,
    State,
    TimeLimit,
    TimeUnit,
)

pytestmark = pytest.mark.once

ONLINE, POST, IN_PERSON = ChannelKind.ONLINE, ChannelKind.POST, ChannelKind.IN_PERSON
WORKING = TimeUnit.WORKING_DAY


def rows(text):
    """Kind, time and amounts of each row, the way a person would note them down."""
    return [
        (channel.kind, told(channel.time), amounts(channel))
        for channel in read_channels(HEADER + text).value or ()
    ]


def told(time):
    return (str(time.value.amount), time.value.unit) if time.is_parsed else time.state


def amounts(channel):
    if not channel.fees.is_parsed:
        return channel.fees.state
    return [(fee.amount, fee.currency) for fee in channel.fees.value]


FREE = [(0, "VND")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trực tiếp7 Ngày làm việcMiễn phí", [(IN_PERSON, ("7", WORKING), FREE)]),
        ("Trực tuyến7Miễn phí", [(ONLINE, ("7", None), FREE)]),
        ("Trực tiếp30 NgàyMiễn phí", [(IN_PERSON, ("30", TimeUnit.CALENDAR_DAY), FREE)]),
        ("Trực tiếp8 GiờMiễn phí", [(IN_PERSON, ("8", TimeUnit.HOUR), FREE)]),
        ("Trực tiếp4 ThángMiễn phí", [(IN_PERSON, ("4", TimeUnit.MONTH), FREE)]),
        ("Trực tiếp1.5 Ngày làm việcMiễn phí", [(IN_PERSON, ("1.5", WORKING), FREE)]),
        (
            "Trực tuyến3 Ngày làm việc5,000 VNĐDịch vụ bưu chính4 Ngày làm việc7,000 Việt Nam Đồng",
            [(ONLINE, ("3", WORKING), [(5000, "VND")]), (POST, ("4", WORKING), [(7000, "VND")])],
        ),
        ("Trực tiếpKhông có thông tin10 USD(/bản)", [(IN_PERSON, State.UNSTATED, [(10, "USD")])]),
        (
            "Trực tiếpKhông có thông tinKhông có thông tin",
            [(IN_PERSON, State.UNSTATED, State.UNSTATED)],
        ),
        ("Trực tiếpKhông quy địnhMiễn phí", [(IN_PERSON, State.UNSTATED, FREE)]),
        ("Trực tiếpNgay trong buổiMiễn phí", [(IN_PERSON, State.UNPARSED, FREE)]),
        (
            "Trực tiếp5 Ngày làm việcTheo thông báo",
            [(IN_PERSON, ("5", WORKING), State.UNPARSED)],
        ),
    ],
)
def test_cells_of_a_row(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trực tuyến120 VNĐ", [(ONLINE, ("1", None), [(20, "VND")])]),
        ("Trực tuyến1100,000 VNĐ", [(ONLINE, ("1", None), [(100000, "VND")])]),
        ("Trực tuyến1200 VNĐ", [(ONLINE, ("1", None), [(200, "VND")])]),
        ("Trực tuyến125 VNĐ", [(ONLINE, State.UNPARSED, State.UNPARSED)]),
        ("Trực tuyến125 VNĐ(25.000 đồng)", [(ONLINE, ("1", None), [(25, "VND")])]),
        (
            "Trực tiếp1Miễn phíTrực tuyến125 VNĐ",
            [(IN_PERSON, ("1", None), FREE), (ONLINE, ("1", None), [(25, "VND")])],
        ),
        ("Trực tuyến5 VNĐ", [(ONLINE, State.UNPARSED, State.UNPARSED)]),
    ],
)
def test_a_time_without_unit_that_ran_into_an_amount(text, expected):
    assert rows(text) == expected


def test_an_ambiguous_cell_keeps_its_words():
    (channel,) = read_channels(f"{HEADER}Trực tiếp1250 VNĐ").value
    assert channel == Channel(
        IN_PERSON, Read(State.UNPARSED), Read(State.UNPARSED, None, "1250 VNĐ"), Read()
    )


def test_note_and_description_are_told_apart_by_the_brackets():
    (channel,) = read_channels(
        f"{HEADER}Trực tiếp2 NgàyMiễn phí(Không có)Nộp tại bộ phận một cửa (tầng 1)"
    ).value
    assert channel.fees.value == (Fee(0, note="Không có"),)
    assert channel.description.value == "Nộp tại bộ phận một cửa (tầng 1)"


@pytest.mark.parametrize(
    ("after", "description"),
    [
        ("(một lần (trừ hộ nghèo)15 ngày kể từ ngày nhận", "15 ngày kể từ ngày nhận"),
        ("(1) Trường hợp cấp mới", "(1) Trường hợp cấp mới"),
        ("(một lần). (Áp dụng từ tháng 7).)- Tính từ hôm sau", "- Tính từ hôm sau"),
    ],
)
def test_brackets_that_do_not_close(after, description):
    (channel,) = read_channels(f"{HEADER}Trực tiếp15 Ngày50,000 VNĐ{after}").value
    assert channel.description == Read(State.PARSED, description, description)


def test_a_bracket_left_open_leaves_the_description_open():
    read = read_channels(f"{HEADER}Trực tiếp15 Ngày50,000 VNĐ(một lần (trừ hộ nghèo")
    assert read.state is State.UNPARSED
    assert read.value[0].fees.value == (Fee(50000, note="(một lần (trừ hộ nghèo"),)
    assert read.value[0].description.state is State.UNPARSED


def test_further_fees_listed_in_the_note():
    (channel,) = read_channels(
        f"{HEADER}Trực tiếp15 Ngày250,000 VNĐ(Đồng (thi lại)  Phí: 400000 Đồng (bổ sung)"
        "  Lệ phí: 600.000 đồng (lần đầu) Phí: 250.000 đồng (nhắc lại))"
    ).value
    assert [(fee.amount, fee.kind, fee.note) for fee in channel.fees.value[1:]] == [
        (400000, FeeKind.FEE, "bổ sung"),
        (600000, FeeKind.CHARGE, "lần đầu"),
    ]


def test_cases_give_several_rows_of_one_channel():
    text = "Trực tiếp7 NgàyMiễn phíĐối với công tyTrực tiếp5 NgàyMiễn phíĐối với chi nhánh"
    read = read_channels(HEADER + text)
    assert [(str(c.time.value.amount), c.description.value) for c in read.value] == [
        ("7", "Đối với công ty"),
        ("5", "Đối với chi nhánh"),
    ]


def test_a_channel_named_in_a_description_begins_no_row():
    read = read_channels(
        f"{HEADER}Trực tiếp7 NgàyMiễn phí- Trực tiếp tại bộ phận một cửa; Trực tuyến trên cổng."
    )
    assert len(read.value) == 1
    assert read.state is State.PARSED


@pytest.mark.parametrize("text", ["", "Không có thông tin", " \n", "--"])
def test_nothing_stated(text):
    assert read_channels(text) == Read(text=text)


def test_no_table_at_all_is_kept_as_it_is():
    text = "Nộp tại Ủy ban nhân dân"
    assert read_channels(text) == Read(State.UNPARSED, None, text)


def test_words_before_the_first_row_make_the_table_unparsed():
    read = read_channels(f"{HEADER}Lưu ý Trực tiếp7 NgàyMiễn phí")
    assert read.state is State.UNPARSED
    assert len(read.value) == 1


def test_the_page_around_the_table_is_cut_off():
    page = (
        "Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Bộ ngành --"
        "Đơn vị-- Chọn Cơ sở --Nộp hồ sơ"
    )
    (channel,) = read_channels(f"{HEADER}Trực tiếp7 NgàyMiễn phíTại quầy{page}").value
    assert channel.description.value == "Tại quầy"


def rebuilt(read):
    names = {kind: name for name, kind in KINDS.items()}
    return "".join(
        names[c.kind] + c.time.text + c.fees.text + c.description.text for c in read.value
    )


pieces = st.one_of(
    st.sampled_from([*KINDS, *UNITS, "Miễn phí", "Không có thông tin", "10,000 VNĐ", "(", ")"]),
    st.text(max_size=6),
    st.integers(0, 10**7).map(str),
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_text_is_read_without_losing_a_letter(text):
    read = read_channels(HEADER + text)
    assert read.text == HEADER + text
    if read.value:
        assert text.rstrip().endswith(rebuilt(read).rstrip())
        before = text.rstrip()[: -len(rebuilt(read).rstrip())]
        assert read.state is State.UNPARSED or not before.strip()


limits = st.tuples(st.integers(0, 365), st.sampled_from([*UNITS.items()]))
words = st.text(alphabet="abcđêơư ", max_size=20).map(str.strip)


@given(
    st.lists(
        st.tuples(st.sampled_from([*KINDS.items()]), limits, st.integers(1, 10**8), words, words),
        min_size=1,
        max_size=6,
    )
)
def test_a_table_written_as_the_catalogue_writes_it_is_read_back(table):
    text, expected = HEADER, []
    for (name, kind), (amount, (printed, unit)), money, note, description in table:
        bracket = f"({note})" if note else ""
        text += f"{name}{amount} {printed}{money:,} VNĐ{bracket}{description.capitalize()}"
        limit = TimeLimit(Decimal(amount), unit)
        expected.append((kind, limit, (Fee(money, note=note),), description.capitalize() or None))
    read = read_channels(text)
    assert read.state is State.PARSED
    assert [
        (c.kind, c.time.value, c.fees.value, c.description.value) for c in read.value
    ] == expected
