"""Indicators on small nations counted by hand: one row, one expectation."""

from collections.abc import Mapping
from datetime import date

import pytest
from tests.measurement.memory_lake import MemoryLake
from tests.measurement.nasty_nation import Row

from motcua.measurement import queries
from motcua.measurement.values import Period, Way, schemas

pytestmark = pytest.mark.once

MARCH = Period.parse("2026-03")
DAY = date(2026, 3, 16)
EMPTY: Mapping[str, object] = {"VARCHAR": "", "BIGINT": 0, "INTEGER": 1, "BOOLEAN": None}


def row(table: str, **said: object) -> Row:
    """A row of a roll-up in H26 on a day of March; what is not said is empty or zero."""
    blank = {name: EMPTY.get(kind) for name, kind in schemas.columns(table).items()}
    where = {"day": DAY, "top": "H26", "agency": "H26.00070"}
    return blank | {name: value for name, value in where.items() if name in blank} | said


def dossiers(number: int, **said: object) -> Row:
    return row("dossiers_daily", procedure="1.001", received=number, **said)


def service(procedure: str, level: str, **said: object) -> Row:
    offered = {"procedure": procedure, "level": level, "valid_from": date(2025, 1, 1)}
    return row("supply", **{**offered, "has_fee": False, "essential": False, **said})


def told(
    code: str, way: Way, **tables: list[Row]
) -> tuple[float | None, float | None, float | None, str]:
    figure = queries.figure(code, agency="", period=MARCH, way=way, lake=MemoryLake(tables))
    return figure.numerator, figure.denominator, figure.value, figure.missing


SUPPLY = [
    service("1.001", "full"),
    service("1.002", "partial"),
    service("1.003", "none"),
    service("1.004", "none"),
    service("1.005", "full", valid_to=date(2026, 3, 30)),
    service("1.006", "full", valid_from=date(2026, 4, 1)),
    service("1.002", "none", agency="H26.00073"),
]
"""On 31 March: one full, one partial, two offline; a service of two communes counts once."""

CHANNELS = [
    dossiers(40, channel="self_service", online_fed=True, level="full", level_fed="full"),
    dossiers(10, channel="post", online_fed=True, level="full", level_fed="full"),
    dossiers(15, channel="officer_assisted", online_fed=True, level="full", level_fed="full"),
    dossiers(5, channel="volunteer_assisted", online_fed=True, level="full", level_fed="full"),
    dossiers(20, channel="counter", online_fed=False, level="full", level_fed="partial"),
    dossiers(10, channel="unknown", online_fed=True, batched=6, level="partial", level_fed="full"),
    dossiers(100, channel="counter", online_fed=None, level="none", level_fed=None),
]
"""200 dossiers: 80 fed as online, 40 filed by people themselves, 4 more that may have been."""

USED = [
    dossiers(10, channel="self_service", online_fed=True, level="full", level_fed="full"),
    row("dossiers_daily", procedure="1.002", received=7, online_fed=True, level_fed="full"),
    row("dossiers_daily", procedure="1.002", received=3, online_fed=False, level_fed="full"),
    row("dossiers_daily", procedure="1.003", received=1, level_fed="partial"),
    row("dossiers_daily", procedure="9.999", received=1, level="full", level_fed="full"),
]
"""Exactly 70 % of 1.002 is fed as online; 9.999 is offered by nobody."""

OFFLINE = [
    dossiers(5, level="full", level_fed="none"),
    row("dossiers_daily", procedure="1.002", received=3, level_fed="full"),
    row("dossiers_daily", procedure="1.002", received=2, online_fed=True, level_fed="partial"),
    row("dossiers_daily", procedure="1.003", received=2, level_fed=""),
]
"""As fed 1.001 is offline and 1.002 full; of 1.003 and 1.004 no level was fed."""

TWICE = [dossiers(3, day=date(2026, 3, day)) for day in (2, 9, 30)]

MONEY = [
    dossiers(10, with_fee=8, paid_online=2, fee_fed=6, paid_fed=5),
    dossiers(10, with_fee=2, paid_online=1, fee_fed=4, paid_fed=4),
]
TIME = [
    row("dossiers_daily", settled=8, on_time=6, late=2),
    dossiers(4, overdue=2),
]
RATED = [
    row("answers_daily", question="satisfaction", answers=9, satisfied=8, asked=30),
    row("answers_daily", question="satisfaction", answers=1, satisfied=1, asked=10),
    row("answers_daily", question="cause", answers=50, satisfied=50, asked=50),
]
VISITS = [
    row("visits_daily", visits=600, robot_views=50, device="phone"),
    row("visits_daily", visits=400, robot_views=0, device="computer"),
]
FAILURES = [
    row("failures_daily", told_by="telemetry", cause="portal", failures=3),
    row("failures_daily", told_by="asked_at_failure", cause="portal", failures=90),
]
HEARD = [
    row("connections_daily", outcome="accepted", facts=70),
    row("connections_daily", outcome="replayed", facts=10),
    row("connections_daily", outcome="refused", facts=15),
    row("connections_daily", outcome="late", facts=5),
    row("connections_daily", outcome="robot", facts=900),
    row("connections_daily", outcome="masked", facts=25),
]
ACCOUNTS = [
    row("accounts_daily", registered=5, active=70),
    row("accounts_daily", registered=2, active=30, day=date(2026, 3, 17)),
]
FED, TRUE = Way.FED, Way.TRUE


@pytest.mark.parametrize(
    ("code", "way", "tables", "expected"),
    [
        ("sup1", TRUE, {"supply": SUPPLY}, (2, 4, 0.5)),
        ("sup1", FED, {"supply": SUPPLY}, (2, 4, 0.5)),
        ("sup1", FED, {"supply": SUPPLY, "dossiers_daily": USED}, (3, 4, 0.75)),
        ("sup2", TRUE, {"supply": SUPPLY, "dossiers_daily": USED}, (1, 4, 0.25)),
        ("sup2", FED, {"supply": SUPPLY}, (1, 4, 0.25)),
        ("sup2", FED, {"supply": SUPPLY, "dossiers_daily": USED}, (2, 4, 0.5)),
        ("use1", TRUE, {"supply": SUPPLY, "dossiers_daily": USED}, (2, 2, 1.0)),
        ("use1", FED, {"supply": SUPPLY, "dossiers_daily": USED}, (3, 3, 1.0)),
        ("sup1", FED, {"supply": SUPPLY, "dossiers_daily": OFFLINE}, (1, 4, 0.25)),
        ("use3", FED, {"dossiers_daily": OFFLINE}, (0, 3, 0.0)),
        ("use4", FED, {"supply": SUPPLY, "dossiers_daily": OFFLINE}, (0, 1, 0.0)),
        ("use2", FED, {"dossiers_daily": CHANNELS}, (80, 200, 0.4)),
        ("use2", TRUE, {"dossiers_daily": CHANNELS}, (44, 200, 0.22)),
        ("use3", FED, {"dossiers_daily": CHANNELS}, (80, 80, 1.0)),
        ("use3", TRUE, {"dossiers_daily": CHANNELS}, (40, 90, 40 / 90)),
        ("use4", FED, {"supply": SUPPLY, "dossiers_daily": USED}, (2, 2, 1.0)),
        ("use4", TRUE, {"supply": SUPPLY, "dossiers_daily": USED}, (1, 1, 1.0)),
        ("self", TRUE, {"dossiers_daily": CHANNELS}, (40, 200, 0.2)),
        ("typed", TRUE, {"dossiers_daily": CHANNELS}, (26, 80, 0.325)),
        ("pay", TRUE, {"dossiers_daily": MONEY}, (3, 10, 0.3)),
        ("pay", FED, {"dossiers_daily": MONEY}, (9, 10, 0.9)),
        ("ontime", FED, {"dossiers_daily": TIME}, (6, 8, 0.75)),
        ("ontime", TRUE, {"dossiers_daily": TIME}, (6, 10, 0.6)),
        ("sat", TRUE, {"answers_daily": RATED}, (9, 10, 0.9)),
        ("resp", TRUE, {"answers_daily": RATED}, (10, 40, 0.25)),
        ("vis", TRUE, {"visits_daily": VISITS}, (1000, None, 1000)),
        ("vis", FED, {"visits_daily": VISITS}, (1050, None, 1050)),
        ("fails", TRUE, {"visits_daily": VISITS, "failures_daily": FAILURES}, (3, 1000, 3.0)),
        ("con", TRUE, {"connections_daily": HEARD}, (80, 100, 0.8)),
        ("use1", TRUE, {"supply": SUPPLY, "dossiers_daily": TWICE}, (1, 2, 0.5)),
        ("acc", TRUE, {"accounts_daily": ACCOUNTS}, (7, None, 7)),
        ("active", TRUE, {"accounts_daily": ACCOUNTS}, (100, 2, 50.0)),
    ],
)
def test_counted_by_hand(
    code: str, way: Way, *, tables: dict[str, list[Row]], expected: tuple[float | None, ...]
) -> None:
    assert told(code, way, **tables) == (*expected, "")


@pytest.mark.parametrize(
    ("code", "tables", "missing"),
    [
        ("sup1", {}, "no_supply"),
        ("use1", {"dossiers_daily": USED}, "no_supply"),
        ("use2", {}, "no_facts"),
        ("vis", {}, "no_facts"),
        ("sat", {"answers_daily": [row("answers_daily", question="cause", answers=3)]}, "zero"),
        ("pay", {"dossiers_daily": [dossiers(9)]}, "zero"),
        ("fails", {"failures_daily": FAILURES}, "zero"),
        ("use2", {"dossiers_daily": [dossiers(9, day=date(2026, 2, 3))]}, "silent"),
    ],
)
def test_what_cannot_be_said_is_not_zero(
    code: str, tables: dict[str, list[Row]], missing: str
) -> None:
    *_, value, why = told(code, Way.TRUE, **tables)
    assert (value, why) == (None, "denominator_zero" if missing == "zero" else missing)
