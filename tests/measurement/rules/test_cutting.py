import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.measurement.rules import cutting
from motcua.measurement.values import Grain, Period, schemas

YEAR = Period.year(2026)
EVERYTHING = {*schemas.ROLLUPS, *schemas.COARSER}
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("columns", "period", "keys", "chosen"),
    [
        ({"day", "top", "received"}, "2026", ("top",), "dossiers_tops_daily"),
        ({"day", "top", "received"}, "2026-03-02..2026-03-09", ("day",), "dossiers_tops_daily"),
        ({"day", "agency", "channel"}, "2026-Q1", ("agency",), "dossiers_agencies_monthly"),
        ({"day", "top", "procedure", "received"}, "2026", (), "dossiers_procedures_monthly"),
        ({"day", "procedure", "channel"}, "2026-03", (), "dossiers_services_monthly"),
        ({"day", "agency", "procedure"}, "2026-03", (), "dossiers_monthly"),
        ({"day", "agency", "channel"}, "2026-03-02..2026-03-31", (), "dossiers_daily"),
        ({"day", "agency", "channel"}, "2026-03", ("day",), "dossiers_daily"),
        ({"day", "site"}, "2026", (), "dossiers_daily"),
    ],
)
def test_the_coarsest_roll_up_that_does_is_read(
    columns: set[str], period: str, *, keys: tuple[str, ...], chosen: str
) -> None:
    asked = {"period": Period.parse(period), "keys": keys}
    assert cutting.chosen("dossiers_daily", columns, **asked, kept=EVERYTHING) == chosen
    assert cutting.chosen("dossiers_daily", columns, **asked, kept=set()) == "dossiers_daily"


@given(DAYS, st.integers(0, 900), st.sampled_from(Grain))
def test_steps_cover_a_period_without_gap_or_overlap(first: date, days: int, grain: Grain) -> None:
    period = Period(first, first + timedelta(days=days))
    steps = cutting.steps(period, grain)
    assert (steps[0].first, steps[-1].last) == (period.first, period.last)
    for one, following in itertools.pairwise(steps):
        assert following.first == one.last + timedelta(days=1)
        assert cutting.whole(one.first, grain) != cutting.whole(following.first, grain)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026", "2025"),
        ("2026-Q1", "2025-Q4"),
        ("2026-03", "2026-02"),
        ("2026-03-16", "2026-03-15"),
        ("2022-01-01..2022-05-31", "2021-08-03..2021-12-31"),
    ],
)
def test_the_period_before_is_of_the_same_kind(period: str, before: str) -> None:
    assert cutting.before(Period.parse(period)).code == before
