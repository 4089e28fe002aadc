"""A disk that fails at the worst moment: nobody waits for ever, nobody is kept without a salt."""

import json
import os
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.measurement.some_facts import AT, SITE, page

from motcua.measurement import actions
from motcua.measurement.actions import collecting
from motcua.measurement.models import salts, snapshot
from motcua.measurement.models.floods import MOST_SITES, Floods
from motcua.measurement.models.spool import Spool, SpoolFailed, closed, examples, recover
from motcua.measurement.models.spool.segments import Segment
from motcua.measurement.rules.wire import Heard
from motcua.observatory.collector import answers

pytestmark = pytest.mark.once
HEARD = Heard(AT, "203.0.113.9", "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0", "vi")
QUERY = "idsite=5&rec=1&url=https%3A%2F%2Fdvc.example.vn%2Ftrang"
ASKED = answers.Asked("GET", "/tracking", QUERY, {}, HEARD)


def full(*_args, **_more):
    raise OSError(28, "No space left on device")


@pytest.fixture
def intake(tmp_path):
    snapshot.write(tmp_path, {5: SITE})
    found = actions.Intake(tmp_path)
    yield found
    found.close()


def test_nobody_is_kept_while_the_day_has_no_salt(intake, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(collecting, "day_salt", full)
        for _again in range(2):
            assert answers.answer(intake, ASKED).status == 503
    assert answers.answer(intake, ASKED).status == 200


def test_nobody_is_kept_with_the_salt_of_the_day_before(intake, monkeypatch):
    assert answers.answer(intake, ASKED).status == 200
    tomorrow = replace(ASKED, heard=replace(HEARD, at=AT + timedelta(days=1)))
    monkeypatch.setattr(collecting, "day_salt", full)
    assert [answers.answer(intake, tomorrow).status for _again in range(2)] == [503, 503]


def test_a_secret_that_could_not_be_written_leaves_nothing(tmp_path, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            salts.pepper.__wrapped__(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_counters_of_floods_have_their_room_before_they_are_mapped(tmp_path):
    # A page of a mapped file that finds no room ends the process.
    Floods(tmp_path / "floods")
    assert (tmp_path / "floods").stat().st_blocks * 512 >= MOST_SITES * 16
    (tmp_path / "floods").write_bytes(b"\1" * 16)
    Floods(tmp_path / "floods")
    assert (tmp_path / "floods").read_bytes()[:16] == b"\1" * 16


@pytest.mark.parametrize("trouble", [MemoryError, ValueError, OSError])
def test_whatever_happens_in_the_spool_those_who_wait_are_told(tmp_path, monkeypatch, trouble):
    def fails(_segment):
        raise trouble

    spool = Spool(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(Segment, "sync", fails)
        with pytest.raises(SpoolFailed):
            spool.append([page(1)]).result(timeout=5)
        assert spool.failed
    spool.append([page(2)]).result(timeout=5)
    spool.close()
    assert "".join(path.read_text() for path in closed(tmp_path)).count("\n") == 1


def test_a_segment_that_cannot_be_cut_or_renamed_is_left_to_be_recovered(tmp_path, monkeypatch):
    spool = Spool(tmp_path)
    spool.append([page(1)]).result(timeout=5)
    with monkeypatch.context() as broken:
        broken.setattr(Segment, "sync", full)
        broken.setattr(os, "ftruncate", full)
        with pytest.raises(SpoolFailed):
            spool.append([page(2)]).result(timeout=5)
    assert len(recover(tmp_path)) == 1
    spool.append([page(3)]).result(timeout=5)
    with monkeypatch.context() as broken:
        broken.setattr(type(tmp_path), "rename", full)
        spool.close()
    assert len(recover(tmp_path)) == 1
    assert {line.split("\t")[7] for one in closed(tmp_path) for line in one.open()} >= {
        "/trang/1",
        "/trang/3",
    }


def test_an_example_that_was_torn_hides_no_other(tmp_path):
    whole = {
        "at": AT.isoformat(), "site": 5, "source": "matomo", "reason": "value", "field": "url",
        "vi": "sai", "en": "wrong", "example": "x",
    }  # fmt: skip
    line = json.dumps(whole)
    file = tmp_path / f"refused-{AT.date()}-00000000000a.jsonl"
    file.write_text(f"{line}\n{line[:40]}{line}\n\n[]\n{{}}\n{line}\n")
    assert [one.example for one in examples(tmp_path, since=AT.date())] == ["x", "x"]


class Loop:
    def __init__(self):
        self.later = []

    def call_later(self, _seconds, what):
        self.later.append(what)


def test_a_collector_goes_on_tidying_after_a_failure(intake, monkeypatch):
    from motcua.observatory.collector import app  # noqa: PLC0415 -- sets Django up as a process

    collector = app.Collector()
    collector._loop, collector._intake = Loop(), intake
    monkeypatch.setattr(collecting, "tidy", full)
    with pytest.raises(OSError, match="No space"):
        collector._tidy()
    assert collector._loop.later == [collector._tidy]
