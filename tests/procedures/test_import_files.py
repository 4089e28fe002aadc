"""Files of every kind, whole and broken, and the catalogue that comes with the system."""

import csv
import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from motcua.journal.values import Actor
from motcua.procedures.actions import (
    FileRefused,
    import_records,
    load_library_catalogue,
    read_items,
)
from motcua.procedures.models import Procedure
from motcua.procedures.rules.parsing import lines
from motcua.procedures.rules.parsing.table import COLUMNS

AT = datetime(2026, 1, 5, 3, tzinfo=UTC)
BY = Actor(kind="system", key="test", name="Kiểm thử")
GOOD = {"ten_thu_tuc": "Thủ tục thử", "ma_thu_tuc": "9.900001"}
LINE = json.dumps(GOOD, ensure_ascii=False).encode()
OWN = {"name": "Thủ tục thử", "code": "9.900001", "levels": ["commune"]}
LIBRARY = Path(__file__).parents[2] / "library"
once = pytest.mark.once


def read(folder, name, raw):
    path = folder / name
    path.write_bytes(raw)
    return list(read_items(path))


@once
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jsonl", LINE),
        ("a.jsonl", b"\xef\xbb\xbf" + LINE + b"\r\n\r\n"),
        ("a.jsonl.gz", gzip.compress(LINE + b"\n")),
        ("a.json", b"[" + LINE + b"]"),
        ("a.json", json.dumps(GOOD, indent=2).encode()),
        ("a.json", LINE + b"\n" + b""),
        ("a.csv", "\ufeffcode,name\r\n9.900001,Thủ tục thử\r\n".encode()),
        ("a.csv.gz", gzip.compress(b'name,steps\nA,"m\nn"\n')),
    ],
)
def test_a_whole_file_gives_its_record(tmp_path, name, raw):
    (item,) = read(tmp_path, name, raw)
    assert item.problem is None
    assert item.fields


@once
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.jsonl.gz"])
def test_an_empty_file_holds_nothing(tmp_path, name):
    assert read(tmp_path, name, gzip.compress(b"") if name.endswith("gz") else b"") == []


BROKEN = [
    ("a.jsonl", LINE + b"\n{\n" + LINE, "JSON", 2),
    ("a.jsonl", b'{"ten_thu_tuc": "A\x00"}', "NUL", 1),
    ("a.jsonl", b'{"ten_thu_tuc": "A\\u0000"}', "u0000", 1),
    ("a.jsonl", b'{"ten_thu_tuc": "\\ud800"}', "thay thế", 1),
    ("a.jsonl", b'{"ten_thu_tuc": "\xff"}', "UTF-8", 1),
    ("a.jsonl", b"[]", "đối tượng", 1),
    ("a.jsonl", b"null", "đối tượng", 1),
    ("a.jsonl", b'"A"', "đối tượng", 1),
    ("a.jsonl", b"12", "đối tượng", 1),
    ("a.jsonl", b'{"a": NaN}', "JSON", 1),
    ("a.jsonl", b'{"a": 1, "a": 2}', "hai lần", 1),
    ("a.jsonl", b'{"a":' * 100_000, "sâu", 1),
    ("a.jsonl", b'{"a": ' + b"9" * 5000 + b"}", "JSON", 1),
    ("a.json", b"[" + LINE + b",\n{]", "JSON", 2),
    ("a.json", b"[1]", "đối tượng", 1),
    ("a.json", b"[" * 100_000, "sâu", 1),
    ("a.json", b"\xff", "UTF-8", 1),
    ("a.csv", b"code,name\n9.900001\n", "CSV", 2),
    ("a.csv", b'code,name\n1,"open\n', "CSV", 2),
    ("a.csv", b"code,name\n9.900001,\xff\n", "UTF-8", 2),
    ("a.csv", b"code,name\n9.900001,A\x00\n", "NUL", 2),
    ("a.csv", b"name,channels\nA,online | soon | free\n", "channels", 2),
]


@once
@pytest.mark.parametrize(("name", "raw", "word", "line"), BROKEN)
def test_a_broken_line_is_told_with_its_number_and_kept(tmp_path, name, raw, word, line):
    broken = [item for item in read(tmp_path, name, raw) if item.problem]
    assert [item.line for item in broken] == [line]
    assert word in broken[0].problem.vi
    assert broken[0].raw


@once
def test_the_lines_around_a_broken_one_are_read(tmp_path):
    found = read(tmp_path, "a.jsonl", LINE + b"\n{\n\n" + LINE + b"\n")
    assert [(item.line, item.problem is None) for item in found] == [
        (1, True),
        (2, False),
        (4, True),
    ]


@once
def test_a_line_without_end_is_kept_in_part(tmp_path, monkeypatch):
    monkeypatch.setattr("motcua.procedures.actions.catalogue_files.LONGEST", 1000)
    monkeypatch.setattr(lines, "LONGEST", 1000)
    long, good = read(tmp_path, "a.jsonl", b"x" * 300_000 + b"\n" + LINE)
    assert "MiB" in long.problem.vi
    assert 0 < len(long.raw) <= lines.KEPT
    assert good.line == 2
    assert good.fields == GOOD


@once
@pytest.mark.parametrize(
    ("name", "raw", "word"),
    [
        ("a.jsonl.gz", b"not gzip at all", ".gz"),
        ("a.jsonl.gz", gzip.compress(LINE * 1000)[:-20], ".gz"),
        ("a.csv", b"PK\x03\x04....", "Excel"),
        ("a.jsonl", '{"a": 1}'.encode("utf-16"), "UTF-16"),
        ("a.csv", b"ten,ma\nA,1\n", "tiêu đề"),
        ("a.csv", b"code\n1\n", "tiêu đề"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_with_a_remedy(tmp_path, name, raw, word):
    with pytest.raises(FileRefused, match=word):
        read(tmp_path, name, raw)


@once
def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(FileRefused):
            list(read_items(path))


@once
def test_a_document_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("motcua.procedures.actions.catalogue_files.LARGEST", 10)
    with pytest.raises(FileRefused, match=r"jsonl"):
        read(tmp_path, "a.json", b"[" + LINE + b"]")


@once
def test_a_csv_cell_may_hold_any_line_end(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerow({"name": "A\u2028B", "steps": "một\r\nhai"})
    (item,) = read_items(path)
    assert item.fields == {"name": "A\u2028B", "steps": [{"text": "một"}, {"text": "hai"}]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"name": "A", "code": "không phải mã"},
        {"name": "A", "levels": ["village"]},
        {"name": "A", "unknown": 1},
        {"name": "A", "format": 2},
        {"ten_thu_tuc": 7},
        {"ten_thu_tuc": "A", "linh_vuc": ["B"]},
    ],
)
def test_a_record_of_wrong_content_is_refused_and_kept(tmp_path, fields):
    found = read(tmp_path, "a.jsonl", json.dumps(fields).encode())
    report = import_records(source="a.jsonl", records=found, by=BY, at=AT)
    assert (report.refused, report.imported) == (1, 0)


def library(folder, settings):
    """A library with one procedure of ours, and the words that search needs."""
    (folder / "search").symlink_to(LIBRARY / "search")
    settings.LIBRARY = folder
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "thu.json").write_text(json.dumps([OWN], ensure_ascii=False))


@pytest.mark.django_db
def test_the_library_fills_an_empty_catalogue_once(tmp_path, settings):
    library(tmp_path, settings)
    assert load_library_catalogue(at=AT).new == 1
    assert load_library_catalogue(at=AT).unchanged == 1
    assert Procedure.objects.get().current.source == "library/thu.json"


@pytest.mark.django_db
def test_the_library_gives_way_to_every_other_source(tmp_path, settings):
    library(tmp_path, settings)
    found = read(tmp_path, "a.jsonl", LINE)
    import_records(source="a.jsonl", records=found, by=BY, at=AT)
    assert load_library_catalogue(at=AT).records == 0
    assert Procedure.objects.get().current.source == "a.jsonl"


@pytest.mark.django_db
def test_the_catalogue_that_comes_with_the_system_is_whole(settings):
    settings.LIBRARY = LIBRARY
    report = load_library_catalogue(at=AT)
    assert report.refused == 0
    assert report.new >= 30
    assert not [name for name, count in report.fields.items() if count.unparsed]
