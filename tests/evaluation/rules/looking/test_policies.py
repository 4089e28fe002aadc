"""Content security policies: what they let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.looking.policies import guards_frames, policies, weaknesses

GOOD = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("said", "weak"),
    [
        (GOOD, []),
        ("default-src 'self'", ["base"]),
        ("img-src 'self'", ["no_scripts", "object", "base"]),
        (
            "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'",
            ["unsafe_inline"],
        ),
        ("script-src 'nonce-abc' 'unsafe-inline'; object-src 'none'; base-uri 'none'", []),
        (
            "script-src 'nonce-a' 'strict-dynamic' https:; object-src 'none'; base-uri 'none'",
            [],
        ),
        ("default-src *; base-uri 'none'", ["wildcard", "object"]),
        (
            "script-src https: 'unsafe-eval'; object-src 'none'; base-uri 'none'",
            ["unsafe_eval", "wildcard"],
        ),
        ("script-src 'self'; script-src *; object-src 'none'; base-uri 'none'", []),
    ],
)
def test_weaknesses(said, weak):
    assert weaknesses(policies(said)) == weak


def test_of_two_policies_the_stricter_rules():
    lax = "script-src 'self' 'unsafe-inline'"
    assert weaknesses(policies(f"{lax}, {GOOD}")) == []
    assert weaknesses(policies(f"{lax}, {lax}")) == ["unsafe_inline", "object", "base"]


@pytest.mark.parametrize(
    ("policy", "option", "guarded"),
    [
        (GOOD, "", True),
        ("default-src 'self'", "", False),
        ("default-src 'self'", "SAMEORIGIN", True),
        ("frame-ancestors *", "DENY", False),
        ("frame-ancestors 'self' https://vneid.gov.vn", "", True),
        ("", "ALLOWALL", False),
    ],
)
def test_frames(policy, option, guarded):
    assert guards_frames(policies(policy), option) is guarded


@given(st.text(max_size=300))
def test_whatever_is_said_is_read(said):
    assert set(weaknesses(policies(said))) <= {
        *("no_scripts", "unsafe_inline", "unsafe_eval", "wildcard", "object", "base")
    }
