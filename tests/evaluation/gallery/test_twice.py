"""The clean portal of the gallery looked at twice: the same is told in the same order."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.portals.serving import serve

from motcua.evaluation.probes.auditing import warm as auditing_warm
from motcua.evaluation.probes.auditing.one import Shared
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.browser import Running
from motcua.evaluation.probes.registry import facts, probes
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.queries.criteria import criteria_set
from motcua.evaluation.rules.comparing_audits import differences, steady
from motcua.evaluation.rules.judging import grade
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.facts import Area

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
PAGES = 4
SET = "users-view/2024-placeholder"


@pytest.mark.once
def test_two_looks_tell_the_same(browser, tmp_path, monkeypatch):
    monkeypatch.setattr(auditing_warm, "GROWN", float("inf"))  # It is not ours to start anew.
    warm = Warm()
    warm._running = Running(browser)
    # Loading pages again over a slow line tells of times alone, and takes most of the time.
    every = [
        replace(one, on_site=None) if one.area is Area.PERFORMANCE else one for one in probes()
    ]
    pace = Pace(0, tmp_path / "pace")
    shared = Shared(warm=warm, pace=pace, now=lambda: NOON, probes=every)
    with serve("clean") as address:
        first, second = (
            shared.audit(f"{address}/", manner=Manner(pages=PAGES, pace=0), folder=tmp_path / name)
            for name in ("first", "second")
        )
    assert len(first.pages) == PAGES
    assert len(first.observations) > 500
    # How far times lie apart is the machine's affair; that they are told, and where, is ours.
    cards = facts()
    differ = [
        one
        for one in differences(first, second, cards)
        if one.what == "outcome" or one.fact not in cards or steady(cards[one.fact])
    ]
    assert differ == []
    judged = [grade(criteria_set(SET), one, (), facts=cards) for one in (first, second)]
    assert judged[0].grade == judged[1].grade
