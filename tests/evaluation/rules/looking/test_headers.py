"""Headers: HSTS, caching, referrers, versions given away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking import headers


@pytest.mark.parametrize(
    ("said", "seconds", "subdomains", "lasting"),
    [
        ("max-age=31536000; includeSubDomains", 31_536_000, True, True),
        ('max-age="63072000" ; includeSubDomains ; preload', 63_072_000, True, True),
        ("MAX-AGE=31535999", 31_535_999, False, False),
        ("max-age=0", 0, False, False),
        ("includeSubDomains", -1, True, False),
        ("max-age=1; max-age=31536000", -1, False, False),
        ("max-age=-5", -1, False, False),
        ("max-age=９９９９９９９９", -1, False, False),
        ("", -1, False, False),
    ],
)
def test_hsts_is_read_as_the_rfc_says(*, said, seconds, subdomains, lasting):
    read = headers.transport(said)
    assert (read.max_age, read.subdomains, read.lasting) == (seconds, subdomains, lasting)


@given(st.text(max_size=200))
def test_no_header_fells_a_reader(said):
    assert headers.transport(said).max_age >= -1
    assert headers.fresh_for({"cache-control": said}) >= 0
    assert headers.refers(said) in {"", *headers.REFERRERS}


@given(st.integers(min_value=0, max_value=10**8))
def test_what_is_said_is_how_long_it_is_kept(seconds):
    assert headers.fresh_for({"cache-control": f"public, max-age={seconds}"}) == seconds
    assert headers.fresh_for({"cache-control": f"max-age={seconds}, no-cache"}) == 0
    assert headers.fresh_for({"cache-control": f"no-store, max-age={seconds}"}) == 0


@pytest.mark.parametrize(
    ("said", "followed"),
    [
        ("same-origin", "same-origin"),
        ("no-referrer, strict-origin-when-cross-origin", "strict-origin-when-cross-origin"),
        ("strict-origin, made-up", "strict-origin"),
        ("unsafe-url", ""),
    ],
)
def test_the_last_known_referrer_policy_counts(said, followed):
    assert headers.refers(said) == followed


def test_a_name_alone_gives_nothing_away_a_version_does():
    assert headers.given_away({"server": "nginx"}) == []
    assert headers.given_away({"server": "Apache/2.4.41 (Ubuntu)", "x-powered-by": "PHP"}) == [
        ("server", "Apache/2.4.41 (Ubuntu)"),
        ("x-powered-by", "PHP"),
    ]
