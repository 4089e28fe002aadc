"""Cookies: what is missing on them, and which of them follow people."""

from dataclasses import replace

import pytest

from motcua.evaluation.rules.looking.cookies import (
    DAY,
    Cookie,
    cookie,
    faults,
    follows,
    looks_random,
    tracker_of,
)

SESSION = Cookie(
    name="sessionid",
    domain="dichvucong.example.vn",
    secure=True,
    http_only=True,
    same_site="Lax",
    lifetime=None,
    random=True,
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
    ("name", "days", "random", "third", "it_follows"),
    [
        ("_ga", 400, True, False, True),
        ("_fbp", 90, True, False, True),
        ("sessionid", None, True, False, False),
        ("csrftoken", 364, True, False, False),
        ("lang", 365, False, False, False),
        ("visitor", 365, True, False, True),
        ("visitor", 1, True, False, False),
        ("shown", 365, False, False, False),
        ("x", None, False, True, True),
    ],
)
def test_which_cookies_follow_people(*, name, days, random, third, it_follows):
    one = replace(SESSION, name=name, random=random, lifetime=None if days is None else days * DAY)
    assert follows(one, third_party=third) is it_follows


def test_a_cookie_is_read_without_its_value():
    kept = {"name": "_ga", "value": "GA1.2.123", "domain": ".a.vn", "expires": 1000.0 + DAY}
    read = cookie(kept, 1000.0)
    assert (read.domain, read.lifetime, read.random) == ("a.vn", DAY, True)
    assert "GA1" not in repr(read)
    assert tracker_of("_gat_UA-1") == "Google Analytics"


@pytest.mark.parametrize(
    ("value", "random"),
    [
        ("8f3a91c27d", True),
        ("6f1c9c1e-6f0e-4e0c-9f5e-0d9a3b1c2d4e", True),
        ("1763780000", True),
        ("vi", False),
        ("vi-VN", False),
        ("2026-11-22", False),
        ("large-text", False),
        ("accepted", False),
        ('{"a":1}', False),
    ],
)
def test_values_that_tell_visitors_apart(value, random):
    assert looks_random(value) is random
