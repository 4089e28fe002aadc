"""One object of the crawled catalogue as a record, and the record's JSON and CSV forms."""

import dataclasses
import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.parsing.national import read_national
from motcua.procedures.rules.parsing.reading import ItemRefused, digest_of, key_of, read_record
from motcua.procedures.rules.parsing.table import COLUMNS, fields_of, row_of
from motcua.procedures.values.catalogue import (
    Audience,
    Channel,
    ChannelKind,
    Component,
    ComponentGroup,
    Fee,
    GroupKind,
    LegalAct,
    Level,
    Online,
    Read,
    Record,
    Result,
    State,
    Step,
    TimeLimit,
    TimeUnit,
    barred,
    unbarred,
)
from motcua.procedures.values.catalogue_json import RecordRefused, from_json, to_json

pytestmark = pytest.mark.once

SAMPLES = Path(__file__).parents[1] / "samples"


def sample(code):
    lines = (SAMPLES / "national.jsonl").read_text("utf-8").splitlines()
    return next(fields for fields in map(json.loads, lines) if fields["ma_thu_tuc"] == code)


def parsed(value):
    return Read(State.PARSED, value)


OWN = Record(
    name="Đăng ký thử | một; hai",
    code="9.000001",
    levels=parsed((Level.COMMUNE,)),
    audiences=parsed((Audience.CITIZEN, Audience.FOREIGNER)),
    field_name=parsed("Hộ tịch"),
    steps=parsed((Step("Nộp\nhồ sơ"), Step("Nhận kết quả"))),
    channels=parsed(
        (
            Channel(
                ChannelKind.ONLINE,
                parsed(TimeLimit(Decimal("1.5"), TimeUnit.WORKING_DAY)),
                parsed((Fee(10000, note="mỗi bản; cả bìa"), Fee(5, "USD"))),
                parsed("Nộp | qua cổng\nbất cứ lúc nào"),
            ),
            Channel(ChannelKind.POST, parsed(TimeLimit(Decimal(3)))),
        )
    ),
    components=parsed(
        (
            ComponentGroup(
                GroupKind.CASE,
                "Trường hợp ủy quyền",
                (Component("Tờ khai", 1, 0, parsed(("mau;1.docx", "b.docx"))), Component("Ảnh")),
            ),
        )
    ),
    legal_basis=parsed((LegalAct("Luật A", "60/2014/QH13"), LegalAct("Luật B"))),
    results=parsed((Result("Giấy A", "KQ.G15.000031"),)),
    online=Online.FULL,
)


def test_a_national_record_is_read_field_by_field():
    record = read_national(sample("9.900001"))
    assert record.code == "9.900001"
    assert record.levels.value == (Level.PROVINCE, Level.COMMUNE)
    assert record.audiences.value == (Audience.CITIZEN, Audience.OFFICIAL)
    assert [c.kind for c in record.channels.value] == [ChannelKind.ONLINE, ChannelKind.IN_PERSON]
    assert record.channels.value[0].time.value == TimeLimit(Decimal(7), TimeUnit.WORKING_DAY)
    assert record.results.value == (Result("Giấy chứng nhận thử", "KQ.G15.999001"),)
    assert record.legal_basis.value == (LegalAct("Luật Thử nghiệm", "10/2020/QH14"),)
    assert record.keywords.value == "thử nghiệm"
    assert record.cases == ("Trường hợp ủy quyền",)
    assert record.conditions.state is State.UNSTATED
    assert record.online is Online.UNSTATED


def test_keywords_behind_the_conditions_are_found_when_there_is_no_result():
    record = read_national(sample("9.900003"))
    assert record.results.state is State.UNSTATED
    assert record.conditions.value == "Đủ 18 tuổi"
    assert record.keywords.value == "tuổi"
    assert record.online is Online.NONE


def test_a_name_is_composed_and_single_spaced():
    decomposed = unicodedata.normalize("NFD", "Cấp  lại\ngiấy")
    assert read_national({"ten_thu_tuc": decomposed}).name == "Cấp lại giấy"


def test_unknown_fields_and_bad_codes_are_kept():
    record = read_national({"ten_thu_tuc": "Thử", "ma_thu_tuc": "19", "moi": {"a": 1}})
    assert (record.code, record.code_text) == (None, "19")
    assert record.extra == (("moi", '{"a": 1}'),)
    assert key_of(record).startswith("khong-ma-")


@pytest.mark.parametrize("fields", [{"ten_thu_tuc": " "}, {"ma_thu_tuc": "9.900001"}, {}])
def test_a_record_without_a_name_is_refused(fields):
    with pytest.raises(ItemRefused, match=r"tên|name"):
        read_record(fields)


def test_a_field_that_is_no_text_is_refused():
    with pytest.raises(ItemRefused, match="cap_thuc_hien"):
        read_record({"ten_thu_tuc": "Thử", "cap_thuc_hien": ["Cấp xã"]})


def test_the_order_of_keys_is_no_change():
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert digest_of({"a": 1}) != digest_of({"a": 2})


@pytest.mark.parametrize("record", [OWN, read_national(sample("9.900001"))])
def test_the_json_form_loses_nothing(record):
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


def test_the_json_form_is_short_where_nothing_is_in_doubt():
    assert to_json(Record(name="Thử", kind=parsed("Loại"))) == {
        "format": 1,
        "name": "Thử",
        "kind": "Loại",
    }


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ({"name": 5}, "name"),
        ({"code": "1.001193"}, "name"),
        ({"name": "A", "nam": "B"}, "nam"),
        ({"name": "A", "format": 9}, "format"),
        ({"name": "A", "levels": "commune"}, "levels"),
        ({"name": "A", "levels": ["village"]}, "levels.0"),
        ({"name": "A", "channels": [{"kind": "online", "time": {"amount": -1}}]}, "channels.0"),
        ({"name": "A", "channels": [{"kind": "online", "fees": [{"amount": 1.5}]}]}, "channels.0"),
        (
            {"name": "A", "components": [{"items": [{"name": "x", "originals": True}]}]},
            "components",
        ),
        ({"name": "A", "decision": {"state": "sure", "value": "x"}}, "decision.state"),
    ],
)
def test_a_wrong_json_record_is_refused_with_its_place(written, where):
    with pytest.raises(RecordRefused) as refused:
        from_json(written)
    assert refused.value.where.startswith(where)


def test_the_csv_form_keeps_the_values():
    assert from_json(fields_of(row_of(OWN))) == OWN


def test_the_csv_form_names_what_only_json_keeps():
    row = row_of(Record(name="Thử", conditions=Read(State.UNPARSED, None, "…")))
    assert set(row) == set(COLUMNS)
    assert row["unparsed"] == "conditions"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("channels", "online | 3 | free | x"),
        ("channels", "a | b | c | d | e"),
        ("components", "case | chỉ hai"),
        ("components", "case | a | Tờ khai | một"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(column, cell):
    with pytest.raises(ItemRefused, match=column):
        fields_of({"name": "Thử", column: cell})


def test_lists_stand_between_bars():
    assert barred((Level.PROVINCE, Level.COMMUNE)) == "|province|commune|"
    assert unbarred("|province|commune|") == ("province", "commune")
    assert (barred(()), unbarred("")) == ("", ())


@pytest.mark.parametrize(
    ("fee", "doubtful"),
    [
        (Fee(0), False),
        (Fee(0, note="Không."), False),
        (Fee(0, note="Lệ phí 200 USD/lần"), True),
        (Fee(20), True),
        (Fee(20000), False),
        (Fee(10, "USD"), False),
    ],
)
def test_a_printed_amount_that_its_note_must_explain(fee, doubtful):
    assert fee.is_doubtful is doubtful


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)


@given(st.dictionaries(st.sampled_from(sorted(sample("9.900001"))), texts))
def test_any_texts_make_a_record_that_its_json_gives_back(fields):
    record = read_national(fields)
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


def documented():
    page = Path(__file__).parents[3] / "docs" / "reference" / "catalogue-format.md"
    return page.read_text("utf-8")


def test_the_documented_example_is_a_record():
    example = documented().split("```json")[1].split("```")[0]
    assert read_record(json.loads(example)).cases == ("Trường hợp ủy quyền",)


def test_every_field_and_column_is_documented():
    words = set(documented().replace("`", " ").replace(",", " ").replace("–", " ").split())
    assert {field.name for field in dataclasses.fields(Record)} <= words
    assert set(COLUMNS) <= words
