"""The register and control sheets at the desk."""

import io

import pytest
from openpyxl import load_workbook
from tests.desk.conftest import words
from tests.factories.dossiers import later, submitted

from motcua.dossiers import actions
from motcua.workflow.values import Move

BOOK = "/ban-lam-viec/so-theo-doi/"


@pytest.mark.shows("O3", "O4", "CN19")
@pytest.mark.parametrize("number", [1, 3])
def test_the_register_asks_the_same_however_long_it_is(
    mother, reception, number, django_assert_num_queries
):
    made = [submitted(mother, at=later(minutes=n)) for n in range(number)]
    reception.client.get(BOOK)

    with django_assert_num_queries(6):
        shown = words(reception.client.get(BOOK))

    assert all(code in shown for code in made)
    assert "+84912345678" in shown


def test_an_empty_register_says_so(reception):
    assert "Không có hồ sơ nào trong những ngày này" in words(reception.client.get(BOOK))


@pytest.mark.parametrize(
    "typed",
    [
        {"tu": "x"},
        {"tu": "31/02/2026"},
        {"tu": "2026-03-02", "den": "2026-03-01"},
        {"tu": "2020-01-01", "den": "2026-03-01"},
        {"co-quan": "H99"},
    ],
)
def test_what_cannot_be_read_is_told_with_the_remedy(reception, typed):
    for method, address in (
        ("get", BOOK),
        ("get", f"{BOOK}bang-tinh.xlsx"),
        ("post", f"{BOOK}in/"),
    ):
        shown = getattr(reception.client, method)(address, typed)
        assert shown.status_code == 400
        assert "Bạn hãy" in words(shown) or "Ngày cuối phải" in words(shown)


@pytest.mark.parametrize("cursor", ["x", "2026-03-01_1_1", "2026-03-01T00:00:00+07:00_x_1", "__"])
def test_a_spoilt_cursor_gives_the_first_page(mother, reception, cursor):
    code = submitted(mother)
    assert code in words(reception.client.get(BOOK, {"sau": cursor}))


@pytest.mark.shows("CN19", "O3")
def test_the_spreadsheet_has_a_line_each_and_no_formulas(mother, reception):
    code = submitted(mother)
    content = b"".join(reception.client.get(f"{BOOK}bang-tinh.xlsx"))
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][:2] == ("STT", "Mã hồ sơ")
    assert rows[1][1] == code
    assert "+84912345678" in rows[1][4]
    assert len(rows) == 2


def test_the_printed_register_is_a_pdf(mother, reception):
    submitted(mother)
    shown = reception.client.post(f"{BOOK}in/", follow=True)
    assert shown["Content-Type"] == "application/pdf"
    assert (
        reception.client.post(f"{BOOK}in/", {"tu": "2026-01-01", "den": "2026-01-02"}).status_code
        == 409
    )


@pytest.mark.shows("CN08", "O7")
def test_the_control_sheet_is_read_on_screen_and_printed_on_demand(mother, reception):
    code = submitted(mother)
    sheet = f"/ban-lam-viec/ho-so/{code}/phieu-kiem-soat/"
    assert "Hồ sơ chưa qua bước nào" in words(reception.client.get(sheet))
    actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=later(minutes=30))

    assert "Lê Thị Hoa" in words(reception.client.get(sheet))
    assert reception.client.post(f"{sheet}in/", follow=True)["Content-Type"] == "application/pdf"
