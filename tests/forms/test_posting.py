"""Inputs of a page become a draft and come back as they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.forms import rules

pytestmark = pytest.mark.once


def test_a_post_becomes_draft_answers(birth):
    post = {
        "csrfmiddlewaretoken": ["x"],
        "child.full_name": ["  Ánh "],
        "child.sex": ["female"],
        "child.born_on.day": ["01"], "child.born_on.month": ["2"], "child.born_on.year": ["2026"],
        "child.order": ["hai"],
        "child.birthplace.province": ["01"], "child.birthplace.commune": [""],
        "late_reason": ["dòng 1\r\ndòng 2"],
        "truth": ["yes"],
    }  # fmt: skip
    assert rules.from_post(birth, "child", post) == {
        "child.full_name": "  Ánh ",
        "child.sex": "female",
        "child.born_on": "2026-02-01",
        "child.order": "hai",
        "child.birthplace": {"province": "01"},
        "late_reason": "dòng 1\ndòng 2",
    }


def test_what_a_browser_does_not_send_is_emptied_only_when_it_was_asked(birth):
    assert rules.from_post(birth, "papers", {}) == {}
    asked = {"_asked": ["copies", "truth", "papers.certificate"]}
    assert rules.from_post(birth, "papers", asked) == {
        "papers.certificate": None,
        "copies": None,
        "truth": None,
    }


MALFORMED = [
    ({"child.born_on.day": ["30"], "child.born_on.month": ["2"], "child.born_on.year": ["2026"]},
     {"child.born_on": {"day": "30", "month": "2", "year": "2026"}}),
    ({"child.born_on.day": ["x"]}, {"child.born_on": {"day": "x"}}),
    ({"child.born_on": ["hôm qua"]}, {"child.born_on": "hôm qua"}),
    ({"child.born_on.year": ["２０２６"], "child.born_on.day": ["1"], "child.born_on.month": ["1"]},
     {"child.born_on": {"year": "２０２６", "day": "1", "month": "1"}}),
    ({"child.order": ["1", "2"]}, {"child.order": "2"}),
    ({"child.order": []}, {"child.order": None}),
    ({"child.full_name": ["a\0b"]}, {"child.full_name": "a\0b"}),
    ({"child.full_name": ["\ud800"]}, {"child.full_name": "\ud800"}),
    ({"child.full_name": ["x" * 100_000]}, {"child.full_name": "x" * 100_000}),
    ({"child.sex": ["<script>"]}, {"child.sex": "<script>"}),
    ({"child.birthplace.province": ["'; DROP"]}, {"child.birthplace": {"province": "'; DROP"}}),
    ({"child": ["x"], "child.": ["y"], ".": ["z"], "": ["w"]}, {}),
    ({"child.late": ["true"]}, {}),
    ({"child.full_name.0": ["x"]}, {}),
    ({"__proto__": ["x"], "constructor": ["y"]}, {}),
    ({"_asked": ["nope", "child.sex"]}, {"child.sex": None}),
    ({"_add": ["child.sex"], "_remove": ["child.1"]}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("post", "draft"), MALFORMED)
def test_a_malformed_post_keeps_what_was_typed_and_is_told(birth, at, post, draft):
    assert rules.from_post(birth, "child", post) == draft
    errors = rules.check(birth, draft, at=at, page="child").errors
    assert {e.path for e in errors} >= {p for p in draft if draft[p] != "2"}


A, B = {"full_name": "A"}, {"full_name": "B"}
BORN = {"day": "1", "month": "2", "year": "2020"}
FIRST = "siblings.0"
ROWS = [
    ({"siblings.0.full_name": ["A"], "siblings.7.full_name": ["B"]}, [A, B]),
    ({"siblings.0.full_name": ["A"], "_add": ["siblings"]}, [A, {}]),
    ({"siblings.0.full_name": ["A"], "siblings.1.full_name": ["B"], "_remove": [FIRST]}, [B]),
    ({f"siblings.0.born_on.{k}": [v] for k, v in BORN.items()}, [{"born_on": "2020-02-01"}]),
    ({f"siblings.{n}.full_name": ["A"] for n in ("x", -1, 99999)}, None),
    ({f"siblings.{n}.full_name": ["A"] for n in range(500)}, [A] * 100),
]  # fmt: skip


@pytest.mark.parametrize(("post", "rows"), ROWS)
def test_rows_come_with_their_numbers(birth, post, rows):
    assert rules.from_post(birth, "parents", {**post, "_asked": ["siblings"]})["siblings"] == rows


TEXT = st.text(max_size=12) | st.sampled_from(["1", "31", "2026", "yes", "no", "2026-02-01"])


@given(data=st.data())
def test_what_was_typed_comes_back_through_the_page(birth, data):
    page = data.draw(st.sampled_from(["child", "parents", "papers"]))
    names = [name for name in rules.to_post(birth, page, FULL) if name != "_asked"]
    post = {
        name: data.draw(st.lists(TEXT, min_size=1, max_size=2), label=name)
        for name in data.draw(st.lists(st.sampled_from(names), unique=True))
    }
    draft = rules.from_post(birth, page, {**post, "_asked": list(birth.fields)})
    drawn = rules.to_post(birth, page, draft)
    assert rules.from_post(birth, page, {**drawn, "_asked": list(birth.fields)}) == draft


FULL = {"siblings": [{}, {}], "copies": ["x"], "papers.certificate": ["y"], "has_father": "z",
        "child.sex": "a", "truth": True}  # fmt: skip
