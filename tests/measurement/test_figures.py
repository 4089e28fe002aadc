"""Figures, series, what adds up: over the nasty nation, and by property over many."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.measurement import nasty_nation
from tests.measurement.memory_lake import MemoryLake
from tests.measurement.test_indicators import dossiers, row

from motcua.measurement import indicators, queries
from motcua.measurement.queries import AskRefused, compiling, engine
from motcua.measurement.queries.engine import Asked
from motcua.measurement.rules.cutting import Scope
from motcua.measurement.values import Grain, Period, Way

pytestmark = pytest.mark.once

QUARTER = Period.parse("2026-Q1")
EVERY = [(code, way) for code in indicators.CARDS for way in indicators.card(code).ways]
SHARES = [(code, way) for code, way in EVERY if indicators.card(code).unit == "share"]


@pytest.fixture(scope="module")
def lake() -> MemoryLake:
    return MemoryLake(nasty_nation.rows())


@pytest.fixture(scope="module")
def daily() -> MemoryLake:
    return MemoryLake(nasty_nation.rows(), coarser=False)


@pytest.mark.parametrize(("code", "way"), EVERY)
def test_coarser_roll_ups_tell_the_same_as_daily_ones(
    code: str, way: Way, *, lake: MemoryLake, daily: MemoryLake
) -> None:
    for keys in ((), ("top", "month"), ("agency", "procedure"), ("channel",)):
        for within in ("", "H26"):
            needed = {*keys, *(("top",) if within else ())}
            if needed <= compiling.keys_of(code):
                asked = Asked(code, keys, way, Scope(QUARTER, within))
                assert engine.run(asked, lake) == engine.run(asked, daily)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_every_share_lies_between_nothing_and_all(seed: int) -> None:
    lake = MemoryLake(nasty_nation.rows(seed), coarser=False)
    for code, way in SHARES:
        found = queries.figures(code, period=QUARTER, way=way, lake=lake)
        for figure in (*found.rows, found.total):
            assert figure.value is None or 0 <= figure.value <= 1, (code, way, figure)
            assert (figure.value is None) == bool(figure.missing), (code, way, figure)


@pytest.mark.parametrize(("code", "way"), EVERY)
def test_rows_add_up_where_the_card_says_so(code: str, way: Way, lake: MemoryLake) -> None:
    card = indicators.card(code)
    whole = queries.figure(code, agency="", period=QUARTER, way=way, lake=lake)
    for by in {"top", "agency", "site"} & compiling.keys_of(code):
        if card.additive and not (by == "site" and "supply" in card.reads):
            rows = queries.figures(code, period=QUARTER, by=by, way=way, lake=lake).rows
            assert sum(each.numerator or 0 for each in rows) == whole.numerator
            if whole.denominator is not None:
                assert sum(each.denominator or 0 for each in rows) == whole.denominator


@pytest.mark.parametrize("code", ["sup1", "sup2", "use1", "use4"])
@pytest.mark.parametrize("way", list(Way))
def test_services_add_up_over_ministries_and_provinces(
    code: str, way: Way, lake: MemoryLake
) -> None:
    found = queries.figures(code, period=QUARTER, way=way, lake=lake)
    assert found.total == queries.figure(code, agency="", period=QUARTER, way=way, lake=lake)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 50), st.integers(1, 50))
def test_one_more_self_service_dossier_never_lowers_the_share(own: int, typed: int) -> None:
    counter = dossiers(typed, channel="counter", online_fed=True)
    shares = []
    for number in (own, own + 1):
        alone = dossiers(number, channel="self_service", online_fed=True)
        lake = MemoryLake({"dossiers_daily": [counter, alone]}, coarser=False)
        shares.append(queries.figure("use2", agency="", period=QUARTER, lake=lake).value)
    assert shares == [own / (own + typed), (own + 1) / (own + 1 + typed)]
    assert shares[0] < shares[1]


def test_agencies_are_those_right_below_with_all_that_is_below_them(lake: MemoryLake) -> None:
    found = queries.figures("use2", period=QUARTER, by="agency", within="H26", lake=lake)
    assert [each.key for each in found.rows] == ["H26", "H26.00070", "H26.00073"]
    commune = queries.figure("use2", agency="H26.00070", period=QUARTER, lake=lake)
    assert commune == found.rows[1]
    unit = queries.figure("use2", agency="H26.00070.01", period=QUARTER, lake=lake)
    assert unit.denominator is not None
    assert commune.denominator is not None
    assert 0 < unit.denominator < commune.denominator


def test_a_series_leaves_no_step_out_and_says_who_fell_silent(lake: MemoryLake) -> None:
    found = queries.series("use2", agency="H01", grain=Grain.MONTH, period=QUARTER, lake=lake)
    assert [(on, each.key, each.missing) for on, each in found.points] == [
        (date(2026, 1, 1), "2026-01", ""),
        (date(2026, 2, 1), "2026-02", "silent"),
        (date(2026, 3, 1), "2026-03", "silent"),
    ]


def test_a_period_that_still_runs_is_partial() -> None:
    lake = MemoryLake({"dossiers_daily": [dossiers(4, channel="self_service")]})
    march = queries.figure("use2", agency="", period=Period.parse("2026-03"), lake=lake)
    until = queries.figure(
        "use2", agency="", period=Period.parse("2026-03-01..2026-03-16"), lake=lake
    )
    assert (march.value, march.partial) == (1.0, True)
    assert (until.value, until.partial) == (1.0, False)


def test_supply_over_time_is_that_of_each_month_s_end() -> None:
    offered = {"procedure": "1.1", "has_fee": False, "essential": False}
    lake = MemoryLake(
        {
            "supply": [
                row("supply", level="partial", valid_from=date(2026, 1, 1), **offered)
                | {"valid_to": date(2026, 2, 14)},
                row("supply", level="full", valid_from=date(2026, 2, 15), **offered),
            ]
        }
    )
    found = queries.series("sup2", agency="", grain=Grain.MONTH, period=QUARTER, lake=lake)
    assert [each.value for _, each in found.points] == [0.0, 1.0, 1.0]


def test_both_ways_stand_side_by_side(lake: MemoryLake) -> None:
    fed, true = queries.both("use2", agency="H26", period=QUARTER, lake=lake)
    assert fed.value is not None
    assert true.value is not None
    assert fed.value > true.value
    assert queries.both("self", agency="", period=QUARTER, lake=lake)[0].missing == "no_way"


@pytest.mark.parametrize(
    ("code", "asked", "words"),
    [
        ("use9", {}, "Không có chỉ tiêu nào mang mã “use9”"),
        ("use2", {"by": "device"}, "USE2 không chia được theo “device”"),
        ("vis", {"by": "procedure"}, "VIS không chia được theo “procedure”"),
        ("acc", {"within": "H26.00070"}, "ACC không chia được theo “agency”"),
        ("self", {"way": Way.FED}, "SELF không có cách đếm theo nguồn gửi"),
        ("use2", {"within": "H26%"}, "Mã “H26%” không đúng dạng"),
        ("use2", {"procedure": "x' OR 1=1"}, "không đúng dạng"),
    ],
)
def test_what_cannot_be_had_is_refused_with_a_sentence(
    code: str, asked: dict[str, str], *, words: str, lake: MemoryLake
) -> None:
    with pytest.raises(AskRefused, match=words):
        queries.figures(code, period=QUARTER, lake=lake, **asked)  # type: ignore[arg-type]  # on purpose
