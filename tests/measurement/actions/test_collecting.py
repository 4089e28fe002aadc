"""Requests become facts in the spool: held to limits, told apart by the day's salt, counted."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.measurement.some_facts import AT, SITE, dossier, page
from tests.observatory.collector_doors import spooled

from motcua.measurement import actions
from motcua.measurement.models import snapshot
from motcua.measurement.models.spool import closed, examples
from motcua.measurement.rules.wire import Heard, Reason, matomo
from motcua.measurement.values.sites import Site

pytestmark = pytest.mark.once
HEARD = Heard(AT, "203.0.113.9", "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0", "vi")
QUERY = "idsite=5&rec=1&url=https%3A%2F%2Fdvc.example.vn%2Ftrang"
SMALL = Site(number=6, name="Cổng nhỏ", agency="H27.1", limit=3)
VISITOR, REASON = 5, 3


@pytest.fixture
def intake(tmp_path):
    snapshot.write(tmp_path, {5: SITE, 6: SMALL})
    found = actions.Intake(tmp_path)
    yield found
    found.close()


def at(seconds):
    return replace(HEARD, at=AT + timedelta(seconds=seconds))


def bulk(*queries):
    return json.dumps({"requests": [f"?{query}" for query in queries]}).encode()


def counts(folder):
    return sorted(tuple(line) for line in spooled(folder, "counts"))


def test_a_fact_is_safe_when_it_is_said_to_be(intake, tmp_path):
    taken = intake.page(QUERY, HEARD)
    taken.safe.result(timeout=10)
    assert (taken.accepted, taken.refused, taken.flooded) == (1, (), False)
    assert len(spooled(tmp_path)) == 1


def test_a_visitor_is_another_one_the_next_day_and_the_salt_is_gone(intake, tmp_path):
    for seconds in (0, 60, 24 * 3600):
        intake.page(QUERY, at(seconds)).safe.result(timeout=10)

    morning, later, tomorrow = (line[VISITOR] for line in spooled(tmp_path))
    assert morning == later != tomorrow
    assert [file.name for file in (tmp_path / "salts").iterdir()] == ["2026-03-17"]


def test_the_salt_of_a_day_ends_at_midnight_to_the_instant(intake, tmp_path):
    midnight = AT.replace(hour=17, minute=0, second=0, microsecond=0)  # in Hà Nội
    for away in (timedelta(milliseconds=-300), timedelta(0), timedelta(milliseconds=200)):
        intake.page(QUERY, replace(HEARD, at=midnight + away)).safe.result(timeout=10)

    before, then, after = (line[VISITOR] for line in spooled(tmp_path))
    assert before != then == after


def test_sites_are_looked_at_again_within_a_second(intake, tmp_path):
    assert intake.page(QUERY.replace("5", "7", 1), HEARD).refused[0].reason is Reason.UNKNOWN_SITE
    snapshot.write(tmp_path, {7: replace(SITE, number=7)})
    assert intake.page(QUERY.replace("5", "7", 1), at(1)).accepted == 1
    assert intake.page(QUERY, at(1)).refused[0].reason is Reason.UNKNOWN_SITE


def test_a_clock_that_is_set_back_does_not_stop_the_looking(intake, tmp_path):
    intake.look(AT)
    snapshot.write(tmp_path, {})
    assert intake.page(QUERY, at(-3600)).accepted == 0


def test_beyond_the_limit_of_a_minute_a_request_is_turned_away_whole(intake, tmp_path):
    one = QUERY.replace("idsite=5", "idsite=6")
    assert intake.pages(bulk(one, one), HEARD).accepted == 2
    over = intake.pages(bulk(one, QUERY, one), HEARD)
    assert (over.accepted, over.flooded, over.refused[0].site) == (0, True, 6)
    assert intake.page(one, HEARD).accepted == 1
    assert intake.page(one, HEARD).flooded
    assert intake.page(QUERY, HEARD).accepted == 1
    assert intake.page(one, at(60)).accepted == 1
    intake.close()

    assert {row[REASON] for row in counts(tmp_path)} == {"flood"}
    assert sum(int(row[-2]) for row in counts(tmp_path)) == 4
    assert {(row[0], row[5]) for row in counts(tmp_path)} == {("H27", "6")}


def test_what_no_column_holds_is_refused_and_the_rest_kept(intake, tmp_path, monkeypatch):
    odd = [page(1), page(2, value=1e300), page(3)]
    monkeypatch.setattr(matomo, "read_bulk", lambda *_a, **_k: odd)
    taken = intake.pages(b"", HEARD)
    taken.safe.result(timeout=10)
    assert (taken.accepted, taken.places) == (2, (1,))
    assert taken.refused[0].reason is Reason.VALUE
    assert len(spooled(tmp_path)) == 2


def test_refusals_are_counted_and_shown_by_an_example(intake, tmp_path):
    closed_one = replace(SITE, number=8, until=date(2026, 1, 1))
    snapshot.write(tmp_path, {5: SITE, 8: closed_one})
    for query in ("idsite=5", "idsite=5&rec=0", QUERY.replace("5", "8", 1)):
        assert intake.page(query, HEARD).refused
    intake.close()

    reasons = {(row[REASON], row[5], row[0]) for row in counts(tmp_path)}
    assert ("closed_site", "8", "H26") in reasons
    shown = examples(tmp_path / "spool", since=AT.date())
    assert {(one.reason, one.site) for one in shown} == {(row[0], int(row[1])) for row in reasons}
    assert any(one.example.startswith("idsite=8&rec=1") for one in shown)


def test_what_names_a_person_is_counted_when_it_is_taken_out(intake, tmp_path):
    told = f"{QUERY}%2F079300012345&_cvar=x"
    assert intake.page(told, HEARD).accepted == 1
    intake.close()
    assert "079300012345" not in str(spooled(tmp_path))
    assert [row[2:4] for row in counts(tmp_path)] == [("masked", "identity_number")]


def test_facts_that_are_facts_already_are_safe_at_once(settings, tmp_path):
    settings.MEASUREMENT = tmp_path
    assert actions.collect([page(1), dossier(2)]) == 2
    assert actions.collect([]) == 0
    assert (len(spooled(tmp_path)), len(spooled(tmp_path, "dossiers"))) == (1, 1)


def test_what_the_dead_left_is_closed(settings, tmp_path):
    settings.MEASUREMENT = tmp_path
    left = tmp_path / "spool" / "pages-00000000000a-000001.open"
    left.parent.mkdir()
    left.write_text("one\ntw")
    actions.tidy(at=AT)
    assert [file.read_text() for file in closed(left.parent)] == ["one\n"]
