"""Audits as JSON: what is written is read again as the very same values."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.evaluation.rules import recording
from motcua.evaluation.rules.recording import NotRead, dumps, from_json, loads, plain, read, to_json
from motcua.evaluation.values.audits import Audit, Evidence, Manner, PageRecord
from motcua.evaluation.values.observations import Observation, Outcome, Place
from motcua.evaluation.values.pages import PageKind
from motcua.evaluation.values.scores import GroupScore
from motcua.kernel.words import Sentence

TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
SENTENCES = st.none() | st.builds(Sentence, TEXT, TEXT)
WHOLE = st.integers(0, 10**9)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | TEXT
    | st.floats(allow_nan=False, allow_infinity=False)
)
PLACES = st.builds(
    Place,
    selector=TEXT,
    snippet=TEXT,
    says=SENTENCES,
    box=st.none() | st.tuples(WHOLE, WHOLE, WHOLE, WHOLE),
    rule=TEXT,
    picture=TEXT,
)
OBSERVATIONS = st.builds(
    Observation,
    fact=TEXT,
    url=TEXT,
    outcome=st.sampled_from(Outcome),
    value=VALUES,
    note=SENTENCES,
    places=st.lists(PLACES, max_size=2).map(tuple),
    found=WHOLE,
    evidence=st.lists(TEXT, max_size=2).map(tuple),
)
SOME = st.lists(OBSERVATIONS, max_size=3).map(tuple)
PAGES = st.builds(
    PageRecord,
    url=TEXT,
    kind=st.sampled_from(PageKind),
    title=TEXT,
    status=WHOLE,
    problem=SENTENCES,
    observations=SOME,
)
MANNERS = st.builds(
    Manner,
    pages=WHOLE,
    pace=st.floats(0, 60),
    obey_robots=st.booleans(),
    seeds=st.lists(TEXT, max_size=2).map(tuple),
)
MOMENTS = st.integers(0, 4 * 10**15).map(
    lambda micro: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micro)
)
EVIDENCE = st.builds(Evidence, digest=TEXT, media_type=TEXT, title=TEXT, size=WHOLE)
AUDITS = st.builds(
    Audit,
    url=TEXT,
    begun_at=MOMENTS,
    ended_at=MOMENTS,
    tool=TEXT,
    browser=TEXT,
    manner=MANNERS,
    pages=st.lists(PAGES, max_size=2).map(tuple),
    site=SOME,
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    left_out=st.dictionaries(TEXT, WHOLE, max_size=3),
)


def kinds(one: Observation) -> tuple[type, str]:
    """`True == 1 == 1.0`, but they are not the same."""
    return type(one.value), repr(one.value)


@settings(max_examples=50, deadline=None)
@given(AUDITS)
def test_an_audit_is_read_as_it_was_written(audit):
    written = dumps(to_json(audit))
    again = from_json(loads(written))
    assert again == audit
    assert [kinds(one) for one in again.observations] == [kinds(one) for one in audit.observations]
    assert dumps(to_json(again)) == written


@settings(max_examples=30, deadline=None)
@given(PAGES)
def test_a_page_alone_is_read_as_it_was_written(page):
    assert read(PageRecord, json.loads(json.dumps(plain(page)))) == page


AUDIT = Audit(
    url="https://a.vn/",
    begun_at=datetime(2026, 11, 22, 3, tzinfo=UTC),
    ended_at=datetime(2026, 11, 22, 4, tzinfo=UTC),
    tool="motcua-audit/1.0",
    browser="Chrome/156",
    manner=Manner(),
    pages=(PageRecord(url="https://a.vn/", kind=PageKind.HOME),),
    site=(Observation(fact="security.hsts", url="https://a.vn/", value=False),),
)


def test_what_is_as_always_is_left_out():
    assert to_json(AUDIT)["pages"] == [{"url": "https://a.vn/", "kind": "home"}]


def test_moments_are_written_in_utc():
    hanoi = datetime(2026, 11, 22, 10, tzinfo=timezone(timedelta(hours=7)))
    assert to_json(replace(AUDIT, begun_at=hanoi)) == to_json(AUDIT)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_no_json_has_is_refused(value):
    with pytest.raises(ValueError, match="no JSON"):
        plain(Observation(fact="a.b", url="", value=value))


def test_other_values_are_refused():
    with pytest.raises(TypeError, match="set"):
        plain({"a": {1, 2}})


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda one: one.pop("url"), "Audit.url"),
        (lambda one: one.update(url=5), "Audit.url"),
        (lambda one: one.update(more=1), "Audit.more"),
        (lambda one: one.update(begun_at="yesterday"), "Audit.begun_at"),
        (lambda one: one.update(begun_at="2026-11-22T03:00:00"), "Audit.begun_at"),
        (lambda one: one.update(pages={}), "Audit.pages"),
        (lambda one: one["pages"][0].update(kind="house"), "Audit.pages[0].kind"),
        (lambda one: one["pages"][0].update(status=True), "Audit.pages[0].status"),
        (lambda one: one["site"][0].update(value=[1]), "Audit.site[0].value"),
        (lambda one: one["site"][0].update(places=[{"box": [1, 2, 3]}]), "places[0].box"),
        (lambda one: one.update(manner=None), "Audit.manner"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(spoil, place):
    found = to_json(AUDIT)
    spoil(found)
    with pytest.raises(NotRead) as refused:
        from_json(found)
    assert place in refused.value.sentence.en


@pytest.mark.parametrize("found", [None, [], {}, {"format": "motcua-audit/0"}, "text"])
def test_what_is_no_audit_is_refused(found):
    with pytest.raises(NotRead, match=recording.FORMAT):
        from_json(found)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_refused(content):
    with pytest.raises(NotRead):
        loads(content)


def test_points_are_read_however_many_figures_they_have():
    total = Fraction(10**170 + 7, 10**169 + 9)
    group = GroupScore(code="G", points=total, most=Fraction(100))
    assert read(GroupScore, plain(group)) == group
