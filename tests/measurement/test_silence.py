"""Who tells nothing has no figure: nought is only what was counted."""

from datetime import date

import pytest
from tests.measurement.memory_lake import MemoryLake
from tests.measurement.test_indicators import dossiers, row, service

from motcua.measurement import queries
from motcua.measurement.values import Grain, Period
from motcua.measurement.values.reading import Figure

pytestmark = pytest.mark.once

QUARTER = Period.parse("2026-Q1")


@pytest.mark.parametrize("code", ["use1", "use4", "i766_fees", "i766_paid"])
def test_services_of_who_fell_silent_are_not_said_to_be_unused(code: str) -> None:
    lake = MemoryLake(
        {
            "supply": [service("1.001", "full", has_fee=True), service("1.002", "full")],
            "dossiers_daily": [
                dossiers(4, channel="self_service", level="full", day=date(2026, 2, 27))
            ],
        }
    )
    found = queries.series(code, agency="H26", grain=Grain.MONTH, period=QUARTER, lake=lake)
    january, february, march = (each for _, each in found.points)
    assert (january.value, january.missing) == (None, "no_facts")
    assert february.value is not None
    assert (march.value, march.missing) == (None, "silent")
    nobody = queries.figure(code, agency="", period=Period.parse("2026-12"), lake=lake)
    assert nobody.value is None


def test_a_commune_nobody_heard_of_has_no_visits_to_show() -> None:
    lake = MemoryLake({"visits_daily": [row("visits_daily", visits=7)]})
    march = Period.parse("2026-03")
    quiet = queries.figure("vis", agency="H26.00999", period=march, lake=lake)
    assert (quiet.value, quiet.missing) == (None, "no_facts")
    assert queries.figure("vis", agency="H26.00070", period=march, lake=lake).value == 7


def test_a_week_end_does_not_make_a_month_partial_and_silence_does() -> None:
    friday, monday = date(2026, 5, 29), date(2026, 6, 1)

    def may(*days: date) -> Figure:
        lake = MemoryLake({"dossiers_daily": [dossiers(3, day=day) for day in days]})
        return queries.figure("use2", agency="H26", period=Period.parse("2026-05"), lake=lake)

    assert not may(friday, monday).partial
    assert may(friday).partial
    assert may(date(2026, 5, 20), monday).partial
