"""What addresses may ask for, and what they are told when they may not."""

from datetime import date

import pytest
from tests.observatory import nation

from motcua.measurement.values import Period
from motcua.observatory import asking
from motcua.web import clock


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("?ky=hom-qua", "Không đọc được kỳ “hom-qua”"),
        ("?ky=2026-13", "Không đọc được kỳ"),
        ("?ky=0000", "Không đọc được kỳ"),
        ("?ky=2026-02-30", "Không đọc được kỳ"),
        ("?ky=2026-03-02..2026-03-01", "Không đọc được kỳ"),
        ("?ky=2015-01-01..2029-01-01", "Không đọc được kỳ"),
        ("?ky=٢٠٢٦", "Không đọc được kỳ"),
        ("co-quan/X99/", "Không có cơ quan nào mang mã “X99”"),
        ("co-quan/H26.99999/", "Không có cơ quan nào"),
        ("co-quan/H26/?ky=2026-Q5", "Không đọc được kỳ"),
        ("xep-hang/khong/", "Không có chỉ số nào mang mã “khong”"),
        ("xep-hang/use2/?giai=xa", "Chỉ có hai bảng"),
        ("xep-hang/use2/?cach=khac", "Chỉ có hai cách đếm"),
        ("xep-hang/?chi-so=khong", "Không có chỉ số nào"),
        ("ban-do/USE2/", "Không có chỉ số nào"),
        ("ban-do/?chi-so=use2&ky=x", "Không đọc được kỳ"),
        ("chi-so/khong/", "Không có chỉ số nào"),
        ("thu-tuc/%3Cscript%3E/", "không phải mã thủ tục"),
        ("thu-tuc/1.001193/?co-quan=ZZ", "Không có cơ quan nào"),
        ("so-sanh/?co-quan=H26&co-quan=nowhere", "Không có cơ quan nào"),
        (
            "so-sanh/?co-quan=H26&co-quan=H14&co-quan=H38&co-quan=H57&co-quan=H05&co-quan=G18",
            "nhiều nhất 5 cơ quan",
        ),
        ("so-sanh/?chi-so=x", "Không có chỉ số nào"),
    ],
)
def test_what_cannot_be_is_refused_in_words(seen, path, said):
    assert said in seen(path, status=404).content.decode()


def test_choosers_lead_on_to_the_indicator_that_was_chosen(seen):
    ranked = seen("xep-hang/?chi-so=vis&ky=2026-03&giai=bo", status=302)
    assert ranked.url == "/do-luong/xep-hang/vis/?ky=2026-03&giai=bo"
    assert seen("ban-do/?chi-so=vis", status=302).url == "/do-luong/ban-do/vis/"


@pytest.mark.parametrize(
    ("period", "before", "year_before"),
    [
        ("2026-03", "2026-02", "2025-03"),
        ("2026-01", "2025-12", "2025-01"),
        ("2024-02", "2024-01", "2023-02"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026", "2025", "2025"),
        ("2022-01-01..2022-05-31", "2021-08-03..2021-12-31", "2021-01-01..2021-05-31"),
        ("2024-02-29", "2024-02-28", "2023-02-28"),
    ],
)
def test_periods_before(period, before, year_before):
    assert asking.before(Period.parse(period)).code == before
    assert asking.year_before(Period.parse(period)).code == year_before


def test_twelve_months_end_with_the_period_or_now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: nation.NOW)
    assert asking.months_to(Period.parse("2026-03")) == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert asking.months_to(Period.parse("2026")) == Period(date(2025, 5, 1), date(2026, 4, 30))
    assert asking.last_month().code == "2026-03"


def test_a_chooser_offers_months_quarters_years_and_what_is_chosen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: nation.NOW)
    codes = [code for code, _words in asking.choices(Period.parse("2022-01-01..2022-05-31"))]
    assert codes[:2] == ["2022-01-01..2022-05-31", "2026-04"]
    assert {"2025-04", "2026-Q2", "2025-Q2", "2026", "2023"} <= set(codes)
