"""The prescribed forms of both circulars: number, heading, and what each must tell."""

import re
import subprocess
from pathlib import Path

import pytest

from motcua.documents.adapters.typst import TypstPress
from motcua.workflow import rules
from motcua.workflow.values import Form

PROFILES = Path(__file__).parents[2] / "library" / "profiles"
BEFORE, NOW = "vn-2024", "vn-2025"
ROW = {
    "giver": "Cán bộ tiếp nhận",
    "giver_name": "Lê Thị Hoa",
    "taker": "Cán bộ thụ lý",
    "what": "Chuyển xử lý",
    "at": "09:00 ngày 16/03/2026",
    "until": "17:00 ngày 16/03/2026",
    "result": "Đúng hạn",
    "note": "",
}
ASKED = {"name": "Giấy chứng sinh", "kind": "còn thiếu", "note": "chụp rõ", "asked": [1, 0, 2]}

pytestmark = [pytest.mark.once, pytest.mark.shows("CN19", "O1", "O4")]


def read(form, profile, tmp_path, **data):
    """Print a form under a profile; gives its words."""
    annex = rules.load_profile((PROFILES / f"{profile}.yaml").read_text(), name=profile).annex
    said = {
        "title": annex.title(form).vi,
        "form": annex.printed(form),
        "number": "07/2026/X",
        "agency": "Ủy ban nhân dân phường Hoàn Kiếm",
        "place": "Hoàn Kiếm",
        "applicant": "Nguyễn Thị Hậu",
        "demonstration": False,
        "reason": "Chưa rõ nơi sinh",
        "issued": {"day": 16, "month": 3, "year": 2026, "time": "09:00"},
        **data,
    }
    path = tmp_path / "form.pdf"
    path.write_bytes(TypstPress().print(form.value, said))
    done = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    )
    return re.sub(r"\s+", " ", done.stdout)


@pytest.mark.parametrize(
    ("form", "profile", "number"),
    [
        (Form.RECEIPT_APPOINTMENT, BEFORE, "01"),
        (Form.SUPPLEMENT_REQUEST, BEFORE, "02"),
        (Form.REFUSAL, BEFORE, "03"),
        (Form.APOLOGY_EXTENSION, BEFORE, "04"),
        (Form.CONTROL_SHEET, BEFORE, "05"),
        (Form.REGISTER, BEFORE, "06"),
        (Form.RECEIPT_APPOINTMENT, NOW, "01"),
        (Form.SUPPLEMENT_REQUEST, NOW, "02"),
        (Form.REFUSAL, NOW, "03"),
        (Form.APOLOGY_EXTENSION, NOW, "04"),
        (Form.STOP_NOTICE, NOW, "05"),
        (Form.CONTROL_SHEET, NOW, "06"),
        (Form.REGISTER, NOW, "07"),
    ],
)
def test_each_form_names_its_circular_and_number(form, profile, number, tmp_path):
    circular = {BEFORE: "Thông tư 01/2018/TT-VPCP", NOW: "Thông tư 03/2025/TT-VPCP"}[profile]

    words = read(form, profile, tmp_path)

    assert f"Mẫu số {number} ({circular})" in words
    assert "07/2026/X" in words


def test_the_apology_has_the_heading_of_its_circular(tmp_path):
    assert "HẸN LẠI NGÀY TRẢ KẾT QUẢ" in read(Form.APOLOGY_EXTENSION, BEFORE, tmp_path)
    assert "ĐỀ NGHỊ GIA HẠN" in read(Form.APOLOGY_EXTENSION, NOW, tmp_path)


def test_the_older_supplement_request_counts_papers_in_a_table(tmp_path):
    before = read(Form.SUPPLEMENT_REQUEST, BEFORE, tmp_path, items=[ASKED])
    now = read(Form.SUPPLEMENT_REQUEST, NOW, tmp_path, items=[ASKED])

    assert "Giấy chứng sinh" in before
    assert "Bản chính" in before
    assert "Bản chính" not in now
    assert "1. Giấy chứng sinh – còn thiếu: chụp rõ" in now


def test_the_control_sheet_and_the_register_print_their_rows(tmp_path):
    sheet = read(Form.CONTROL_SHEET, NOW, tmp_path, rows=[ROW, ROW | {"result": "Quá hạn"}])
    book = read(
        Form.REGISTER, NOW, tmp_path, headings=["STT", *"ABCDEFGHIJ"], rows=[["1", *["x"] * 10]]
    )

    assert "Lê Thị Hoa" in sheet
    assert "Quá hạn" in sheet
    assert "Sổ theo dõi hồ sơ".upper() in book
    assert "STT" in book
