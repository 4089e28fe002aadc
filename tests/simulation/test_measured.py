"""The measured nation: the same from one seed, whole in number, with everything that goes wrong."""

import hashlib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from motcua.measurement.values import schemas
from motcua.simulation.measured import chance, country, happenings, lives, moves, plan, stream
from motcua.simulation.measured.happenings import Happenings

pytestmark = pytest.mark.once

LIBRARY = Path(__file__).parents[2] / "library"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 8)


@pytest.fixture(scope="module")
def usual():
    return stream.nation(LIBRARY, first=FIRST, last=LAST, seed=1)


@pytest.fixture(scope="module")
def few(usual):
    """Four tops only, so that each has much to do."""
    tops = tuple(one for one in usual.country.tops if one.code in {"G01", "H26", "H29", "H57"})
    of = country.Country(tops, usual.country.services, usual.country.of_communes)
    return stream.Nation(of, usual.days, Happenings(), 1)


def nation(of, *, first=FIRST, last=LAST, seed=1, **more):
    return stream.Nation(of.country, of.days, Happenings(**more), seed)


def told(made, number=4_000):
    """Give all rows of pages and of dossiers."""
    days = list(stream.told(made, number=number))
    return (
        [row for one in days for row in one.pages.to_pylist()],
        [row for one in days for row in one.dossiers.to_pylist()],
    )


def digest(rows):
    lines = sorted("|".join(map(str, row.values())) for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def test_everybody_is_there(usual):
    tops = usual.country.tops
    assert sum(top.is_province for top in tops) == 34
    assert sum(len(top.communes) for top in tops) == 3321
    assert [top.code for top in tops if not top.is_province][:3] == ["G01", "G02", "G03"]
    assert "H26.00070" in usual.country.agencies
    assert len(usual.country.agencies) == len(set(usual.country.agencies))


def test_sizes_are_far_apart(usual):
    communes = max((top.communes for top in usual.country.tops), key=len)
    weights = sorted(country.weights_of(communes))
    assert weights[-1] > 20 * weights[0]


def test_the_same_seed_gives_the_same_figures(usual):
    """The marks were written down once: another machine must come to the same."""
    pages, dossiers = told(usual)
    assert (digest(pages), digest(dossiers)) == ("9ecf3ec39eb8451d", "1587670d1763dbef")
    again = told(stream.Nation(usual.country, usual.days, usual.happening, 2))
    assert digest(again[0]) != digest(pages)


def test_whether_a_dossier_came_from_the_national_portal_is_said_as_on_the_wire(usual):
    _, dossiers = told(usual, number=1_000)
    assert {row["national"] for row in dossiers} == {0}


def test_how_days_are_cut_changes_nothing(usual, monkeypatch):
    whole = told(usual, number=2_000)
    monkeypatch.setattr(stream, "AT_ONCE", 5)
    cut = told(usual, number=2_000)
    assert [digest(rows) for rows in cut] == [digest(rows) for rows in whole]


def test_as_many_facts_as_asked_for(few):
    pages, _ = told(nation(few), number=20_000)
    people = sum(not row["robot"] for row in pages)
    assert 19_000 < people < 21_000


def test_visits_are_split_without_a_rest(few):
    days = plan.cells(few.country, few.days, visits=12_345, seed=7)
    assert sum(cell.visits for of_day in days for cell in of_day) == 12_345


def test_tables_have_the_columns_of_the_lake(few):
    one = next(stream.told(few, number=1_000))
    assert one.pages.column_names == list(schemas.PAGES)
    assert one.dossiers.column_names == list(schemas.DOSSIERS)


def test_keys_are_unique_and_what_is_filed_on_pages_comes_in(few):
    pages, dossiers = told(nation(few), number=20_000)
    keys = [(row["site"], row["key"]) for row in dossiers]
    assert len(keys) == len(set(keys))
    filed = sum(row["kind"] == "dvc" and row["detail"] == "1" for row in pages)
    came = sum(row["status"] == 1 and row["channel"] == "self_service" for row in dossiers)
    assert filed == came > 100


def test_dossiers_are_returned_after_they_came_in(few):
    _, dossiers = told(nation(few), number=6_000)
    came = {r["dossier"]: (r["day"], r["second"]) for r in dossiers if r["status"] == 1}
    returned = [row for row in dossiers if row["status"] == 3]
    assert returned
    for row in returned:
        assert (row["day"], row["second"]) > came[row["dossier"]]
        assert (row["outcome"] == "late") == (row["day"] > row["due"])


def test_weekends_and_tet_are_quiet():
    table = plan.table_of(LIBRARY, first=date(2026, 2, 1), last=date(2026, 3, 1))
    days = plan.days(table, first=date(2026, 2, 9), last=date(2026, 2, 28))
    weight = dict(zip(range(9, 29), days.weights, strict=True))
    assert weight[17] * 10 < weight[10]
    assert weight[14] < weight[10]
    assert weight[23] > weight[10]


def test_an_outage_leaves_hours_without_facts_and_failures_around(few):
    top = few.country.top("H26")
    on = FIRST + timedelta(days=1)
    pages, _ = told(nation(few, outage=top, outage_on=on), number=20_000)
    there = [row for row in pages if (row["top"], row["day"]) == ("H26", on)]
    hours = {row["second"] // 3600 for row in there if not row["robot"]}
    assert not hours & {9, 10, 11, 12}
    assert {7, 13, 14} <= hours
    other = [row for row in pages if row["top"] == "H26" and row["day"] == on + timedelta(days=1)]
    assert failing(there) > 3 * failing(other)


def failing(rows):
    return sum(row["kind"] == "failure" for row in rows) / len(rows)


def test_robots_flood_one_portal(few):
    top = few.country.top("H26")
    pages, _ = told(nation(few, flood=top, flood_on=FIRST), number=6_000)
    robots = {row["top"]: 0 for row in pages}
    people = dict(robots)
    for row in pages:
        if row["day"] == FIRST:
            (robots if row["robot"] else people)[row["top"]] += 1
    assert robots["H26"] > 5 * people["H26"]
    assert robots["H29"] < people["H29"]


def test_a_province_stops_tracking_and_its_dossiers_go_on(few):
    top, on = few.country.top("H26"), FIRST + timedelta(days=2)
    pages, dossiers = told(nation(few, silent=top, silent_on=on), number=10_000)
    assert {row["day"] for row in pages if row["top"] == "H26"} == {FIRST, on - timedelta(days=1)}
    assert on + timedelta(days=2) in {row["day"] for row in dossiers if row["top"] == "H26"}


def test_officers_type_in_runs(few):
    _, dossiers = told(nation(few, typing=few.country.top("H29")), number=20_000)
    mine = [row for row in dossiers if row["top"] == "H29" and row["status"] == 1]
    assert "counter" not in {row["channel"] for row in mine}
    assert "counter" in {row["channel"] for row in dossiers if row["top"] == "H26"}
    typed = sorted(
        (row["day"], row["second"])
        for row in mine
        if row["second"] % 300 < 100 and 16 <= row["second"] / 3600 < 18
    )
    apart = [second - before for (_, before), (_, second) in pairwise(typed)]
    assert apart.count(happenings.APART) > 20


def test_a_clock_in_world_time_moves_the_day(few):
    top = few.country.top("H26")
    plain, _ = told(nation(few), number=6_000)
    moved, _ = told(nation(few, skewed=top), number=6_000)
    assert office(plain) > 0.6
    assert office(moved) < 0.45


def office(rows):
    """Give the share of H26's facts that are told between eight and five."""
    seconds = [row["second"] for row in rows if row["top"] == "H26" and not row["robot"]]
    return sum(8 * 3600 <= one < 17 * 3600 for one in seconds) / len(seconds)


def test_a_province_tells_every_dossier_twice_with_the_same_key(few):
    top = few.country.top("H26")
    _, dossiers = told(nation(few, twice=top), number=6_000)
    keys = [row["key"] for row in dossiers if row["top"] == "H26"]
    assert len(keys) == 2 * len(set(keys)) > 0


def test_everything_goes_wrong_somewhere_else(usual):
    wrong = happenings.usual(usual.country, first=FIRST, last=LAST, seed=3)
    names = ("outage", "flood", "silent", "typing", "skewed", "twice")
    assert len({getattr(wrong, name) for name in names}) == len(names)


def test_all_channels_and_causes_happen(few):
    pages, dossiers = told(nation(few), number=20_000)
    assert {row["channel"] for row in dossiers} == {*lives.CHANNELS} - {"unknown"}
    causes = {row["detail"] for row in pages if row["kind"] == "failure"}
    assert causes == set(moves.CAUSES)
    assert {row["kind"] for row in pages} == set(moves.KINDS)


def test_chance_is_counted_not_stepped():
    long = chance.drawn(1, FIRST, 5, stream=1, size=100)
    assert np.array_equal(long[:10], chance.drawn(1, FIRST, 5, stream=1, size=10))
    assert not np.array_equal(long[:10], chance.drawn(1, FIRST, 6, stream=1, size=10))


@pytest.mark.parametrize("weights", [(1, 1, 1), (1000, 1, 0), (36, 25, 10, 5, 3, 14)])
def test_an_urn_is_full_and_forgets_nobody(weights):
    tickets = np.bincount(chance.urn(weights, 256), minlength=len(weights))
    assert tickets.sum() == 256
    assert [count > 0 for count in tickets] == [weight > 0 for weight in weights]
