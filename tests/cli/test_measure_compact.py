"""`motcua measure compact` and the worker's own compaction."""

import pytest
from click.testing import CliRunner
from django.test import override_settings
from tests.measurement.lake.given import AT, Place, view

from motcua.cli.measure.compact import command
from motcua.journal.ports import handlers, periodics
from motcua.measurement import queries, tasks
from motcua.measurement.models import lake

pytestmark = pytest.mark.once


@pytest.fixture
def filled(tmp_path):
    """A spool with two views, named by settings."""
    with override_settings(MEASUREMENT=tmp_path, LAKE=str(tmp_path / "lake")):
        place = Place(tmp_path)
        place.spooled(view(1, key=1), view(1, key=1))
        yield place


def test_the_command_tells_what_it_did(filled):
    done = CliRunner().invoke(command, catch_exceptions=False)
    assert done.exit_code == 0
    assert "1 segments: 1 facts kept, 1 replays dropped" in done.output.replace("\n", " ")
    assert queries.provenance() == "measured"
    assert queries.counted_at() is not None


def test_a_newer_lake_ends_the_command_with_a_sentence(filled):
    (filled.folder / "lake").mkdir()
    (filled.folder / "lake" / "lake.json").write_text('{"schema": 99}')
    done = CliRunner().invoke(command)
    assert done.exit_code == 1
    assert "Upgrade the software" in done.output


def test_the_worker_compacts_in_its_long_lane_and_gives_way_to_others(filled):
    assert handlers[tasks.COMPACT].lane == "long"
    assert "measurement.ask_to_compact" in periodics
    with lake.here().writing():
        tasks.compact({}, AT)
    assert queries.counted_at() is None
    tasks.compact({}, AT)
    assert queries.counted_at() == AT


def test_a_worker_killed_while_it_compacts_is_no_reason_to_give_up():
    assert handlers[tasks.COMPACT].attempts > 10
