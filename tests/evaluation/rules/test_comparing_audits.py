"""Two audits of an unchanged portal: what counts as the same, and what does not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.evaluation.judged import card, saw

from motcua.evaluation.rules.comparing_audits import differences, within
from motcua.evaluation.values.audits import Audit, Manner, PageRecord
from motcua.evaluation.values.observations import Outcome, Place
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

URL = "https://a.vn/"
STEADY = card("structure.titles")
NOISY = replace(card("performance.lcp"), noise=0.5, noise_floor=300.0)
FACTS = {one.code: one for one in (STEADY, NOISY)}
AT = datetime(2026, 11, 22, tzinfo=UTC)


def an_audit(*found, **page):
    record = PageRecord(url=URL, kind=PageKind.HOME, observations=found, **page)
    return Audit(
        url=URL, begun_at=AT, ended_at=AT, tool="", browser="", manner=Manner(), pages=(record,)
    )


TITLE = replace(saw(STEADY.code, 3, URL), places=(Place(selector="h1", picture="a"),))
LCP = replace(saw(NOISY.code, 200, URL), note=Sentence("200 ms", "200 ms"))
WHOLE = an_audit(TITLE, LCP)


def told(second, first=WHOLE):
    return [(one.what, one.fact, one.within) for one in differences(first, second, FACTS)]


@pytest.mark.parametrize(
    "second",
    [
        WHOLE,
        an_audit(TITLE, LCP, took_ms=900, requests=3, weight=5),
        an_audit(
            replace(TITLE, places=(Place(selector="h1", picture="b", box=(1, 1, 1, 1)),)), LCP
        ),
        an_audit(replace(TITLE, evidence=("c",)), LCP),
    ],
)
def test_times_pictures_and_files_are_not_compared(second):
    assert told(second) == []


@pytest.mark.parametrize(
    ("second", "differ"),
    [
        (an_audit(replace(TITLE, value=4), LCP), [("value", STEADY.code, False)]),
        (an_audit(replace(TITLE, value=3.0), LCP), [("value", STEADY.code, False)]),
        (an_audit(replace(TITLE, places=()), LCP), [("places", STEADY.code, False)]),
        (an_audit(TITLE, replace(LCP, value=500)), [("value", NOISY.code, True)]),
        (an_audit(TITLE, replace(LCP, value=501)), [("value", NOISY.code, False)]),
        (an_audit(TITLE, replace(LCP, note=None)), [("note", NOISY.code, True)]),
        (
            an_audit(TITLE, replace(LCP, outcome=Outcome.COULD_NOT, value=None)),
            [("outcome", NOISY.code, False), ("value", NOISY.code, False)],
        ),
        (an_audit(LCP, TITLE), [("order", "", False)]),
        (an_audit(TITLE), [("order", NOISY.code, False)]),
        (an_audit(TITLE, LCP, title="x"), [("page", "", False)]),
        (an_audit(TITLE, LCP, picture="x"), [("page", "", False)]),
        (replace(WHOLE, left_out={"robots": 1}), [("left_out", "", False)]),
        (replace(WHOLE, pages=()), [("page", "", False), *[("order", c, False) for c in FACTS]]),
    ],
)
def test_everything_else_is(second, differ):
    assert told(second) == differ


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [(1000, 2000, True), (1000, 2001, False), (0, 300, True), (0, 301, False), ("a", "a", True)],
)
def test_noise_is_a_share_or_a_floor(one, two, same):
    assert within(NOISY, one, two) is same
    assert within(NOISY, two, one) is same
