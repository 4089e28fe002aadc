"""Who reads while something is written sees what there was or what there is."""

from pathlib import Path

import pytest
from pyarrow.fs import LocalFileSystem
from tests.measurement.lake.given import event, view

from motcua.measurement.models.lake import Lake, engine
from motcua.measurement.models.lake.counting import file_of
from motcua.measurement.models.lake.files import Bucket
from motcua.measurement.models.lake.reading import Reader
from motcua.measurement.queries import lakes

pytestmark = pytest.mark.once


def test_a_view_is_never_gone_while_it_is_made_anew(tmp_path):
    columns = {"day": "DATE"}
    with engine.opened(tmp_path, engine.Limits()) as connection:
        engine.view(connection, "seen", [], columns=columns)
        reader = connection.cursor()

        class Watched:
            """Reads the view between any two steps of who makes it anew."""

            def __getattr__(self, name):
                def step(*asked, **how):
                    done = getattr(connection, name)(*asked, **how)
                    assert reader.execute("FROM seen").fetchall() == []
                    return done

                return step

        engine.view(Watched(), "seen", [], columns=columns)


def test_whoever_knows_that_a_bucket_changed_reads_what_it_holds_now(place, tmp_path, monkeypatch):
    def views():
        sql = "SELECT sum(views) FROM visits_daily"
        return roll.connection().execute(sql).fetchall()[0][0]

    place.spooled(view(1, key=1))
    place.compact()
    bucket = Bucket(str(place.lake.files.root), LocalFileSystem(), tmp_path / "near")
    roll = lakes.Roll(Lake("", files=bucket))
    monkeypatch.setattr(lakes, "LOOKED_AGAIN", 0.0)
    before = roll.counted_at()
    assert views() == 1
    place.spooled(view(9, visitor=2, key=2))
    place.compact(after_days=1)
    assert roll.counted_at() != before
    assert views() == 2


def test_a_bucket_is_not_asked_again_at_each_look(place, tmp_path, monkeypatch):
    place.spooled(view(1, key=1))
    place.compact()
    bucket = Bucket(str(place.lake.files.root), LocalFileSystem(), tmp_path / "near")
    roll = lakes.Roll(Lake("", files=bucket))
    now = [1000.0]
    monkeypatch.setattr(lakes.time, "monotonic", lambda: now[0])
    roll.stamp()
    now[0] += lakes.LOOKED_AGAIN + 1
    roll.stamp()
    asked = []
    monkeypatch.setattr(bucket, "read", asked.append)
    roll.stamp()
    assert asked == []


def test_what_was_fetched_from_a_bucket_goes_once_nobody_reads_it_any_more(place, tmp_path):
    bucket = Bucket(str(place.lake.files.root), LocalFileSystem(), tmp_path / "near")
    reader, before = Reader(bucket, engine.Limits()), ""
    for number in range(12):
        place.spooled(event(number, dossier=number, key=number + 1))
        place.compact(after_days=number)
        reader.look_again()
        rows = reader.connection().execute("SELECT count(*) FROM cases").fetchall()
        assert rows == [(number + 1,)]
        assert not before or Path(before).exists()  # a query that runs may still read it
        before = reader._near[file_of("dossiers_daily", "2026-03")][1]
        held = {path for path in reader._near if path.startswith("cases/")}
        assert held <= set(bucket.paths("cases"))


def test_a_view_that_could_not_be_made_is_made_the_next_time(place, monkeypatch):
    place.spooled(view(1, key=1))
    place.compact()
    reader = Reader(place.lake.files, engine.Limits())

    def broken(*_asked, **_how):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(engine, "view", broken)
        with pytest.raises(OSError):  # noqa: PT011 -- ours, it says nothing
            reader.connection()
    assert reader.connection().execute("SELECT sum(views) FROM visits_daily").fetchall() == [(1,)]
