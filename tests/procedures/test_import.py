"""Importing a source: versions, repetition, two sources of one code, what cannot be read."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from motcua.journal.queries import history
from motcua.journal.values import Actor
from motcua.procedures.actions import import_records
from motcua.procedures.models import Procedure, ProcedureVersion, UnreadableLine
from motcua.procedures.queries.catalogue import current_records
from motcua.procedures.queries.search import search
from motcua.procedures.rules.parsing.lines import item_of

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 1, 5, 3, tzinfo=UTC)
TUESDAY = datetime(2026, 1, 6, 3, tzinfo=UTC)
WEDNESDAY = datetime(2026, 1, 7, 3, tzinfo=UTC)
BY = Actor(kind="system", key="test", name="Kiểm thử")
SAMPLES = Path(__file__).parent / "samples"


def sample():
    return [json.loads(line) for line in (SAMPLES / "national.jsonl").read_text().splitlines()]


def items(records):
    lines = (json.dumps(record, ensure_ascii=False).encode() for record in records)
    return [item_of(number, line) for number, line in enumerate(lines, start=1)]


def take(records, *, source="mau.jsonl", at=MONDAY):
    return import_records(source=source, records=items(records), by=BY, at=at)


def counts(report):
    return (report.new, report.changed, report.unchanged, report.refused)


def versions(code):
    rows = ProcedureVersion.objects.filter(procedure__code=code).order_by("number")
    return list(rows.values_list("number", "name", "valid_from", "valid_to"))


def test_every_record_becomes_a_version_with_its_columns():
    report = take(sample())
    assert counts(report) == (5, 0, 0, 0)
    assert (report.records, report.imported, report.without_code) == (5, 5, 1)
    version = ProcedureVersion.objects.get(procedure__code="9.900001")
    assert (version.levels, version.audiences) == ("|province|commune|", "|citizen|official|")
    assert (version.field_name, version.online) == ("Thử nghiệm", "unstated")
    assert (version.source, version.source_line, version.number) == ("mau.jsonl", 1, 1)
    assert version.procedure.current_id == version.pk


def test_the_same_again_changes_nothing():
    take(sample())
    assert counts(take(sample(), at=TUESDAY)) == (0, 0, 5, 0)
    assert ProcedureVersion.objects.count() == 5


def test_a_change_opens_a_version_and_ends_the_one_before():
    records = sample()
    take(records)
    records[0]["ten_thu_tuc"] = "Cấp giấy mới"
    assert counts(take(records, at=TUESDAY)) == (0, 1, 4, 0)
    assert versions("9.900001") == [
        (1, "Cấp giấy chứng nhận thử", MONDAY, TUESDAY),
        (2, "Cấp giấy mới", TUESDAY, None),
    ]
    assert Procedure.objects.get(code="9.900001").current.number == 2


def test_a_change_back_is_a_change():
    first = sample()
    second = [first[0] | {"ten_thu_tuc": "Cấp giấy mới"}]
    take(first)
    take(second, at=TUESDAY)
    assert counts(take(first[:1], at=WEDNESDAY)) == (0, 1, 0, 0)
    assert [name for _, name, *_ in versions("9.900001")] == [
        "Cấp giấy chứng nhận thử",
        "Cấp giấy mới",
        "Cấp giấy chứng nhận thử",
    ]


def test_two_sources_of_one_code_keep_both_and_settle():
    one = sample()[:1]
    other = [one[0] | {"ten_thu_tuc": "Cấp giấy theo bộ khác"}]
    for at, expected in ((MONDAY, (1, 0, 0, 0)), (TUESDAY, (0, 0, 1, 0))):
        assert counts(take(one, source="a.jsonl", at=at)) == expected
        take(other, source="b.jsonl", at=at)
    assert [name for _, name, *_ in versions("9.900001")] == [
        "Cấp giấy chứng nhận thử",
        "Cấp giấy theo bộ khác",
    ]


def test_the_same_record_in_another_source_is_no_change():
    take(sample(), source="a.jsonl")
    assert counts(take(sample(), source="b.jsonl", at=TUESDAY)) == (0, 0, 5, 0)


def test_one_code_twice_in_a_source_keeps_both_and_settles():
    first = sample()[0]
    twice = [first, first | {"ten_thu_tuc": "Cấp giấy lần hai"}]
    report = take(twice)
    assert (counts(report), report.repeated) == ((1, 1, 0, 0), 1)
    assert versions("9.900001") == [
        (1, "Cấp giấy chứng nhận thử", MONDAY, MONDAY),
        (2, "Cấp giấy lần hai", MONDAY, None),
    ]
    assert counts(take(twice, at=TUESDAY)) == (0, 0, 2, 0)


def test_a_record_without_a_code_stands_under_a_key_of_ours():
    take(sample()[4:])
    procedure = Procedure.objects.get()
    assert procedure.code is None
    assert procedure.key.startswith("khong-ma-")
    changed = [sample()[4] | {"so_quyet_dinh": "9/QĐ-THU"}]
    assert counts(take(changed, at=TUESDAY)) == (0, 1, 0, 0)


def test_what_is_no_record_is_kept_and_told_with_its_line():
    lines = [b'{"ma_thu_tuc": "9.900009"}', b"[1]", b'{"ten_thu_tuc": "A"', b"\xff\xfe"]
    broken = [item_of(number, line) for number, line in enumerate(lines, start=7)]
    for at in (MONDAY, TUESDAY):
        report = import_records(source="hong.jsonl", records=broken, by=BY, at=at)
        assert counts(report) == (0, 0, 0, 4)
    assert [(problem.source, problem.line) for problem in report.problems] == [
        ("hong.jsonl", line) for line in (7, 8, 9, 10)
    ]
    kept = UnreadableLine.objects.order_by("line")
    assert [bytes(line.raw) for line in kept] == lines


def test_the_report_counts_fields_and_shows_what_was_not_understood():
    fields = take(sample()).to_json()["fields"]
    assert fields["code"] == {"parsed": 4, "unstated": 1, "unparsed": 0, "examples": []}
    assert fields["channels"]["unparsed"] == 1
    assert fields["channels"]["examples"] == [
        {"key": "9.900004", "text": "Theo thông báo của cơ quan"}
    ]
    assert fields["channels.time"]["parsed"] == 5


def test_one_entry_tells_the_journal():
    take(sample())
    (entry,) = history("catalogue:mau.jsonl")
    assert entry.kind == "catalogue.imported"
    assert entry.by == BY
    assert entry.payload["new"] == 5


def test_nothing_stands_when_the_source_breaks_off():
    def breaking():
        yield from items(sample())
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError):
        import_records(source="mau.jsonl", records=breaking(), by=BY, at=MONDAY)
    assert not Procedure.objects.exists()
    assert not history("catalogue:mau.jsonl")


def test_progress_is_told_of_every_item():
    told = []
    many = [sample()[0] | {"ma_thu_tuc": f"9.{number:06}"} for number in range(450)]
    import_records(source="x", records=items(many), by=BY, at=MONDAY, progress=told.append)
    assert told == [200, 200, 50]


def test_the_number_of_queries_grows_with_batches_not_with_records(
    django_assert_max_num_queries,
):
    many = [sample()[0] | {"ma_thu_tuc": f"9.{number:06}"} for number in range(200)]
    with django_assert_max_num_queries(60):
        take(many)


def test_imported_procedures_are_found():
    take(sample())
    assert [hit.code for hit in search("xac nhan thu").hits][:1] == ["9.900003"]


def test_the_current_records_stream_out_by_key():
    take(sample())
    assert [record.code for record in current_records()] == [
        "9.900001",
        "9.900002",
        "9.900003",
        "9.900004",
        None,
    ]


def test_a_file_name_of_any_length_and_kind_is_taken():
    report = take(sample(), source="tệp\udcff" + "x" * 300 + ".jsonl")
    assert report.imported == 5
    assert ProcedureVersion.objects.first().source.startswith("tệp?xxx")
