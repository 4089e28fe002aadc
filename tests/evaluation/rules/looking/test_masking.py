"""Personal data: found, and never shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking import masking
from motcua.evaluation.rules.looking.masking import Found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nguyễn Thị Hoa, CCCD 031190004567, nộp ngày 1/2/2026", 1),
        ("031190004567 và 031190004567", 1),
        ("Ví dụ: 031190004567", 0),
        ("Số tài khoản 102010001234567", 0),
        ("Mã hồ sơ H40.12-260101-031190004567", 0),
        ("Điện thoại 0912345678", 0),
        ("Số 999190004567 không có tỉnh nào", 0),
        ("Phiên bản 0.031190004567", 0),
        ("000000000000", 0),
    ],
)
def test_identity_numbers(text, count):
    assert len(masking.identities(text)) == count


def test_what_is_found_is_masked():
    assert masking.identities("CCCD 031190004567") == [Found("identity", "031•••••••••")]
    assert masking.phones("gọi 0912345678") == [Found("phone", "091•••••••")]
    assert masking.masked_name("Nguyễn Thị Hoa") == "N••••• T•• H••"
    assert masking.hidden("031190004567, hoa@thu.vn") == "031•••••••••, hoa•••••••"


@pytest.mark.parametrize(
    ("url", "kinds"),
    [
        ("https://a.vn/tra-cuu?ma=H40.12-260101-0001", []),
        ("https://a.vn/tra-cuu?cccd=031190004567", ["identity"]),
        ("https://a.vn/ho-so/031190004567/", ["identity"]),
        ("https://a.vn/x?p=0912345678", ["phone"]),
        ("https://a.vn/x?to=hoa%40thu.vn", ["mail"]),
        ("https://a.vn/x?hoten=Nguyen+Thi+Hoa", ["named"]),
        ("https://a.vn/x?page=2&sort=name", []),
        ("https://[::1", []),
    ],
)
def test_addresses_with_personal_data(url, kinds):
    assert [one.kind for one in masking.in_address(url)] == kinds


@given(st.from_regex(r"0[0-8]\d[0-3]\d{8}", fullmatch=True))
def test_no_number_leaves_as_it_came(number):
    url = f"https://a.vn/x?cccd={number}&page=2"
    told = repr(masking.in_address(url)) + masking.address(url) + masking.hidden(f"là {number}")
    assert number not in told
    assert "page=2" in told


@given(st.text(max_size=200))
def test_no_address_fells_the_reader(text):
    assert isinstance(masking.in_address("https://a.vn/?" + text), list)
    assert isinstance(masking.address(text), str)
