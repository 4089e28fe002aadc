"""Secrets of a day are gone when the day is; two processes share what they make."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from tests.measurement.some_facts import DAY

from motcua.measurement import actions
from motcua.measurement.models import salts
from motcua.measurement.models.floods import Floods

pytestmark = pytest.mark.once
BEFORE_MIDNIGHT = datetime(2026, 3, 16, 16, 59, 59, tzinfo=UTC)  # in Hà Nội


def test_everybody_gets_the_same_salt_and_nobody_else_can_read_it(tmp_path):
    read = salts.salt_of.__wrapped__
    with ThreadPoolExecutor(8) as many:
        found = set(many.map(lambda _: read(tmp_path, DAY), range(32)))

    assert len(found) == 1
    assert len(found.pop()) == 32
    (file,) = (tmp_path / "salts").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_salt_is_overwritten_and_unlinked_after_midnight_in_ha_noi(tmp_path):
    old = actions.day_salt(at=BEFORE_MIDNIGHT, folder=tmp_path)
    assert actions.destroy_salts(at=BEFORE_MIDNIGHT, folder=tmp_path) == 0
    (file,) = (tmp_path / "salts").iterdir()
    seen = []
    unlink = type(file).unlink

    def gone(path, **kwargs):
        seen.append(path.read_bytes())
        unlink(path, **kwargs)

    after = BEFORE_MIDNIGHT + timedelta(seconds=1)
    with patch.object(type(file), "unlink", gone):
        assert actions.destroy_salts(at=after, folder=tmp_path) == 1
    assert list((tmp_path / "salts").iterdir()) == []
    assert len(seen[0]) == 32
    assert seen[0] != old
    assert actions.day_salt(at=after, folder=tmp_path) != old
    assert actions.day_salt(at=BEFORE_MIDNIGHT, folder=tmp_path) != old


def test_the_pepper_stays(tmp_path):
    first = actions.pepper(folder=tmp_path)
    actions.destroy_salts(at=BEFORE_MIDNIGHT + timedelta(days=400), folder=tmp_path)
    salts.pepper.cache_clear()
    assert actions.pepper(folder=tmp_path) == first
    assert stat.S_IMODE((tmp_path / "pepper").stat().st_mode) == 0o600


def test_floods_are_counted_together_and_end_with_the_minute(tmp_path):
    mine, yours = Floods(tmp_path / "floods"), Floods(tmp_path / "floods")

    def over(counters, facts, *, minute=7, site=5):
        return counters.over(site, minute=minute, facts=facts, limit=10)

    assert [over(mine, 6), over(yours, 5), over(yours, 4), over(mine, 1)] == [
        False,
        True,
        False,
        True,
    ]
    assert not over(mine, 10, site=6)
    assert not over(yours, 10, minute=8)
