"""Roll-ups of a demonstration: whole, in the lake's columns, and one story with each other."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from motcua.measurement.values import schemas
from motcua.simulation.measured import country, rollups, stream
from motcua.simulation.measured.happenings import Happenings

pytestmark = pytest.mark.once

LIBRARY = Path(__file__).parents[2] / "library"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 15)
VISITS = 300_000


@pytest.fixture(scope="module")
def made():
    whole = stream.nation(LIBRARY, first=FIRST, last=LAST, seed=1)
    tops = tuple(one for one in whole.country.tops if one.code in {"G01", "H26", "H35"})
    of = country.Country(tops, whole.country.services, whole.country.of_communes)
    happening = Happenings(silent=of.top("H26"), silent_on=date(2026, 3, 9), typing=of.top("H35"))
    return rollups.rollups(stream.Nation(of, whole.days, happening, 1), visits=VISITS)


def asked(made, sql):
    with duckdb.connect() as connection:
        for name, rows in made.items():
            connection.register(name, rows)
        return connection.execute(sql).fetchall()


def test_every_rollup_is_there_in_its_columns(made):
    assert set(made) == set(schemas.ROLLUPS)
    for name, rows in made.items():
        assert rows.column_names == list(schemas.ROLLUPS[name])
        assert rows.num_rows > 0, name


def test_nothing_is_left_unsaid(made):
    for name, rows in made.items():
        assert [column.null_count for column in rows.columns] == [0] * rows.num_columns, name


def test_rows_are_one_a_key(made):
    for name, rows in made.items():
        keys = [column for column, kind in schemas.ROLLUPS[name].items() if kind != "BIGINT"]
        if name == "connections_daily":
            keys.remove("last_second")
        listed = ", ".join(keys)
        twice = asked(made, f"SELECT {listed} FROM {name} GROUP BY {listed} HAVING count(*) > 1")
        assert twice == [], name
        assert rows.num_rows


def test_as_many_visits_as_asked_for(made):
    told = asked(made, "SELECT sum(visits) FROM visits_daily WHERE top = 'G01'")
    every = asked(made, "SELECT sum(visits) FROM visits_daily")
    assert 0.7 * VISITS < every[0][0] < 1.05 * VISITS
    assert 0 < told[0][0] < every[0][0]


def test_pages_and_dossiers_tell_the_same_where_nothing_is_wrong(made):
    pages = asked(made, "SELECT sum(submitted) FROM procedures_daily WHERE top = 'G01'")
    dossiers = asked(
        made,
        "SELECT sum(received) FROM dossiers_daily WHERE top = 'G01' AND channel = 'self_service'",
    )
    assert pages == dossiers


def test_silence_and_batches_show(made):
    after = "SELECT count(*) FROM visits_daily WHERE top = 'H26' AND day >= DATE '2026-03-09'"
    assert asked(made, after) == [(0,)]
    went_on = "SELECT sum(received) FROM dossiers_daily WHERE top = 'H26' AND day >= '2026-03-09'"
    assert asked(made, went_on)[0][0] > 0
    batched = asked(
        made, "SELECT top, sum(batched) AS b FROM dossiers_daily GROUP BY 1 HAVING b > 0"
    )
    assert [top for top, _ in batched] == ["H35"]


def test_parts_never_exceed_the_whole(made):
    wrong = """SELECT * FROM dossiers_daily WHERE on_time + late <> settled OR overdue > received
      OR with_fee > received OR paid_online > paid_fed OR batched > received"""
    assert asked(made, wrong) == []
    assert asked(made, "SELECT * FROM steps_daily WHERE went_on > visitors") == []
    assert asked(made, "SELECT * FROM answers_daily WHERE satisfied > answers") == []
