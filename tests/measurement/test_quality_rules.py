"""Intervals, percentiles, funnels, causes, connections and the two channels beside each other."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.measurement.rules import causes, consistency, waiting
from motcua.measurement.rules.confidence import interval, wilson
from motcua.measurement.rules.connections import Heard, connection
from motcua.measurement.values.facts import Cause
from motcua.measurement.values.quality import Health, Step, Verdict
from motcua.measurement.values.sites import Site

pytestmark = pytest.mark.once

AT = datetime(2026, 3, 16, 2, tzinfo=UTC)
SITE = Site(227, "Cổng Hà Nội", "H26")
MANY = st.integers(0, 10**7)


@pytest.mark.parametrize(
    ("satisfied", "rated", "low", "high"),
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (450, 500, 0.8706, 0.9234),
    ],
)
def test_wilson_as_tables_have_it(satisfied, rated, low, high):
    assert wilson(satisfied, rated) == pytest.approx((low, high), abs=1e-4)


def test_nobody_answering_is_no_share():
    found = interval(satisfied=0, rated=0, asked=40)
    assert (found.share, found.low, found.high, found.asked) == (None, None, None, 40)


@pytest.mark.parametrize(("satisfied", "rated"), [(3, 2), (-1, 4)])
def test_more_satisfied_than_asked_is_refused(satisfied, rated):
    with pytest.raises(ValueError, match=str(satisfied)):
        wilson(satisfied, rated)


@given(parts=st.tuples(MANY, MANY))
def test_the_share_lies_in_its_interval(parts):
    satisfied, rest = parts
    found = interval(satisfied=satisfied, rated=satisfied + rest, asked=0)
    if found.rated:
        assert 0 <= found.low <= found.share <= found.high <= 1
        assert found.asked == 0
        assert interval(satisfied=satisfied, rated=found.rated, asked=1).asked == found.rated


@given(hours=st.lists(st.integers(0, 5000), min_size=1))
def test_percentiles_are_hours_that_happened_and_grow(hours):
    histogram = {each: hours.count(each) for each in hours}
    found = waiting.waits(histogram, in_time=1, judged=2)
    told = [found.p50, found.p75, found.p90, found.p95]
    assert told == sorted(told)
    assert set(told) <= set(hours)
    for share, each in zip((0.5, 0.75, 0.9, 0.95), told, strict=True):
        assert sum(one <= each for one in hours) >= share * len(hours)
        assert sum(one < each for one in hours) < share * len(hours)


def test_no_dossiers_have_no_percentile():
    found = waiting.waits({}, in_time=0, judged=0)
    assert (found.p50, found.p95, found.within, found.dossiers) == (None, None, None, 0)


def test_where_people_give_up_first():
    steps = [Step(2, "papers", 90, 40), Step(1, "child", 100, 90), Step(3, "check", 40, 38)]
    found = waiting.funnel(steps)
    assert [step.name for step in found.steps] == ["child", "papers", "check"]
    assert found.gives_up.name == "papers"
    assert found.gives_up.left == 50
    assert waiting.funnel([Step(1, "few", 19, 0)]).gives_up is None
    assert waiting.funnel([Step(1, "all went on", 50, 50)]).gives_up is None


def test_printed_causes_stay_as_printed():
    assert [round(100 * causes.PRINTED[cause]) for cause in Cause] == [36, 25, 10, 5, 3, 14]
    assert round(sum(causes.PRINTED.values()), 2) == 0.93
    assert set(causes.WORDS) == set(Cause)


def test_causes_are_six_by_who_told():
    found = causes.causes(
        {
            ("portal", "telemetry"): 6,
            ("portal", "asked_at_failure"): 2,
            ("device", "asked_after_result"): 2,
        }
    )
    assert [one.cause for one in found] == list(Cause)
    portal = found[0]
    assert (portal.number, portal.told, portal.share) == (8, 2, 0.8)
    assert sum(one.share for one in found) == pytest.approx(1)
    assert {one.share for one in causes.causes({})} == {None}


def ago(**how):
    return AT - timedelta(**how)


@pytest.mark.parametrize(
    ("heard", "status", "since"),
    [
        (Heard(), Health.NEVER, None),
        (Heard(ago(hours=1), ago(hours=2), 100, 5), Health.FINE, None),
        (Heard(ago(hours=1), ago(hours=2), 100, 6), Health.REFUSED, None),
        (Heard(ago(hours=49), ago(hours=60)), Health.SILENT, ago(hours=49)),
        (Heard(ago(hours=48), ago(hours=48)), Health.FINE, None),
        (Heard(ago(hours=1), None, 10, 0), Health.HALF, None),
        (Heard(ago(hours=1), ago(days=8), 10, 0), Health.HALF, ago(days=8)),
        (Heard(ago(days=8), ago(hours=1), 10, 0), Health.HALF, ago(days=8)),
    ],
)
def test_a_connection_is_judged_by_when_it_was_heard(heard, status, since):
    found = connection(SITE, heard, at=AT)
    assert (found.status, found.silent_since) == (status, since)
    assert found.sentence.vi != found.sentence.en


def test_half_a_connection_says_which_half():
    assert "lượt xem trang, không" in connection(SITE, Heard(ago(hours=1)), at=AT).sentence.vi
    assert "sự kiện hồ sơ, không" in connection(SITE, Heard(None, ago(hours=1)), at=AT).sentence.vi


@pytest.mark.parametrize(
    ("pages", "dossiers", "batched", "expected"),
    [
        (10, 19, 0, Verdict.FEW),
        (10, 20, 0, Verdict.NO_TRACKING),
        (95, 100, 0, Verdict.CONSISTENT),
        (75, 100, 20, Verdict.CONSISTENT),
        (74, 100, 0, Verdict.NO_TRACKING),
        (0, 100, 0, Verdict.NO_TRACKING),
        (0, 100, 21, Verdict.BATCHED),
        (130, 100, 0, Verdict.CONSISTENT),
        (131, 100, 0, Verdict.NO_DOSSIERS),
        (100, 0, 0, Verdict.NO_DOSSIERS),
    ],
)
def test_what_the_channels_say_about_each_other(pages, dossiers, batched, expected):
    assert consistency.verdict(pages=pages, dossiers=dossiers, batched=batched) is expected


@given(pages=MANY, dossiers=MANY, share=st.floats(0, 1))
def test_every_verdict_is_explained_with_its_numbers(pages, dossiers, share):
    batched = int(dossiers * share)
    found = consistency.verdict(pages=pages, dossiers=dossiers, batched=batched)
    told = consistency.explained(found, pages=pages, dossiers=dossiers, batched=batched)
    assert f"{pages:,}" in told.en
    assert f"{dossiers:,}".replace(",", ".") in told.vi
