"""Published figures as aggregate facts: each once, and apart from what is counted."""

from datetime import UTC, date, datetime

import pytest
from tests.measurement.lake.given import lake_at

from motcua.measurement import actions, queries
from motcua.measurement.models.lake import files

pytestmark = pytest.mark.once
AT = datetime(2026, 3, 16, 5, tzinfo=UTC)


@pytest.fixture
def lake(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_flush", lambda path: None)
    return lambda: lake_at(tmp_path)


def told(lake, metric):
    asked = "SELECT agency, numerator, denominator FROM declared WHERE metric = ? ORDER BY 2 DESC"
    return lake().connection().execute(asked, [metric]).fetchall()


def test_the_league_of_2022_can_be_read_from_the_facts(lake):
    found = queries.published("2022-05")
    assert actions.load_published(published=found, at=AT, into=lake()) == 21
    visits = told(lake, "published_vis")
    assert [agency for agency, *_ in visits[:3]] == ["G18", "H57", "H02"]
    assert visits[0] == ("G18", 10_688_901.0, None)
    assert told(lake, "published_use2")[0] == ("G08", 100.0, 100.0)
    assert told(lake, "published_use2")[-1] == ("H46", 2.64, 100.0)


def test_loading_again_adds_nothing_and_says_nothing_of_the_lake(lake):
    found = queries.published("2022-05")
    actions.load_published(published=found, at=AT, into=lake())
    assert actions.load_published(published=found, at=AT, into=lake()) == 0
    assert len(told(lake, "published_vis")) == 10
    assert lake().provenance() == ""
    months = lake().connection().execute("SELECT DISTINCT month FROM declared").fetchall()
    assert months == [(date(2022, 5, 1),)]
