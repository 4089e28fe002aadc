"""A list taken away as a file: what is in it, whose it is, when it goes."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from tests.factories.dossiers import MORNING, later, submitted
from tests.factories.jobs import drained

from motcua.dossiers.actions import exporting
from motcua.dossiers.models import Export, ListRow
from motcua.dossiers.queries.columns import ALL, INBOX
from motcua.dossiers.queries.lists_exports import exports
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.identity.models import Membership
from motcua.identity.values import SYSTEM
from motcua.journal import queries as journal
from motcua.kernel.calendar import HANOI
from motcua.kernel.sheets import harmless

pytestmark = [pytest.mark.django_db, pytest.mark.shows("CN19", "O4")]
AT = later(hours=1)


def asked(viewer, *, kind="csv", name=ALL, **typed):
    wanted = Wanted.read(name, {key.replace("_", "-"): value for key, value in typed.items()})
    return exporting.ask_export(wanted=wanted, kind=kind, language="vi", by=viewer, at=AT)


def fetched(viewer, key, at=AT) -> bytes:
    _, file = exporting.fetch_export(key=key, by=viewer, at=at)
    with file:
        return file.read()


def lines(content: bytes):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_csv_holds_the_filtered_list_in_its_columns_and_order(mother, reception):
    made = [submitted(mother, at=MORNING + timedelta(minutes=n)) for n in range(3)]
    key = asked(reception, cot="ma,nguoi-nop,nop", xep="nop")
    drained(AT)

    content = fetched(reception, key)

    assert content.startswith(b"\xef\xbb\xbf"), "Excel reads UTF-8 by its mark"
    assert lines(content) == [
        ["Mã hồ sơ", "Người nộp", "Ngày nộp"],
        *([code, "Nguyễn Thị Hậu", f"16/03/2026 08:{30 + n}"] for n, code in enumerate(made)),
    ]


def test_an_xlsx_holds_moments_as_moments_and_text_as_text(mother, reception):
    code = submitted(mother)
    ListRow.objects.update(applicant_name='=HYPERLINK("http://x")')
    key = asked(reception, kind="xlsx", cot="ma,nguoi-nop,nop")
    drained(AT)

    sheet = openpyxl.load_workbook(io.BytesIO(fetched(reception, key))).active

    assert [cell.value for cell in sheet[1]] == ["Mã hồ sơ", "Người nộp", "Ngày nộp"]
    assert sheet["A2"].value == code
    assert (sheet["B2"].value, sheet["B2"].data_type) == ('=HYPERLINK("http://x")', "s")
    assert sheet["C2"].value == MORNING.astimezone(HANOI).replace(tzinfo=None)
    assert sheet.freeze_panes == "B2"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-2", "'-2"),
        ("@x", "'@x"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("Hậu", "Hậu"),
        ("", ""),
    ],
)
def test_no_cell_is_taken_for_a_formula(cell, written):
    assert harmless(cell) == written


def test_the_inbox_is_taken_away_too(mother, reception):
    code = submitted(mother)
    key = asked(reception, name=INBOX, cot="ma,phai-xong,dang-o")
    drained(AT)

    assert lines(fetched(reception, key)) == [
        ["Mã hồ sơ", "Phải xong trước", "Đang ở"],
        [code, "17/03/2026 08:30", "Cán bộ tiếp nhận và trả kết quả"],
    ]


def test_only_who_asked_may_fetch_it_and_the_journal_tells(mother, reception, clerk):
    submitted(mother)
    key = asked(reception, trang_thai="submitted", nguoi_nop="Hậu", tim="hau")
    drained(AT)

    with pytest.raises(exporting.ExportUnknown):
        exporting.fetch_export(key=key, by=clerk, at=AT)
    fetched(reception, key)

    asking, fetching = journal.history(f"export:{key}")
    assert asking.payload["filters"] == ["nguoi-nop=…", "trang-thai=submitted"]
    assert (asking.payload["searched"], asking.by.key) == (True, str(reception.key))
    assert (fetching.kind, fetching.payload["rows"]) == ("dossier.export_fetched", 1)
    assert exports(viewer=clerk) == ()


def test_it_goes_when_its_time_is_over(mother, reception):
    submitted(mother)
    first, same = asked(reception), asked(reception)
    drained(AT)
    late = AT + exporting.KEPT
    Export.objects.filter(key=same).update(expires_at=late + timedelta(days=1))

    assert exporting.expire_exports(by=SYSTEM.actor, at=late) == 1
    assert exporting.expire_exports(by=SYSTEM.actor, at=late) == 0

    with pytest.raises(exporting.ExportUnknown):
        exporting.fetch_export(key=first, by=reception, at=AT)
    assert fetched(reception, same), "the same bytes are another file's too"
    assert {one.state for one in exports(viewer=reception)} == {"gone", "done"}


def test_what_its_owner_may_no_longer_see_is_not_written(mother, reception):
    submitted(mother)
    key = asked(reception)
    Membership.objects.filter(account__key=reception.key).delete()
    drained(AT)

    assert Export.objects.get(key=key).state == "failed"


@pytest.mark.parametrize(
    ("kind", "typed"), [("pdf", {}), ("", {}), ("csv", {"nop-tu": "hôm qua"})], ids=str
)
def test_what_cannot_be_written_is_refused(reception, kind, typed):
    with pytest.raises(exporting.ExportRefused):
        asked(reception, kind=kind, **typed)


def test_nobody_piles_up_files(reception):
    for _ in range(exporting.MOST_WAITING):
        asked(reception)
    with pytest.raises(exporting.ExportRefused):
        asked(reception)
