"""Merging, dropping, replays, what agencies tell, and the marks of a lake."""

import json
from datetime import date, timedelta

import pytest
from tests.measurement.lake.given import AT, DAY, event, lake_at, table, view

from motcua.measurement import actions
from motcua.measurement.models import lake
from motcua.measurement.models.lake import merging
from motcua.measurement.values import schemas
from motcua.measurement.values.facts import Channel, Level, Status
from motcua.measurement.values.telling import MetricTold, SupplyTold

pytestmark = pytest.mark.once


def parts(place, kind):
    """Give the names of parts of a folder of the lake."""
    return place.lake.files.paths(kind)


def test_facts_lie_by_day_and_top_and_late_ones_on_their_own_day(place):
    place.spooled(view(1), view(2, agency="G01"), view(3, day=date(2026, 3, 15)))
    place.compact()
    assert [path.rpartition("/")[0] for path in parts(place, "pages")] == [
        "pages/day=2026-03-15/top=H26",
        "pages/day=2026-03-16/top=G01",
        "pages/day=2026-03-16/top=H26",
    ]


def test_parts_of_a_closed_day_become_one_and_nothing_else_changes(place):
    for second in range(3):
        place.spooled(view(second, key=second + 1), event(second, second + 1))
        place.compact()
    before = place.everything()
    assert len(parts(place, "pages")) == 3
    assert place.compact(after_days=2).merged > 0
    assert [len(parts(place, kind)) for kind in ("pages", "dossiers", "heard")] == [1, 1, 1]
    assert (place.raw("pages"), place.raw("dossiers")) == (3, 3)
    place.spooled(view(50, 2))
    place.compact(after_days=2)
    assert place.counted("visits_daily", "views", "visits") == [(4, 2)]
    assert place.everything()["dossiers_daily"] == before["dossiers_daily"]


def test_registers_are_merged_when_their_parts_are_many(place, monkeypatch):
    monkeypatch.setattr(merging, "REGISTER_PARTS", 2)
    for number in range(4):
        place.spooled(event(number, 1), event(number, number + 10, status=Status.RETURNED))
        place.compact()
    place.compact()
    assert len(parts(place, "cases")) < 4
    assert len(parts(place, "keys/dossiers")) < 4
    assert place.counted("cases", "count(*)", "count(settled)") == [(5, 4)]
    assert place.counted("dossiers_daily", "sum(received)", "sum(settled)") == [(5, 4)]


def test_old_raw_facts_are_dropped_and_their_counts_stay(place):
    place.spooled(view(1), event(1))
    place.compact(LAKE_KEEP_DAYS=30)
    assert place.compact(after_days=31, LAKE_KEEP_DAYS=30).dropped == 2
    assert place.raw("pages") == 0
    assert place.counted("visits_daily", "views") == [(1,)]
    place.spooled(view(2, 5), event(9, status=Status.RETURNED, hours=4))
    place.compact(after_days=31, LAKE_KEEP_DAYS=30)
    assert place.counted("visits_daily", "views") == [(1,)]
    assert place.counted("dossiers_daily", "received", "settled") == [(1, 1)]
    told = ("source", "outcome", "reason", "facts")
    assert place.counted("connections_daily", *told) == [
        ("matomo", "accepted", "", 1),
        ("matomo", "refused", "dropped_day", 1),
        ("strict", "accepted", "", 1),
        ("strict", "late", "", 1),
    ]


def test_a_page_is_a_replay_within_the_day_and_its_neighbours_at_its_site(place):
    place.spooled(view(1, key=9), view(5, key=9), view(7, key=9, site=2), view(8), view(8))
    place.compact()
    place.spooled(
        view(2, day=date(2026, 3, 17), key=9),
        view(2, day=date(2026, 3, 15), key=9),
        view(2, day=date(2026, 3, 12), key=9),
    )
    place.compact(after_days=1)
    days = place.counted("visits_daily", "day", "site", "views")
    assert days == [(date(2026, 3, 12), 1, 1), (DAY, 1, 3), (DAY, 2, 1)]


def test_a_dossier_event_is_a_replay_for_ever_at_its_site(place):
    place.spooled(event(1, 1, key=9))
    place.compact()
    later = DAY + timedelta(days=300)
    place.spooled(
        event(1, 7, key=9, day=later), event(1, 8, key=9, day=later, site=2), event(2, 9, day=later)
    )
    assert place.compact(after_days=300).replays == 1
    assert place.counted("cases", "site", "dossier") == [(1, 1), (1, 9), (2, 8)]


def test_the_level_is_the_one_on_the_day_a_dossier_came(place):
    place.spooled(event(1, 1), event(1, 2, day=date(2026, 6, 1)))
    place.compact()
    assert place.counted("dossiers_daily", "level") == [("",), ("",)]

    def told(level, since, batch):
        place.spooled(SupplyTold("H26", "1.000001", level, False, False, since, None, 1, AT, batch))

    told(Level.FULL, date(2026, 5, 1), 2)
    told(Level.PARTIAL, date(2026, 1, 1), 1)
    place.compact()
    assert place.counted("dossiers_daily", "day", "level") == [
        (DAY, "partial"),
        (date(2026, 6, 1), "full"),
    ]
    assert place.counted("supply", "level", "valid_from", "valid_to") == [
        ("full", date(2026, 5, 1), None),
        ("partial", date(2026, 1, 1), date(2026, 4, 30)),
    ]


def test_the_newest_word_about_a_metric_holds(place):
    def told(value, minutes):
        at = AT + timedelta(minutes=minutes)
        return MetricTold(DAY.replace(day=1), "H26.1", "PUBLISH_ON_TIME", value, 9.0, 1, at, 1)

    place.spooled(told(3.0, 5))
    place.compact()
    place.spooled(told(2.0, 1))
    place.compact()
    assert place.counted("declared", "numerator") == [(3.0,)]


def test_declaring_through_the_front_door_counts_at_once(place):
    place.spooled(event(1, channel=Channel.SELF))
    place.compact()
    row = {
        "agency": "H26.1",
        "procedure": "1.000001",
        "level": "full",
        "has_fee": True,
        "essential": False,
        "valid_from": date(2026, 1, 1),
        "valid_to": None,
    }
    actions.declare_supply([row], at=AT, into=place.lake)
    assert place.counted("dossiers_daily", "level") == [("full",)]
    metric = {
        "month": date(2026, 3, 1),
        "agency": "H26.1",
        "metric": "SYNC",
        "source": "declared",
        "numerator": 1.0,
        "denominator": 2.0,
    }
    actions.declare_metrics([metric], at=AT, into=place.lake)
    assert place.counted("declared", "top", "denominator") == [("H26", 2.0)]


def test_a_declaration_alone_is_seen_by_who_reads_already(place):
    """No fact, no day to be counted anew: another process reads on with its own lake."""
    reader = lake_at(place.folder / "lake")
    seen = "SELECT max(denominator) FROM declared"
    before = reader.connection().execute(seen).fetchall()
    metric = {"month": DAY.replace(day=1), "agency": "H26.1", "metric": "SYNC", "numerator": 1.0}
    for told in (2.0, 3.0):
        rows = [metric | {"source": "declared", "denominator": told}]
        actions.declare_metrics(rows, at=AT + timedelta(minutes=told), into=place.lake)
        assert reader.connection().execute(seen).fetchall() == [(told,)]
    assert before == [(None,)]
    service = {"agency": "H26.1", "procedure": "1.000001", "level": "full", "has_fee": True}
    service |= {"essential": False, "valid_from": date(2026, 1, 1), "valid_to": None}
    actions.declare_supply([service], at=AT, into=place.lake)
    assert reader.connection().execute("SELECT level FROM supply").fetchall() == [("full",)]
    place.spooled(
        MetricTold(DAY.replace(day=1), "H26.1", "SYNC", 4.0, 9.0, 1, AT + timedelta(minutes=9), 1)
    )
    place.compact(after_days=1)
    assert reader.connection().execute(seen).fetchall() == [(9.0,)]


def test_facts_in_bulk_are_written_once_under_a_name(place):
    columns = {name: kind for name, kind in schemas.PAGES.items() if name != "top"}
    row = {name: getattr(view(5), name) for name in columns}
    rows = table(columns, [{**row, "kind": "view", "device": "phone", "source": "log"}] * 3)
    for _ in range(2):
        actions.write_facts(
            at=AT, pages=rows, name="log-1", provenance="simulated", into=place.lake
        )
    place.compact()
    assert place.counted("visits_daily", "top", "views") == [("H26", 3)]
    assert place.lake.provenance() == "simulated"
    place.spooled(view(1))
    place.compact()
    assert place.lake.provenance() == "mixed"


def test_a_roll_up_put_in_whole_replaces_its_months(place):
    columns = schemas.ROLLUPS["accounts_daily"]

    def rows(*registered):
        days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 4, 1)]
        return table(
            columns,
            [
                {"top": "H26", "day": day, "registered": number, "active": 0}
                for day, number in zip(days, registered, strict=False)
            ],
        )

    actions.put_rollup("accounts_daily", rows(1, 2, 4), at=AT, into=place.lake)
    actions.put_rollup("accounts_daily", rows(8), at=AT, into=place.lake)
    assert place.counted("accounts_daily", "sum(registered)") == [(12,)]
    assert place.lake.counted_at() == AT
    with pytest.raises(KeyError):
        actions.put_rollup("unheard_of", rows(1), at=AT, into=place.lake)


def test_coarser_roll_ups_that_are_new_are_made_of_what_there_is(place, monkeypatch):
    place.spooled(view(1), view(2, agency="H26.2"))
    place.compact()
    added = schemas.Coarser("visits_daily", ("agency", "device", "source", "site"))
    monkeypatch.setattr(schemas, "COARSER", {**schemas.COARSER, "visits_new": added})
    place.compact()
    path = "rollups/visits_new/month=2026-03/part.parquet"
    sql = "SELECT day, views FROM read_parquet($path)"
    found = place.lake.connection().execute(sql, {"path": str(place.lake.files.root / path)})
    assert found.fetchall() == [(date(2026, 3, 1), 2)]


def test_readers_see_new_files_without_a_restart(place):
    reader = lake_at(place.folder / "lake")
    assert reader.connection().execute("SELECT count(*) FROM visits_daily").fetchall() == [(0,)]
    for views in (1, 2):
        place.spooled(view(views))
        place.compact()
        seen = reader.connection().execute("SELECT sum(views) FROM visits_daily").fetchall()
        assert seen == [(views,)]


def test_a_lake_of_a_newer_version_is_refused_with_a_sentence(place):
    place.spooled(view(1))
    place.compact()
    marks = place.folder / "lake" / "lake.json"
    marks.write_text(json.dumps({"schema": schemas.VERSION + 1}))
    with pytest.raises(lake.NewerLake, match="phiên bản"):
        place.compact()
    with pytest.raises(lake.NewerLake, match="nâng cấp"):
        lake_at(place.folder / "lake").connection()


def test_an_older_lake_is_migrated_by_the_writer_and_refused_by_readers(place, monkeypatch):
    place.spooled(view(1))
    place.compact()
    migrated = []
    monkeypatch.setattr(schemas, "VERSION", 2)
    monkeypatch.setattr(lake.marks, "MIGRATIONS", {1: migrated.append})
    with pytest.raises(lake.OlderLake, match="compact"):
        lake_at(place.folder / "lake").connection()
    place.compact()
    assert migrated == [place.lake.files]
    assert len(lake_at(place.folder / "lake").connection().execute("FROM cases").fetchall()) == 0


def test_who_is_not_patient_leaves_a_busy_lake_alone(place):
    place.spooled(view(1))
    other = lake_at(place.folder / "lake")
    with place.lake.writing(), pytest.raises(lake.LakeBusy), other.writing(patient=False):
        pass
