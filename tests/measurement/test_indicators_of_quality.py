"""What the indicators of time, help, giving up and index 766 count, on a few rows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.measurement.counted import counted

from motcua.measurement import indicators
from motcua.measurement.rules.waiting import percentile
from motcua.measurement.values.cards import Way

pytestmark = pytest.mark.once

HERE = {"top": "H26", "agency": "H26.00070", "procedure": "1.001193"}
THERE = {"top": "H29", "agency": "H29", "procedure": "1.001193"}
FEE = {"has_fee": True, "level": "full"}


@pytest.mark.parametrize(
    ("code", "rows", "expected"),
    [
        (
            "assist",
            [
                {"channel": "self_service", "received": 6},
                {"channel": "counter", "received": 9},
                {"channel": "officer_assisted", "received": 1},
                {"channel": "volunteer_assisted", "received": 3},
            ],
            (4, 10),
        ),
        ("i766_tdgq", [{"received": 100, "late": 5, "overdue": 15}], (80, 100)),
        ("i766_tdgq", [{"received": 1, "late": 5}], (0, 1)),
        (
            "i766_tdgq",
            [
                {"agency": "H26.1", "received": 10, "on_time": 4, "late": 1, "overdue": 2},
                {"agency": "H26.1", "procedure": "1.001193", "received": 10},
                {"agency": "H26.2", "received": 100, "settled": 90},
            ],
            (17, 20),
        ),
        ("i766_tdgq", [{"received": 100, "settled": 90}], (0, 0)),
        ("i766_tdgq", [], (0, 0)),
    ],
)
def test_dossiers(code, rows, expected):
    assert counted(code, dossiers_daily=rows) == expected


def test_who_gives_up_is_counted_at_every_step():
    steps = [
        {"number": 1, "step": "a", "visitors": 100, "went_on": 80},
        {"number": 2, "step": "b", "visitors": 80, "went_on": 50},
    ]
    assert counted("leave", steps_daily=steps) == (50, 100)
    assert counted("leave", steps_daily=steps[1:]) == (30, 30)


def test_percentiles_are_exact_to_the_hour():
    rows = [HERE | {"hours": hours, "dossiers": 1} for hours in range(1, 11)]
    rows += [THERE | {"hours": 700, "dossiers": 3}]
    assert counted("wait50", "top", waits_daily=rows) == {"H26": (5, None), "H29": (700, None)}
    assert counted("wait90", "top", waits_daily=rows) == {"H26": (9, None), "H29": (700, None)}
    by_month = counted("wait90", "month", waits_daily=rows)
    assert {f"{month:%Y-%m}": pair for month, pair in by_month.items()} == {"2026-03": (700, None)}


@given(hours=st.lists(st.integers(0, 400), min_size=1, max_size=25))
@settings(max_examples=15, deadline=None)
def test_the_percentile_of_the_expression_is_that_of_the_rule(hours):
    rows = [{"hours": each, "dossiers": 1} for each in hours]
    histogram = {each: hours.count(each) for each in hours}
    for code, share in (("wait50", 0.5), ("wait75", 0.75), ("wait90", 0.9), ("wait95", 0.95)):
        assert counted(code, waits_daily=rows)[0] == percentile(histogram, share)


def test_a_fee_service_counts_once_however_many_agencies_offer_it():
    other = HERE | {"agency": "H26.00073"}
    rows = {
        "supply": [HERE | FEE, other | FEE, HERE | FEE | {"procedure": "1.000894"}, THERE],
        "dossiers_daily": [
            HERE | {"received": 5, "paid_fed": 2, "paid_online": 0},
            other | {"received": 1},
            THERE | {"received": 1, "paid_online": 1},
        ],
    }
    assert counted("i766_fees", **rows) == (1, 2)
    assert counted("i766_paid", way=Way.TRUE, **rows) == (0, 2)
    assert counted("i766_paid", way=Way.FED, **rows) == (1, 2)
    assert counted("i766_fees", "agency", **rows) == {"H26.00070": (1, 2), "H26.00073": (1, 1)}


@pytest.mark.parametrize(
    "code",
    [
        "assist",
        "leave",
        "wait50",
        "wait75",
        "wait90",
        "wait95",
        "i766_tdgq",
        "i766_paid",
        "i766_fees",
    ],
)
def test_a_card_says_what_its_file_counts(code):
    card = indicators.card(code)
    assert card.code == code
    assert card.official is False
    assert (card.denominator is None) == (card.unit in {"count", "hours"})
    assert (card.differs is not None) == (len(card.ways) == 2)
