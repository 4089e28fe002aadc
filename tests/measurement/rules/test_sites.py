"""What a portal may say of itself."""

from dataclasses import replace
from datetime import date

import pytest
from tests.measurement.some_facts import SITE

from motcua.kernel.words import Refused
from motcua.measurement.rules.sites import SiteRefused, checked, read_list

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("but", "words"),
    [
        ({"number": 0}, "999.999"),
        ({"number": 1_000_000}, "999.999"),
        ({"name": "  "}, "200 chữ"),
        ({"name": "a\tb"}, "200 chữ"),
        ({"name": "x" * 201}, "200 chữ"),
        ({"hosts": ("Example.vn",)}, "tên miền"),
        ({"hosts": ("a.vn/b",)}, "tên miền"),
        ({"hosts": ("a.vn",) * 51}, "tên miền"),
        ({"secret": "short"}, "Mã bí mật"),
        ({"limit": 0}, "một phút"),
        ({"agency": "26H"}, "mã định danh"),
    ],
)
def test_what_is_wrong_is_said(but, words):
    with pytest.raises(Refused) as refused:
        checked(replace(SITE, **but))
    assert words in refused.value.sentence.vi


@pytest.mark.parametrize(
    "host", ["a.vn", "127.0.0.1:8000", "localhost", "[::1]:8000", "x--y.gov.vn"]
)
def test_hosts_that_pages_have(host):
    assert checked(replace(SITE, hosts=(host,))).hosts == (host,)


def test_an_agency_is_written_root_first():
    assert checked(replace(SITE, agency="000.00.16.H05")).agency == "H05.16"


def test_a_list_is_read():
    text = (
        "\ufeffnumber,name,agency,hosts,limit,until,secret\r\n"
        '7,"Cổng, một cửa",H26,a.vn B.vn,100,2026-12-31,\r\n8,Tám,H07,,,,\r\n'
    )
    first, second = read_list(text)
    assert (first.number, first.name, first.hosts) == (7, "Cổng, một cửa", ("a.vn", "b.vn"))
    assert (first.limit, first.until) == (100, date(2026, 12, 31))
    assert (second.hosts, second.limit, second.until, second.secret) == ((), 60_000, None, "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Thiếu cột number, name, agency"),
        ("number,name\n1,a\n", "Thiếu cột agency"),
        ("number,name,agency\n1,a,H26\nx,b,H26\n", "Dòng 3"),
        ("number,name,agency\n1,a,H26\n2,b,\n", "Dòng 3"),
        ("number,name,agency,until\n1,a,H26,31/12/2026\n", "Dòng 2"),
        ('number,name,agency\n1,"a,H26\n', "không đọc được"),
    ],
)
def test_a_list_that_is_wrong_names_the_line(text, words):
    with pytest.raises(SiteRefused) as refused:
        list(read_list(text))
    assert words in refused.value.sentence.vi
