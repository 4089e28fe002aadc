"""A portal on the open network must not lead an audit into the one that it runs in."""

import socket

import pytest

from motcua.evaluation.probes.walking import networks
from motcua.evaluation.probes.walking.networks import is_inner, is_outer, leads_inside

NAMES = {"cong.gov.vn": "93.184.216.34", "trong.cong.gov.vn": "10.0.0.5"}


@pytest.fixture(autouse=True)
def named(monkeypatch):
    """Names of this test's own; figures are themselves."""

    def getaddrinfo(host, *_more):
        if host not in NAMES and not host.replace(".", "").isdigit() and ":" not in host:
            raise socket.gaierror(host)
        return [(0, 0, 0, "", (NAMES.get(host, host), 0))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    networks._numbers.cache_clear()
    yield
    networks._numbers.cache_clear()


@pytest.mark.parametrize(
    ("address", "inner"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.20.0.1", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("::1", True),
        ("[fd00::1]", True),
        ("fe80::1%eth0", True),
        ("::ffff:10.0.0.1", True),
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
        ("cong.gov.vn", False),
    ],
)
def test_which_addresses_are_of_a_closed_network(address, inner):
    assert is_inner(address) is inner


@pytest.mark.parametrize(
    ("url", "outer", "inside"),
    [
        ("https://cong.gov.vn/a", True, False),
        ("https://trong.cong.gov.vn/", False, True),
        ("http://169.254.169.254/latest/meta-data/", False, True),
        ("http://127.0.0.1:6379/", False, True),
        ("https://khong-co.gov.vn/", False, False),
        ("http://[::1", False, False),
        ("data:text/html,x", False, False),
    ],
)
def test_where_an_address_leads(url, outer, inside):
    assert (is_outer(url), leads_inside(url)) == (outer, inside)
