"""Cookies: what is missing on them, and which of them follow people."""

from dataclasses import replace

import pytest

from motcua.evaluation.rules.looking.cookies import (
    DAY,
    Cookie,
    cookie,
    faults,
    follows,
    tracker_of,
)

SESSION = Cookie(
    name="sessionid",
    domain="dichvucong.example.vn",
    secure=True,
    http_only=True,
    same_site="Lax",
    lifetime=None,
    length=32,
)


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({}, []),
        ({"secure": False}, ["secure"]),
        ({"http_only": False}, ["http_only"]),
        ({"same_site": "None"}, ["same_site"]),
        ({"lifetime": 31 * DAY}, ["lifetime"]),
        ({"name": "csrftoken", "http_only": False}, []),
        ({"name": "django_language", "http_only": False, "lifetime": 365 * DAY}, []),
        ({"name": "JSESSIONID", "http_only": False, "secure": False}, ["secure", "http_only"]),
    ],
)
def test_what_a_cookie_lacks(change, lacks):
    assert faults(replace(SESSION, **change), over_https=True) == lacks


def test_over_plain_http_no_cookie_can_be_secure():
    assert faults(replace(SESSION, secure=False), over_https=False) == []


@pytest.mark.parametrize(
    ("name", "days", "length", "third", "it_follows"),
    [
        ("_ga", 400, 26, False, True),
        ("_fbp", 90, 30, False, True),
        ("sessionid", None, 32, False, False),
        ("csrftoken", 364, 32, False, False),
        ("lang", 365, 2, False, False),
        ("visitor", 365, 36, False, True),
        ("visitor", 1, 36, False, False),
        ("shown", 365, 1, False, False),
        ("x", None, 1, True, True),
    ],
)
def test_which_cookies_follow_people(name, days, length, third, it_follows):
    one = replace(SESSION, name=name, length=length, lifetime=None if days is None else days * DAY)
    assert follows(one, third_party=third) is it_follows


def test_a_cookie_is_read_without_its_value():
    kept = {"name": "_ga", "value": "GA1.2.123", "domain": ".a.vn", "expires": 1000.0 + DAY}
    read = cookie(kept, 1000.0)
    assert (read.domain, read.lifetime, read.length) == ("a.vn", DAY, 9)
    assert "GA1" not in repr(read)
    assert tracker_of("_gat_UA-1") == "Google Analytics"
