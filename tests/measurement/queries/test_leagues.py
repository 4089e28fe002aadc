"""League tables: all who play have a place, equals share it, the move since the period before."""

from datetime import date

import pytest
from tests.measurement.memory_lake import MemoryLake
from tests.measurement.test_indicators import dossiers, row

from motcua.measurement.queries import leagues
from motcua.measurement.values import League, Period, Way

pytestmark = pytest.mark.once

PLAYING = ("H01", "H26", "H31", "H40", "H44", "H50")
NOW, BEFORE = date(2026, 3, 16), date(2026, 2, 16)


def share(top: str, online: int, typed: int, *, day: date) -> list[dict[str, object]]:
    where = {"top": top, "agency": top, "day": day}
    return [
        dossiers(online, channel="self_service", online_fed=True, **where),
        dossiers(typed, channel="post", online_fed=True, **where),
    ]


ROWS = [
    *(each for top in ("H26", "H31") for each in share(top, 1, 1, day=NOW)),
    *share("H01", 3, 1, day=NOW),
    *share("H44", 1, 9, day=NOW),
    *share("H01", 1, 9, day=BEFORE),
    *share("H26", 9, 1, day=BEFORE),
    *share("H40", 5, 5, day=BEFORE),
    *share("G01", 1, 0, day=NOW),
]


@pytest.fixture(autouse=True)
def _playing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leagues, "members", lambda league: PLAYING)


def test_a_league_with_ties_moves_and_gaps() -> None:
    lake = MemoryLake({"dossiers_daily": ROWS})
    table = leagues.league(
        "use2", league=League.PROVINCES, period=Period.parse("2026-03"), lake=lake
    )
    told = [(each.rank, each.agency, each.moved, each.figure.missing) for each in table.places]
    assert told == [
        (1, "H01", 2, ""),
        (2, "H26", -1, ""),
        (2, "H31", None, ""),
        (4, "H44", None, ""),
        (None, "H40", None, "silent"),
        (None, "H50", None, "no_facts"),
    ]
    assert [each.other.value if each.other else None for each in table.places] == [
        *(4 * [1.0]),
        *(2 * [None]),
    ], "as fed, post is online too"


def test_counted_as_fed_they_are_all_first() -> None:
    lake = MemoryLake({"dossiers_daily": ROWS})
    table = leagues.league(
        "use2", league=League.PROVINCES, period=Period.parse("2026-03"), way=Way.FED, lake=lake
    )
    assert [each.rank for each in table.places] == [1, 1, 1, 1, None, None]


def test_less_is_better_where_the_card_says_so() -> None:
    failures = [
        row("failures_daily", top=top, agency=top, told_by="telemetry", failures=number)
        for top, number in (("H01", 9), ("H26", 1))
    ]
    visits = [row("visits_daily", top=top, agency=top, visits=10) for top in PLAYING[:3]]
    lake = MemoryLake({"failures_daily": failures, "visits_daily": visits})
    table = leagues.league(
        "fails", league=League.PROVINCES, period=Period.parse("2026-03"), lake=lake
    )
    ranked = [(each.rank, each.agency) for each in table.places if each.rank]
    assert ranked == [(1, "H31"), (2, "H26"), (3, "H01")]
