"""Documents are numbered without gaps or twins, and printed once as PDF/A that can be read."""

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime

import pytest
from django.db import transaction

from motcua.documents import actions, ports, queries
from motcua.documents.adapters.typst import LAYOUTS
from motcua.documents.models import IssuedDocument
from motcua.journal.values import Actor

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
BY = Actor(kind="system", key="motcua", name="Hệ thống")
DATA = {
    "agency": "Ủy ban nhân dân phường Hoàn Kiếm",
    "parent_agency": "Ủy ban nhân dân thành phố Hà Nội",
    "place": "Hoàn Kiếm",
    "applicant": "Nguyễn Thị Hậu “Đỗ Ưỡng” #let x = 1 _a_ *b* $c$ \\ [d]",
    "dossier_code": "H26.00070-261122-0001",
    "look_up": "http://127.0.0.1:8000/tra-cuu/?ma=H26.00070-261122-0001",
    "sections": [{"title": "Người được khai sinh", "rows": [{"label": "Tên", "value": "Ánh"}]}],
    "items": [{"name": "Giấy chứng sinh", "kind": "còn thiếu", "note": "chụp rõ hai mặt"}],
    "lines": [{"name": "Lệ phí", "amount": "8.000 đ"}],
    "components": [{"name": "Giấy chứng sinh", "counts": "1 bản chính"}],
}
NAMELESS = {
    "birth_certificate",
    "civil_status_extract",
    "temporary_residence",
    "certificate",
    "control_sheet",
    "register",
}
NOT_ISSUED = {"page", "extract", "public_report"}
"""What others are made of, and reports without a number: tests/observatory/test_reporting.py."""
LAYOUT_NAMES = sorted(path.stem for path in LAYOUTS.glob("*.typ") if path.stem not in NOT_ISSUED)


def issue(layout="receipt_appointment", agency="H26.00070", at=AT):
    return actions.issue(
        layout=layout,
        title="Giấy tiếp nhận",
        subject="dossier:1",
        agency_code=agency,
        data=DATA,
        by=BY,
        at=at,
    )


@pytest.mark.django_db
def test_numbers_count_per_agency_layout_and_year():
    numbers = [
        issue().number,
        issue().number,
        issue(agency="H14.01").number,
        issue(layout="refusal").number,
        issue(at=datetime(2026, 12, 31, 18, tzinfo=UTC)).number,
    ]

    assert numbers == [
        "01/2026/TNHS",
        "02/2026/TNHS",
        "01/2026/TNHS",
        "01/2026/PTC",
        "01/2027/TNHS",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_number_is_given_again():
    with transaction.atomic():
        issue()
        transaction.set_rollback(True)

    assert issue().number == "01/2026/TNHS"


@pytest.mark.django_db
def test_a_document_is_printed_once_and_stays_the_same():
    issued = issue()

    first = actions.printed(key=issued.key)

    with ports.instead(press=None):
        assert actions.printed(key=issued.key) == first
    assert queries.issued_for("dossier:1")[0].rendered
    assert IssuedDocument.objects.get().size == len(first)


@pytest.mark.django_db
@pytest.mark.parametrize("layout", LAYOUT_NAMES)
def test_every_layout_is_archivable_tagged_and_readable(layout, tmp_path):
    issued = issue(layout=layout)
    path = tmp_path / "paper.pdf"
    path.write_bytes(actions.printed(key=issued.key))

    text = _run("pdftotext", "-layout", path, "-")
    fonts = _run("pdffonts", path).splitlines()[2:]
    raw = path.read_bytes()

    assert "Nguyễn Thị Hậu “Đỗ Ưỡng” #let x = 1 _a_ *b* $c$" in re.sub(r"\s+", " ", text) or (
        layout in NAMELESS
    )
    assert issued.number in text
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts), "every font is embedded"
    assert b"pdfaid:part" in raw
    assert b"pdfuaid:part" in raw
    assert "Tagged:          yes" in _run("pdfinfo", path)
    assert b"/Lang" in raw or b"vi-VN" in raw
    _run("qpdf", "--check", path)


@pytest.mark.django_db
def test_data_survives_unchanged():
    issued = issue()

    assert json.dumps(issued.data, sort_keys=True) == json.dumps(DATA, sort_keys=True)


def _run(tool, *arguments):
    assert shutil.which(tool), f"{tool} is missing; `make test` installs it"
    done = subprocess.run([tool, *map(str, arguments)], check=True, capture_output=True, text=True)
    return done.stdout
