"""Index 766 of agencies, from what was measured and what was declared."""

from datetime import date
from decimal import Decimal

import pytest
from tests.measurement.counted import lake

from motcua.measurement.queries import leagues766
from motcua.measurement.queries.index766 import MEASURED, definition766, index766, indexes766
from motcua.measurement.queries.leagues766 import league766
from motcua.measurement.rules.index766 import Index766Unknown
from motcua.measurement.values.cards import League, Way
from motcua.measurement.values.periods import Period

pytestmark = pytest.mark.once

MARCH = Period.month(2026, 3)
COMMUNE = {"top": "H44", "agency": "H44.100", "procedure": "1.001193"}
PROVINCE = {"top": "H44", "agency": "H44", "procedure": "1.004222"}
OTHER = {"top": "H26", "agency": "H26.00070", "procedure": "1.001193"}
HELD = {"valid_from": date(2025, 1, 1), "valid_to": None}
POINTS = Decimal("0.01")


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEASUREMENT = tmp_path


def declared(agency, metric, pair, *, month=3):
    numerator, denominator = pair
    return {
        "top": agency.split(".")[0],
        "agency": agency,
        "metric": metric,
        "numerator": float(numerator),
        "denominator": float(denominator),
        "month": date(2026, month, 1),
    }


@pytest.fixture
def kept():
    return lake(
        supply=[
            COMMUNE | HELD | {"level": "full", "has_fee": True},
            PROVINCE | HELD | {"level": "partial"},
            PROVINCE | HELD | {"procedure": "2.000815", "level": "none"},
            OTHER | HELD | {"level": "full"},
        ],
        dossiers_daily=[
            COMMUNE
            | {"received": 1482, "late": 40, "overdue": 19, "channel": "self_service"}
            | {
                "online_fed": True,
                "with_fee": 100,
                "paid_online": 40,
                "paid_fed": 60,
                "fee_fed": 100,
            },
            OTHER | {"received": 10, "channel": "post", "online_fed": True},
        ],
        declared=[
            declared("H44.100", "DOSSIER_SYNC", (90, 100)),
            declared("H44", "DOSSIER_SYNC", (9, 20)),
            declared("H44", "DOSSIER_SYNC", (1, 1), month=2),
            declared("H44.100", "PUBLISH_ON_TIME", (7, 10)),
            declared("H44.101", "PUBLISH_ON_TIME", (4, 5)),
            declared("H44.101.01", "PUBLISH_ON_TIME", (2, 2)),
            declared("H44", "PETITION_PROCESSING_ON_TIME", (0, 0)),
            declared("H26", "DOSSIER_SYNC", (1, 2)),
        ],
    )


def shown(index, code):
    return index.metric(code).shown


def test_a_commune_has_the_published_progress(kept):
    found = index766("H44.100", MARCH, lake=kept)
    assert shown(found, "PROGRESS") == Decimal("19.20")
    assert shown(found, "DOSSIER_SYNC") == Decimal("5.40")
    assert found.period == MARCH
    assert found.missing["PUBLIC_UPDATE_ON_TIME"] == "not_declared"
    assert found.missing["PETITION_PROCESSING_ON_TIME"] == "not_declared"


def test_a_province_is_all_below_it_added_up(kept):
    found = index766("H44", MARCH, lake=kept)
    assert found.metric("PUBLISH_ON_TIME").parts[0].share == Decimal(11) / Decimal(15)
    assert shown(found, "PETITION_PROCESSING_ON_TIME") == 6
    supply, used, filed = found.metric("ONLINE_SERVICE").parts
    assert (supply.count.numerator, supply.count.denominator) == (2, 3)
    assert supply.points.quantize(POINTS) == Decimal("1.67")
    assert (used.points, filed.points) == (2, 6)


def counts(index, code):
    count = index.metric(code).parts[0].count
    return int(count.numerator), int(count.denominator)


def test_what_an_agency_declares_of_itself_has_those_below_in_it(kept):
    quarter = Period.quarter(2026, 1)
    assert counts(index766("H44", MARCH, lake=kept), "DOSSIER_SYNC") == (9, 20)
    assert counts(index766("H44", quarter, lake=kept), "DOSSIER_SYNC") == (10, 21)
    assert counts(index766("", MARCH, lake=kept), "DOSSIER_SYNC") == (10, 22)
    assert [counts(one, "DOSSIER_SYNC") for one in indexes766(MARCH, lake=kept)] == [
        (1, 2),
        (9, 20),
    ]


def test_where_it_declares_nothing_those_right_below_are_added_up(kept):
    """H44.101 has a part of its own below it, which is in what it declares."""
    assert counts(index766("H44", MARCH, lake=kept), "PUBLISH_ON_TIME") == (11, 15)
    assert counts(index766("H44.101", MARCH, lake=kept), "PUBLISH_ON_TIME") == (4, 5)
    assert counts(index766("H44.101.01", MARCH, lake=kept), "PUBLISH_ON_TIME") == (2, 2)


def test_what_is_above_takes_nothing_from_those_below(kept):
    assert counts(index766("H44.100", MARCH, lake=kept), "DOSSIER_SYNC") == (90, 100)
    below = {one.agency: one for one in indexes766(MARCH, within="H44", lake=kept)}
    assert counts(below["H44"], "DOSSIER_SYNC") == (9, 20)
    assert counts(below["H44.100"], "DOSSIER_SYNC") == (90, 100)
    assert counts(below["H44.101"], "PUBLISH_ON_TIME") == (4, 5)


def test_both_ways_of_counting(kept):
    fed, true = (index766("H26", MARCH, way, lake=kept) for way in (Way.FED, Way.TRUE))
    assert [one.metric("ONLINE_SERVICE").parts[2].points for one in (fed, true)] == [6, 0]
    fed, true = (index766("H44", MARCH, way, lake=kept) for way in (Way.FED, Way.TRUE))
    paid = [one.metric("ONLINE_PAYMENT").parts[0].share for one in (fed, true)]
    assert paid == [Decimal("0.6"), Decimal("0.4")]


def test_what_nobody_told_is_said_not_guessed(kept):
    found = index766("H99", MARCH, lake=kept)
    assert (found.points, found.known) == (0, 0)
    assert set(MEASURED) <= set(found.missing)


def test_the_index_of_all_at_once_is_that_of_each(kept):
    every = indexes766(MARCH, lake=kept)
    assert [one.agency for one in every] == ["H26", "H44"]
    assert every[1].points == index766("H44", MARCH, lake=kept).points
    below = {one.agency: one for one in indexes766(MARCH, within="H44", lake=kept)}
    assert below["H44.100"].points == index766("H44.100", MARCH, lake=kept).points


def test_there_is_none_before_the_decision(kept):
    with pytest.raises(Index766Unknown):
        index766("H44", Period.month(2022, 5), lake=kept)
    assert definition766(Period.month(2022, 6)).total == 100


def test_a_league_ranks_like_with_like(kept, monkeypatch):
    monkeypatch.setattr(leagues766, "members", lambda _league: ("H26", "H44", "H99"))
    found = league766(league=League.PROVINCES, period=MARCH, lake=kept)
    assert [(place.agency, place.rank) for place in found.places] == [
        ("H44", 1),
        ("H26", None),
        ("H99", None),
    ]
    first, second, third = (place.figure for place in found.places)
    assert first.value == float(index766("H44", MARCH, lake=kept).shown)
    assert (second.value, second.numerator > 0, second.missing) == (None, True, "denominator_zero")
    assert third.missing == "no_facts"
    assert found.places[0].other.value is not None
