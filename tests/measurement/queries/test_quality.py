"""Waits, funnels, causes, channels, satisfaction, connections and consistency, read from a lake."""

import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.measurement.counted import lake

from motcua.measurement.queries import details
from motcua.measurement.queries.connections import connections
from motcua.measurement.queries.consistency import consistencies, consistency
from motcua.measurement.values.facts import Cause, Channel
from motcua.measurement.values.periods import Period
from motcua.measurement.values.quality import Health, Verdict
from motcua.measurement.values.sites import Site

pytestmark = pytest.mark.once

MARCH, QUARTER = Period.month(2026, 3), Period.quarter(2026, 1)
HERE = {"top": "H26", "agency": "H26.00070", "procedure": "1.001193"}
THERE = {"top": "H29", "agency": "H29", "procedure": "1.001193"}
BEFORE = {"day": date(2026, 2, 27)}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEASUREMENT = tmp_path


def test_waits_are_of_the_agency_the_period_and_the_procedure():
    kept = lake(
        waits_daily=[
            HERE | {"hours": 4, "dossiers": 9},
            HERE | {"hours": 40, "dossiers": 1},
            HERE | BEFORE | {"hours": 900, "dossiers": 90},
            HERE | {"procedure": "1.004222", "hours": 800, "dossiers": 2},
            THERE | {"hours": 700, "dossiers": 90},
        ],
        dossiers_daily=[HERE | {"on_time": 8, "late": 2}],
    )
    found = details.waits("H26", MARCH, procedure="1.001193", lake=kept)
    assert (found.p50, found.p75, found.p90, found.p95) == (4, 4, 4, 40)
    assert (found.within, found.dossiers) == (0.8, 10)
    assert found.histogram == ((4, 9), (40, 1))
    assert details.waits("", MARCH, lake=kept).p95 == 700
    assert details.waits("H44", MARCH, lake=kept).p50 is None


def test_a_funnel_tells_where_people_give_up():
    kept = lake(
        steps_daily=[
            HERE | {"number": 1, "step": "child", "visitors": 60, "went_on": 55},
            HERE | {"number": 1, "step": "child", "visitors": 40, "went_on": 35},
            HERE | {"number": 2, "step": "papers", "visitors": 90, "went_on": 40},
            HERE | {"procedure": "1.004222", "number": 1, "step": "x", "visitors": 999},
        ]
    )
    found = details.funnel("1.001193", period=MARCH, lake=kept)
    assert [(step.name, step.entered, step.left) for step in found.steps] == [
        ("child", 100, 10),
        ("papers", 90, 50),
    ]
    assert found.gives_up.name == "papers"
    assert details.funnel("1.001193", period=MARCH, agency="H29", lake=kept).steps == ()


def test_causes_by_who_told():
    kept = lake(
        failures_daily=[
            HERE | {"cause": "portal", "told_by": "telemetry", "failures": 6},
            HERE | {"cause": "portal", "told_by": "asked_at_failure", "failures": 2},
            HERE | {"cause": "complex", "told_by": "asked_after_result", "failures": 2},
        ]
    )
    found = {one.cause: one for one in details.causes("H26.00070", MARCH, lake=kept)}
    assert list(found) == list(Cause)
    assert (found[Cause.PORTAL].number, found[Cause.PORTAL].share) == (8, 0.8)
    assert found[Cause.COMPLEX].after_result == 2


def test_satisfaction_has_its_interval_and_response():
    rated = HERE | {"question": "satisfaction", "answers": 10, "satisfied": 8, "asked": 40}
    kept = lake(answers_daily=[rated, HERE | {"question": "cause", "answers": 99, "asked": 99}])
    found = details.satisfaction("H26", MARCH, lake=kept)
    assert (found.satisfied, found.rated, found.asked, found.share) == (8, 10, 40, 0.8)
    assert found.low == pytest.approx(0.4902, abs=1e-4)
    assert details.satisfaction("H29", MARCH, lake=kept).share is None


def test_channels_stand_apart():
    kept = lake(
        dossiers_daily=[
            HERE | {"channel": "self_service", "received": 3},
            HERE | {"channel": "counter", "received": 9},
        ]
    )
    found = {one.channel: one for one in details.channels("", MARCH, lake=kept)}
    assert list(found) == list(Channel)
    assert found[Channel.SELF].share == 0.25
    assert (found[Channel.POST].dossiers, found[Channel.POST].share) == (0, 0.0)


AT = datetime(2026, 3, 16, 3, tzinfo=UTC)


def heard(site, source, *, hours, outcome="accepted", facts=10):
    local = (AT + timedelta(hours=7) - timedelta(hours=hours)).replace(tzinfo=None)
    second = local.hour * 3600 + local.minute * 60 + local.second
    return {
        "site": site,
        "source": source,
        "day": local.date(),
        "last_second": second,
        "outcome": outcome,
        "facts": facts,
    }


def test_each_open_site_has_its_connection(monkeypatch):
    sites = [
        Site(1, "một", "H26"),
        Site(2, "hai", "H29"),
        Site(3, "ba", "H44"),
        Site(4, "bốn", "G01"),
    ]
    sites.append(Site(5, "đóng", "G09", until=date(2026, 3, 15)))
    monkeypatch.setattr(
        sys.modules[connections.__module__], "sites", lambda: {one.number: one for one in sites}
    )
    kept = lake(
        connections_daily=[
            heard(1, "matomo", hours=1),
            heard(1, "matomo", hours=9),
            heard(1, "mcdt", hours=2),
            heard(2, "matomo", hours=1, facts=90),
            heard(2, "strict", hours=1, facts=5),
            heard(2, "strict", hours=1, facts=6, outcome="refused"),
            heard(3, "log", hours=200),
            heard(3, "log", hours=1, outcome="refused"),
        ]
    )
    found = {one.site: one for one in connections(AT, lake=kept)}
    assert {site: one.status for site, one in found.items()} == {
        1: Health.FINE,
        2: Health.REFUSED,
        3: Health.SILENT,
        4: Health.NEVER,
    }
    assert found[1].page_at == AT - timedelta(hours=1)
    assert found[1].dossier_at == AT - timedelta(hours=2)
    assert found[2].refused == pytest.approx(6 / 101)
    assert found[3].silent_since == AT - timedelta(hours=200)


def test_two_channels_are_compared_by_month_and_agency():
    online = HERE | {"online_fed": True}
    kept = lake(
        procedures_daily=[HERE | {"submitted": 95}, HERE | BEFORE | {"submitted": 40}],
        dossiers_daily=[
            online | {"received": 100},
            online | BEFORE | {"received": 100},
            HERE | {"received": 900},
            THERE | {"online_fed": True, "received": 50, "batched": 40},
        ],
    )
    found = consistency("H26", QUARTER, lake=kept)
    assert (found.pages, found.dossiers, found.ratio) == (135, 200, 0.675)
    assert found.verdict is Verdict.NO_TRACKING
    assert [month.verdict for month in found.months] == [
        Verdict.FEW,
        Verdict.NO_TRACKING,
        Verdict.CONSISTENT,
    ]
    all_tops = {one.agency: one.verdict for one in consistencies(MARCH, lake=kept)}
    assert all_tops == {"H26": Verdict.CONSISTENT, "H29": Verdict.BATCHED}
    (below,) = consistencies(MARCH, within="H26", lake=kept)
    assert (below.agency, below.dossiers) == ("H26.00070", 100)
