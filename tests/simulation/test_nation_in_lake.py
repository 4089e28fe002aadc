"""The nation's facts in a lake, by both doors, and what pages make of them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from motcua.measurement import actions, queries
from motcua.measurement.models.lake import Lake, Limits, files
from motcua.measurement.models.snapshot import write as write_sites
from motcua.measurement.queries.lakes import Roll
from motcua.measurement.rules.wire import Heard
from motcua.measurement.values import Period, Way
from motcua.measurement.values.quality import Verdict
from motcua.simulation.measured import country, declared, filling, lives, stream, wire
from motcua.simulation.measured.happenings import Happenings

pytestmark = pytest.mark.once

LIBRARY = Path(__file__).parents[2] / "library"
FIRST, LAST = date(2026, 3, 12), date(2026, 3, 13)
AT = datetime(2026, 3, 13, 17, 30, tzinfo=UTC)
PERIOD = Period(FIRST, LAST)
FEW = {"G01", "H26", "H35", "H56"}


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(files, "_flush", lambda path: None)


@pytest.fixture(scope="module")
def few():
    whole = stream.nation(LIBRARY, first=FIRST, last=LAST, seed=1)
    tops = tuple(one for one in whole.country.tops if one.code in FEW)
    of = country.Country(tops, whole.country.services, whole.country.of_communes)
    return stream.Nation(of, whole.days, Happenings(), 1)


def wrong(few, **more):
    places = {name: few.country.top(code) for name, code in more.items() if name != "silent_on"}
    happening = Happenings(**places, silent_on=more.get("silent_on"))
    return stream.Nation(few.country, few.days, happening, 1)


def filled(folder, made, *, number):
    """Fill a lake by the fast door, count it."""
    place = Lake(folder / "lake", limits=Limits("500MB", 1))
    with override_settings(LAKE=str(folder / "lake"), MEASUREMENT=folder):
        actions.declare_supply(supply(made), at=AT, provenance="simulated")
        told = filling.fill(made, number=number, at=AT, heard=lambda on, facts: None)
        actions.compact(at=AT)
    return place, told


def supply(made):
    rules = lives.rules(made.country, made.days)
    return declared.supply(made.country, rules, first=FIRST)


def test_the_check_finds_who_stopped_tracking_and_who_types(tmp_path, few):
    made = wrong(few, silent="H26", typing="H35", silent_on=FIRST)
    place, _ = filled(tmp_path, made, number=16_000)
    found = {one.agency: one for one in queries.consistencies(PERIOD, lake=Roll(place))}
    assert {code: one.verdict for code, one in found.items()} == {
        "G01": Verdict.CONSISTENT,
        "H26": Verdict.NO_TRACKING,
        "H35": Verdict.BATCHED,
        "H56": Verdict.CONSISTENT,
    }
    assert found["H26"].pages == 0
    assert found["H26"].dossiers > 30
    assert found["H35"].batched > 0.2 * found["H35"].dossiers


def test_what_is_filled_again_is_not_counted_again(tmp_path, few):
    made = wrong(few, twice="H26")
    place, (pages, dossiers) = filled(tmp_path, made, number=2_000)
    once = place.connection().execute("SELECT sum(received) FROM dossiers_daily").fetchone()
    _, again = filled(tmp_path, made, number=2_000)
    assert again == (pages, dossiers)
    rows = place.connection().execute("SELECT sum(received) FROM dossiers_daily").fetchone()
    assert rows == once
    heard = "SELECT sum(facts) FROM connections_daily WHERE outcome = 'replayed' AND top = 'H26'"
    assert place.connection().execute(heard).fetchone()[0] > 0
    assert place.provenance() == "simulated"


def test_ways_of_counting_differ_over_the_nation(tmp_path, few):
    place, _ = filled(tmp_path, few, number=5_000)
    for code in ("use2", "use3", "sup2", "pay"):
        fed, true = queries.both(code, agency="", period=PERIOD, lake=Roll(place))
        assert fed.value > true.value, code


def test_both_doors_give_the_same_figures(tmp_path, few):
    """Through the readers of the wire: page by page, event by event."""
    fast, told = filled(tmp_path / "fast", few, number=1_500)
    folder = tmp_path / "wire"
    sites = {one.number: secret(one) for one in filling.sites(few)}
    folder.mkdir()
    write_sites(folder, sites)
    with override_settings(LAKE=str(folder / "lake"), MEASUREMENT=folder):
        actions.declare_supply(supply(few), at=AT)
        taken = sent(few, folder, sites)
        actions.compact(at=AT)
    assert taken == told
    honest = Lake(folder / "lake", limits=Limits("500MB", 1))
    for name, columns in COMPARED.items():
        rows = [table(place, name, columns) for place in (fast, honest)]
        assert rows[0] == rows[1] != [], name


COMPARED = {
    "visits_daily": "top, device, day, sum(views), sum(visits), sum(robot_views)",
    "steps_daily": "top, procedure, step, day, sum(visitors), sum(went_on)",
    "failures_daily": "top, procedure, cause, told_by, day, sum(failures)",
    "answers_daily": "top, procedure, question, answer, day, sum(answers), sum(asked)",
    "procedures_daily": "top, procedure, day, sum(views), sum(chosen), sum(submitted)",
    "dossiers_daily": (
        "top, agency, procedure, channel, level, level_fed, day, online_fed, sum(received), "
        "sum(settled), sum(late), sum(with_fee), sum(paid_online), sum(paid_fed), sum(batched)"
    ),
}


def table(place, name, columns):
    asked = f"SELECT {columns} FROM {name} GROUP BY ALL"
    return sorted(place.connection().execute(asked).fetchall(), key=str)


def secret(site):
    return type(site)(site.number, site.name, site.agency, site.hosts, "s" * 20, site.limit)


def sent(made, folder, sites):
    """Send all of it through the doors; give what was accepted of pages and dossiers."""
    intake, pages, dossiers = actions.Intake(folder), 0, 0
    for one in stream.told(made, number=1_500):
        for request in wire.bulks(one, sites):
            pages += intake.pages(request.body, Heard(AT)).accepted
        for request in wire.stricts(one, sites, at=AT):
            dossiers += intake.dossiers(request.body, request.headers, Heard(AT)).accepted
    intake.close()
    return pages, dossiers


def test_trapped_feeders_inflate_what_the_nation_seems_to_do(tmp_path, few):
    folder = tmp_path
    write_sites(folder, {one.number: one for one in filling.sites(few)})
    with override_settings(LAKE=str(folder / "lake"), MEASUREMENT=folder):
        intake = actions.Intake(folder)
        for one in stream.told(few, number=1_500):
            for request in wire.nationals(one):
                at = wire.moment_of(one.dossiers.slice(0, 1).to_pylist()[0])
                assert intake.national(request.body, Heard(at + timedelta(hours=1))).accepted == 1
        intake.close()
        actions.compact(at=AT)
    place = Roll(Lake(folder / "lake", limits=Limits("500MB", 1)))
    fed = queries.figure("use2", agency="", period=PERIOD, way=Way.FED, lake=place)
    assert fed.value == 1.0
