"""The real crawled catalogue, where it lies beside the project: nothing of it is lost."""

import json
import unicodedata
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from motcua.journal.values import Actor
from motcua.procedures.actions import import_records, read_items
from motcua.procedures.models import Procedure, ProcedureVersion, UnreadableLine
from motcua.procedures.rules.parsing.channels import HEADER, KINDS, read_channels
from motcua.procedures.rules.parsing.national import read_national
from motcua.procedures.values.catalogue import State
from motcua.procedures.values.catalogue_json import from_json, to_json
from motcua.procedures.values.catalogue_source import total

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "national-catalogue"
FILES = sorted(FOLDER.glob("*.jsonl"))
CHECKED = Path(__file__).parent / "samples" / "channels_checked.json"
AT = datetime(2026, 1, 5, 3, tzinfo=UTC)
BY = Actor(kind="system", key="test", name="Kiểm thử")

pytestmark = pytest.mark.skipif(
    not FILES,
    reason="the crawled catalogue may not be shipped; it is looked for in ../shared/data",
)


@pytest.fixture(scope="module")
def crawled():
    lines = (line for file in FILES for line in file.read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


def letters(text):
    """Count what is written, however its marks are composed and wherever its spaces stand."""
    return Counter("".join(unicodedata.normalize("NFC", text).split()))


def told(channel):
    """A channel in the words of the file checked by hand."""
    limit, fees = channel.time.value, channel.fees.value
    return {
        "channel": channel.kind,
        "time": [str(limit.amount), limit.unit] if channel.time.is_parsed else channel.time.state,
        "fees": [[fee.amount, fee.currency] for fee in fees]
        if channel.fees.is_parsed
        else channel.fees.state,
    }


@pytest.mark.once
def test_channels_are_read_as_a_person_reads_them(crawled):
    tables = {record["ma_thu_tuc"]: record["cach_thuc_thuc_hien"] for record in crawled}
    checked = json.loads(CHECKED.read_text("utf-8"))
    present = [code for code in checked if code in tables]
    wrong = [
        code
        for code in present
        if [told(row) for row in read_channels(tables[code]).value or ()] != checked[code]
    ]
    assert len(present) >= 60
    assert not wrong


@pytest.mark.once
def test_every_letter_of_every_channel_table_stands_in_a_row(crawled):
    names = {kind: name for name, kind in KINDS.items()}
    for record in crawled:
        read = read_channels(record["cach_thuc_thuc_hien"])
        rows = "".join(
            names[row.kind] + row.time.text + row.fees.text + row.description.text
            for row in read.value
        )
        assert HEADER + rows == record["cach_thuc_thuc_hien"], record["ma_thu_tuc"]


@pytest.mark.once
def test_every_word_of_every_field_is_kept(crawled):
    for fields in crawled:
        record = read_national(fields)
        kept = letters(json.dumps(to_json(record), ensure_ascii=False))
        words = "".join("".join(fields.values()).split())
        missing = letters(json.dumps(words, ensure_ascii=False)[1:-1]) - kept
        assert not missing, (record.code, missing)
        assert from_json(to_json(record)) == record


@pytest.mark.once
def test_most_is_understood_and_the_rest_is_said(crawled):
    records = [read_national(fields) for fields in crawled]
    for field, share in (("channels", 0.98), ("components", 0.97), ("legal_basis", 0.93)):
        states = Counter(getattr(record, field).state for record in records)
        stated = states[State.PARSED] + states[State.UNPARSED]
        assert states[State.PARSED] >= share * stated, (field, states)


@pytest.mark.django_db
def test_all_records_are_imported_and_a_second_time_changes_nothing():
    lines = sum(len(file.read_text("utf-8").splitlines()) for file in FILES)
    for expected in ((lines, 0), (0, lines)):
        whole = total(
            import_records(source=file.name, records=read_items(file), by=BY, at=AT)
            for file in FILES
        )
        assert (whole.new, whole.unchanged) == expected
        assert (whole.records, whole.imported, whole.refused) == (lines, lines, 0)
    assert Procedure.objects.count() == ProcedureVersion.objects.count() == lines
    assert not UnreadableLine.objects.exists()
