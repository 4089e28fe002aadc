"""A compaction may die at any moment: done again, nothing is lost and nothing counted twice."""

import os
import shutil
import subprocess
import sys
from datetime import date

import pytest
from tests.measurement.lake.given import AT, DAY, Place, event, lake_at, view

from motcua.measurement.models.lake import files as lake_files
from motcua.measurement.models.lake.files import Folder
from motcua.measurement.values.facts import Channel, Level, Status
from motcua.measurement.values.telling import SupplyTold

pytestmark = pytest.mark.once


class Died(BaseException):
    """The process is gone, as by kill -9."""


class Mortal(Folder):
    """A folder that dies before or after its n-th change."""

    def __init__(self, root):
        super().__init__(root)
        self.left = None
        self.before = True
        self.changes = 0

    def _live(self, change):
        self.changes += 1
        if self.left is None:
            return change()
        self.left -= 1
        if self.left < 0:
            raise Died
        if self.left == 0 and self.before:
            raise Died
        change()
        if self.left == 0:
            raise Died
        return None

    def publish(self, made, path):
        self._live(lambda: super(Mortal, self).publish(made, path))

    def drop(self, paths):
        for path in list(paths):
            self._live(lambda path=path: super(Mortal, self).drop([path]))


def filled(folder):
    """A lake with a first compaction done, and a spool with more of everything."""
    place = Place(folder)
    files = Mortal(folder / "lake")
    place.lake = lake_at(folder / "lake", files=files)
    place.spooled(view(10, key=1), event(10, channel=Channel.SELF, key=1), event(20, 2, key=2))
    place.compact()
    place.spooled(view(10, key=1), view(20, key=2), view(5000, 2, day=date(2026, 3, 15), key=3))
    place.spooled(
        event(10, channel=Channel.SELF, key=1),
        event(5, 3, day=date(2026, 2, 28), key=3),
        event(500, 2, status=Status.RETURNED, hours=2, key=4),
    )
    place.spooled(SupplyTold("H26", "1.000001", Level.FULL, True, False, DAY, None, 1, AT, 9))
    place.segment("counts", [f"H26\tmatomo\trefused\tflood\t{DAY}\t1\t12\t86000"])
    return place, files


def outcome(place):
    """What must come out, whatever happened on the way."""
    return place.everything(), place.raw("pages"), place.raw("dossiers"), place.counted("cases")


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Where `filled` was made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lake_files, "_flush", lambda path: None)
        folder = tmp_path_factory.mktemp("original")
        filled(folder)
    return folder


def copied(original, folder):
    """Give a lake and a spool like the original."""
    shutil.copytree(original, folder, dirs_exist_ok=True)
    place = Place(folder)
    files = Mortal(folder / "lake")
    place.lake = lake_at(folder / "lake", files=files)
    return place, files


@pytest.fixture(scope="module")
def undisturbed(original, tmp_path_factory):
    """What comes out when nothing dies, and after how many changes of the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lake_files, "_flush", lambda path: None)
        place, files = copied(original, tmp_path_factory.mktemp("undisturbed"))
        place.compact(after_days=3)
        return outcome(place), files.changes


def test_what_comes_out_is_what_went_in(undisturbed):
    (rolled, pages, dossiers, cases), _ = undisturbed
    assert (pages, dossiers, len(cases)) == (3, 4, 3)
    assert sum(row[6] for row in rolled["connections_daily"] if row[2] == "replayed") == 2
    assert sum(row[6] for row in rolled["connections_daily"] if row[2] == "refused") == 12


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_dying_at_a_change_of_the_disk_alters_nothing(tmp_path, original, undisturbed, before):
    """Every MOTCUA_TEST_EACH-th change, 23 unless told; 1 takes two minutes."""
    expected, changes = undisturbed
    each = int(os.environ.get("MOTCUA_TEST_EACH", "23"))
    for moment in range(1 if before else min(4, each), changes + 1, each):
        place, files = copied(original, tmp_path / str(moment))
        files.left, files.before = moment, before
        with pytest.raises(Died):
            place.compact(after_days=3)
        files.left = None
        place.lake = lake_at(place.folder / "lake")
        place.compact(after_days=3)
        assert outcome(place) == expected, f"after dying at change {moment}"
        assert list(place.spool.iterdir()) == []


def test_a_segment_whose_deletion_was_missed_is_not_taken_again(place):
    (segment,) = place.spooled(view(10), view(20))
    kept = segment.read_bytes()
    place.compact()
    segment.write_bytes(kept)
    assert place.compact().facts == 0
    assert place.raw("pages") == 2
    assert not segment.exists()


def test_dying_again_and_again_alters_nothing(tmp_path, original, undisturbed):
    expected, _ = undisturbed
    place, files = copied(original, tmp_path)
    for moment in (6, 2, 17, 3):
        files.left = moment
        with pytest.raises(Died):
            place.compact(after_days=3)
    files.left = None
    place.compact(after_days=3)
    assert outcome(place) == expected


KILLED = """
import os, signal, sys, threading, time
os.environ |= {"MOTCUA_HOME": sys.argv[1], "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
import django
django.setup()
from datetime import UTC, datetime
from pathlib import Path
from motcua.measurement import actions
from motcua.measurement.models.lake import Lake, files
publish, left = files.Folder.publish, [int(sys.argv[2])]
def publish_or_die(self, made, path):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    publish(self, made, path)
files.Folder.publish = publish_or_die
place = Path(sys.argv[1]) / "measurement"
actions.compact(at=datetime(2026, 3, 19, 5, tzinfo=UTC), into=Lake(place / "lake"))
"""


def test_a_killed_process_leaves_a_lake_that_the_next_one_sets_right(
    tmp_path, original, undisturbed
):
    expected, _ = undisturbed
    place, _files = copied(original, tmp_path / "measurement")
    order = [sys.executable, "-c", KILLED, str(tmp_path), "5"]
    ended = subprocess.run(order, env=os.environ, check=False)
    assert ended.returncode == -9
    assert place.compact(after_days=3).facts == 4
    assert outcome(place) == expected
