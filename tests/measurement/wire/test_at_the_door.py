"""Privacy, addresses, robots and devices: the rules shared by every way in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measurement.wire.asked import CHROME

from motcua.measurement.rules import addresses, privacy
from motcua.measurement.rules.devices import device_of
from motcua.measurement.rules.robots import is_robot
from motcua.measurement.values.facts import Device

DIGITS = "0123456789"
BLINK = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("079300012345", "identity_number"),
        ("079 300 012 345", "identity_number"),
        ("cccd079300012345x", "identity_number"),
        ("０７９３０００１２３４５", "identity_number"),
        ("79300012345", "identity_number"),
        ("012345678", "identity_card"),
        ("0912345678", "phone"),
        ("0912.345.678", "phone"),
        ("+84912345678", "phone"),
        ("84912345678", "phone"),
        ("8012345678", "tax_code"),
        ("8012345678-001", "tax_code"),
        ("an.nguyen+1@example.vn", "email"),
        ("an%40example.vn", "email"),
        ("từ 113.161.12.34 đến", "ip"),
        ("2001:db8::1", "ip"),
        ("2001:db8:0:0:0:0:0:1", "ip"),
        ("1234567890123", "number"),
        ("1.001193", None),
        ("1.001193.000.00.00.H26", None),
        ("2026-11-22T08:30:15", None),
        ("12:30:45", None),
        ("phiên bản 1.2.3", None),
        ("nguyễn văn an", None),
        ("12345678", None),
        ("", None),
    ],
)
def test_what_could_name_somebody_is_seen(text: str, kind: str | None) -> None:
    assert privacy.names_a_person(text) == kind
    assert (privacy.masked(text) == text) is (kind is None)
    assert privacy.names_a_person(privacy.masked(text)) is None


@given(st.text(max_size=60), st.text(DIGITS, min_size=9, max_size=20), st.text(max_size=20))
def test_nothing_masked_holds_nine_digits(before: str, number: str, after: str) -> None:
    shown = privacy.masked(f"{before}{number}{after}")
    assert number not in shown
    assert privacy.names_a_person(shown) is None or "@" in shown


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://a.vn/thu-tuc/1.001193/?q=x#y", "/thu-tuc/1.001193/"),
        ("https://a.vn", "/"),
        ("/ho-so/H26.00070-261122-0012/da-nop/", "/ho-so/*/da-nop/"),
        ("/to-khai/0b3c1f0e-7d7a-4a3c-9d55-1f9a1c6b7d10/nguoi-khai/", "/to-khai/*/nguoi-khai/"),
        ("/ho-so/H26/van-ban/0b3c1f0e7d7a4a3c9d551f9a1c6b7d10.pdf", "/ho-so/H26/van-ban/*"),
        ("/tin-tuc/123456", "/tin-tuc/*"),
        ("/tin-tuc/2026/11/", "/tin-tuc/2026/11/"),
        ("/tin-tuc/khai-sinh-2026-moi-nhat.html", "/tin-tuc/khai-sinh-2026-moi-nhat.html"),
        ("/k/eyJhbGciOiJIUzI1NiJ9xyz", "/k/*"),
        ("/a;jsessionid=1A2B3C/b", "/a/b"),
        ("/tra-cuu/%30793%300012345/", "/tra-cuu/(identity_number)/"),
        ("/tra-cuu/%25300793/", "/tra-cuu/*/"),
        ("/tra-cuu/an@example.vn", "/tra-cuu/(email)"),
        ("//a//b", "/a/b"),
        ("/a\tb\\c", "/abc"),
        ("", "/"),
        ("khai-sinh", "/khai-sinh"),
        ("/" + "a" * 500, "/" + "a" * 199),
    ],
)
def test_an_address_becomes_a_page(url: str, page: str) -> None:
    assert addresses.page_of(url) == page


@given(st.text(max_size=300))
def test_any_address_becomes_a_page(url: str) -> None:
    page = addresses.page_of(url)
    assert page.startswith("/")
    assert len(page) <= addresses.LONGEST
    assert page.isprintable()
    assert "?" not in page
    assert privacy.names_a_person(page) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Dichvucong.Hanoi.gov.vn:8443/x", "dichvucong.hanoi.gov.vn"),
        ("https://an:mat-khau@a.vn/x", "a.vn"),
        ("/x", ""),
        ("/x?u=https://a.vn/", ""),
        ("https:///x", ""),
    ],
)
def test_an_address_has_a_host(url: str, host: str) -> None:
    assert addresses.host_of(url) == host


def test_hashes_are_keyed() -> None:
    seen = privacy.visitor(b"a", 7, ip="1.2.3.4", agent=CHROME)
    assert 0 <= seen < 1 << 32
    assert seen == privacy.visitor(b"a", 7, ip="1.2.3.4", agent=CHROME)
    assert seen != privacy.visitor(b"b", 7, ip="1.2.3.4", agent=CHROME)
    assert privacy.hidden(b"a", "x") != privacy.hidden(b"b", "x")
    assert 0 <= privacy.hidden(b"a", "x") < 1 << 63


@pytest.mark.parametrize(
    ("agent", "robot", "device"),
    [
        (CHROME, False, Device.COMPUTER),
        (IPHONE, False, Device.PHONE),
        (f"Mozilla/5.0 (Linux; Android 14; SM-A155F) {BLINK} Mobile Safari/537.36", False, "phone"),
        (f"Mozilla/5.0 (Linux; Android 13; SM-X200) {BLINK} Safari/537.36", False, "tablet"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
            False,
            "computer",
        ),
        (
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            True,
            "unknown",
        ),
        ("facebookexternalhit/1.1", True, "unknown"),
        (
            "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0.0.0 Safari/537.36",
            True,
            "computer",
        ),
        ("Prometheus Blackbox Exporter/0.24", True, "unknown"),
        ("curl/8.5.0", True, "unknown"),
        ("", True, "unknown"),
    ],
)
def test_agents_are_told_apart(agent: str, robot: object, device: str) -> None:
    assert is_robot(agent) is robot
    assert device_of(agent) == device
