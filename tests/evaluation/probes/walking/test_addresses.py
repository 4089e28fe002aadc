"""Addresses: the same page, the same portal, the same shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.probes.walking.addresses import (
    canonical,
    is_page,
    key,
    registrable,
    shape,
    site,
)

HOME = "https://dichvucong.songmau.gov.vn/web/guest/trang-chu"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/a#top", "https://dichvucong.songmau.gov.vn/a"),
        ("#/tra-cuu", HOME + "#/tra-cuu"),
        ("/a;jsessionid=0F3A.node1?x=1", "https://dichvucong.songmau.gov.vn/a?x=1"),
        ("/(S(abc123))/Default.aspx", "https://dichvucong.songmau.gov.vn/Default.aspx"),
        ("/a?utm_source=zalo&id=5&fbclid=x", "https://dichvucong.songmau.gov.vn/a?id=5"),
        (
            "chi-tiet.html?idDichVu=1.001193",
            HOME.replace("trang-chu", "chi-tiet.html?idDichVu=1.001193"),
        ),
        ("?p_p_id=thutuc&p_auth=Zx9&p_p_mode=view", HOME + "?p_p_id=thutuc&p_p_mode=view"),
        ("HTTP://WWW.Songmau.GOV.VN:80", "http://www.songmau.gov.vn/"),
        ("//songmau.gov.vn:8443/x", "https://songmau.gov.vn:8443/x"),
        ("/thủ tục", "https://dichvucong.songmau.gov.vn/th%E1%BB%A7%20t%E1%BB%A5c"),
        ("/a%2Fb?x=%20", "https://dichvucong.songmau.gov.vn/a%2Fb?x=%20"),
        ("https://bộ.vn/", "https://xn--b-8xm.vn/"),
        ("javascript:void(0)", ""),
        ("mailto:a@b.vn", ""),
        ("tel:18001096", ""),
        ("data:text/html,x", ""),
        ("http://[::1", ""),
        ("http://a.vn:99999/", ""),
        ("/" + "a" * 3000, ""),
    ],
)
def test_an_address_without_what_differs_between_two_looks(written, meant):
    assert canonical(written, HOME) == meant


@given(st.text(max_size=80))
def test_the_canonical_form_is_its_own(text):
    once = canonical(text, HOME)
    assert canonical(once, HOME) == once or once == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.a.vn/x/", "https://a.vn/x"),
        ("http://a.vn/x?b=1&a=2", "http://a.vn/x?a=2&b=1"),
        ("http://a.vn/index.html", "http://a.vn/"),
        ("http://a.vn/th%C3%BA", "http://a.vn/th%c3%ba"),
    ],
)
def test_two_addresses_of_one_page(one, other):
    assert key(canonical(one)) == key(canonical(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.vn/x?id=1", "http://a.vn/x?id=2"),
        ("http://a.vn/#/x", "http://a.vn/#/y"),
        ("http://127.0.0.1:1/", "http://127.0.0.1:2/"),
        ("http://a.vn/", "http://b.a.vn/"),
    ],
)
def test_two_pages(one, other):
    assert key(canonical(one)) != key(canonical(other))


def test_a_calendar_has_one_shape():
    days = {shape(f"https://a.vn/lich/2026/{n}?ngay={n}&thang=11") for n in range(1, 31)}
    assert days == {"a.vn/lich/0/0?ngay&thang"}


def test_news_have_one_shape_without_their_titles():
    titles = ("hoi-nghi-chuyen-doi-so", "le-phat-dong-phong-trao")
    assert len({shape(f"https://a.vn/tin/{one}", slugs=True) for one in titles}) == 1
    assert len({shape(f"https://a.vn/tin/{one}") for one in titles}) == 2


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://a.vn/thu-tuc/1.001193", True),
        ("https://a.vn/xem?ten=huong-dan.pdf.html", True),
        ("https://a.vn/huyen/xa", True),
        ("https://a.vn/mau-don.docx", False),
        ("https://a.vn/mau.PDF?v=2", False),
        ("https://a.vn/dang-xuat", False),
        ("https://a.vn/c/portal/logout", False),
        ("https://a.vn/gio?action=delete&id=3", False),
        ("https://a.vn/%C4%91%C4%83ng-xu%E1%BA%A5t", False),
        ("https://a.vn/#/dang-xuat", False),
        ("https://a.vn/dang_xuat", False),
    ],
)
def test_what_may_be_opened(address, page):
    assert is_page(address) is page


@pytest.mark.parametrize(
    ("address", "host", "domain"),
    [
        ("https://www.dichvucong.hanoi.gov.vn/", "dichvucong.hanoi.gov.vn", "hanoi.gov.vn"),
        ("https://hanoi.gov.vn/", "hanoi.gov.vn", "hanoi.gov.vn"),
        ("https://vnexpress.net/", "vnexpress.net", "vnexpress.net"),
        ("http://127.0.0.1:8000/", "127.0.0.1:8000", "127.0.0.1:8000"),
        ("http://[::1]:8000/", "[::1]:8000", "[::1]:8000"),
        ("http://localhost:8000/", "localhost:8000", "localhost:8000"),
    ],
)
def test_whose_an_address_is(address, host, domain):
    assert (site(address), registrable(address)) == (host, domain)
