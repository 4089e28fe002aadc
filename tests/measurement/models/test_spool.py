"""What is acknowledged lies in the spool whole, whatever happens to the process that wrote it."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.measurement.some_facts import AT, DAY, dossier, page
from tests.processes import until

from motcua.kernel.words import Sentence
from motcua.measurement.models.spool import (
    Spool,
    SpoolFailed,
    closed,
    examples,
    forget_examples,
    recover,
)
from motcua.measurement.models.spool.lines import UnfitForSpool
from motcua.measurement.models.spool.segments import Segment
from motcua.measurement.values.facts import Source
from motcua.measurement.values.telling import TakenOut, TurnedAway

pytestmark = pytest.mark.once

WRITER = """
import sys, time
from pathlib import Path
from motcua.cli import start_django
start_django()
from tests.measurement.some_facts import page
from motcua.measurement.models.spool import Spool
spool = Spool(Path(sys.argv[1]))
for number in range(1000):
    spool.append([page(number)]).result()
    print(number, flush=True)
"""


def lines(folder, kind="pages"):
    return [line for path in closed(folder) if path.name.startswith(kind) for line in read(path)]


def read(path):
    return path.read_text().splitlines()


def turned(reason="value", second=36_000, **but):
    told = {"at": AT, "day": DAY, "second": second, "site": 5, "agency": "H26", "field": "url"}
    told |= {"source": Source.MATOMO, "reason": reason, "sentence": Sentence("sai", "wrong")}
    return TurnedAway(**{**told, "example": "idsite=5&url=(phone)", **but})


def test_facts_are_on_disk_when_the_future_is_done(tmp_path):
    spool = Spool(tmp_path)
    spool.append([page(1), page(2)]).result(timeout=10)
    spool.append([dossier(3)]).result(timeout=10)

    (pages,) = tmp_path.glob("pages-*.open")
    assert [line.split("\t")[7] for line in read(pages)] == ["/trang/1", "/trang/2"]
    (dossiers,) = tmp_path.glob("dossiers-*.open")
    assert read(dossiers)[0].endswith("\tstrict\t3")
    spool.close()
    assert len(closed(tmp_path)) == 2
    assert not list(tmp_path.glob("*.open"))


def test_many_wait_for_one_fsync(tmp_path, monkeypatch):
    synced = []
    sync = Segment.sync
    monkeypatch.setattr(Segment, "sync", lambda segment: synced.append(1) or sync(segment))
    spool = Spool(tmp_path, gather=0.2)
    futures = [spool.append([page(number)]) for number in range(500)]
    futures[-1].result(timeout=10)
    spool.close()

    assert all(future.done() for future in futures)
    assert len(lines(tmp_path)) == 500
    assert len(synced) <= 2


def test_what_was_written_when_the_disk_failed_is_taken_back_and_told(tmp_path, monkeypatch):
    spool = Spool(tmp_path)
    spool.append([page(1)]).result(timeout=10)

    def full(_segment):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Segment, "sync", full)
        with pytest.raises(SpoolFailed):
            spool.append([page(2)]).result(timeout=10)
        assert spool.failed
    spool.append([page(3)]).result(timeout=10)
    spool.close()

    assert not spool.failed
    assert [line.split("\t")[7] for line in lines(tmp_path)] == ["/trang/1", "/trang/3"]


def test_nothing_is_taken_after_the_end(tmp_path):
    spool = Spool(tmp_path)
    spool.close()
    with pytest.raises(SpoolFailed):
        spool.append([page()])


def test_a_segment_is_closed_when_it_is_large_or_old(tmp_path):
    spool = Spool(tmp_path, size=300, age=3600)
    for number in range(6):
        spool.append([page(number)]).result(timeout=10)
    until(lambda: len(closed(tmp_path)) >= 1, about="closing by size")
    spool.close()
    assert len(lines(tmp_path)) == 6

    aged = Spool(tmp_path / "aged", age=0.2)
    aged.append([page(9)]).result(timeout=10)
    until(lambda: lines(tmp_path / "aged"), about="closing by age, though nobody calls")
    aged.close()


def test_a_torn_line_is_cut_and_empty_segments_go(tmp_path):
    whole = "2026-03-16\tone\n2026-03-16\ttwo\n"
    (tmp_path / "pages-000000000001-000001.open").write_text(whole + "2026-03-16\tthr")
    (tmp_path / "pages-000000000001-000002.open").write_text("2026-03-16\ton")
    (tmp_path / "pages-000000000001-000003.open").touch()
    (tmp_path / "pages-000000000001-000004.open").write_text("x" * 200_000)

    (found,) = recover(tmp_path)
    assert found.name == "pages-000000000001-000001.tsv"
    assert found.read_text() == whole
    assert list(tmp_path.iterdir()) == [found]


def test_the_segment_of_a_living_writer_is_left_alone(tmp_path):
    spool = Spool(tmp_path)
    spool.append([page()]).result(timeout=10)

    assert recover(tmp_path) == []
    assert closed(tmp_path) == []
    spool.append([page()]).result(timeout=10)
    spool.close()
    assert len(lines(tmp_path)) == 2


def test_two_processes_write_apart_and_a_killed_one_loses_nothing(tmp_path):
    root = Path(__file__).parents[3]
    env = {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"}
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], env=env, stdout=subprocess.PIPE, text=True
    )
    mine = Spool(tmp_path)
    told = -1
    while told < 50:
        told = int(writer.stdout.readline())
        mine.append([page(told, page="/mine")]).result(timeout=10)
    assert recover(tmp_path) == []
    writer.kill()
    later = writer.stdout.read().split()
    writer.wait()
    told_last = int(later[-1]) if later else told
    until(lambda: recover(tmp_path), about="the lock's end")
    mine.close()

    found = [line.split("\t")[7] for line in lines(tmp_path)]
    assert found.count("/mine") == told + 1
    theirs = [one for one in found if one != "/mine"]
    assert theirs[: told_last + 1] == [f"/trang/{number}" for number in range(told_last + 1)]
    assert len(theirs) <= told_last + 2


def test_a_child_process_starts_segments_of_its_own(tmp_path):
    spool = Spool(tmp_path)
    spool.append([page(1)]).result(timeout=10)
    child = os.fork()
    if child == 0:
        spool.append([page(2)]).result(timeout=10)
        spool.close()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert [line.split("\t")[7] for line in lines(tmp_path)] == ["/trang/2"]
    spool.append([page(3)]).result(timeout=10)
    spool.close()
    assert sorted(line.split("\t")[7] for line in lines(tmp_path)) == [
        "/trang/1",
        "/trang/2",
        "/trang/3",
    ]


@pytest.mark.parametrize(
    "fact",
    [
        page(value=1e300),
        page(value=float("nan")),
        page(visitor=1 << 32),
        page(visitor=-1),
        page(key=1 << 64),
        page(second=86_400),
        dossier(key=1 << 63),
        dossier(national=128),
        dossier(hours=-1),
    ],
)
def test_what_no_column_holds_is_not_taken(tmp_path, fact):
    spool = Spool(tmp_path)
    with pytest.raises(UnfitForSpool):
        spool.append([page(1), fact])
    spool.close()
    assert list(tmp_path.iterdir()) == []


def test_refusals_are_counted_by_site_and_reason(tmp_path):
    spool = Spool(tmp_path)
    for second in (10, 30, 20):
        spool.turn_away(turned(second=second))
    spool.turn_away(turned("unknown_site", site=0, agency="", times=7))
    taken = {"day": DAY, "second": 5, "site": 5, "agency": "H26", "source": Source.BULK}
    spool.take_out(TakenOut(**taken, what="phone", times=2))
    spool.close()

    assert sorted(lines(tmp_path, "counts")) == [
        "\tmatomo\trefused\tunknown_site\t2026-03-16\t0\t7\t36000",
        "H26\tbulk\tmasked\tphone\t2026-03-16\t5\t2\t5",
        "H26\tmatomo\trefused\tvalue\t2026-03-16\t5\t3\t30",
    ]


def test_one_example_an_hour_is_kept_for_two_weeks(tmp_path):
    spool = Spool(tmp_path)
    for second in (0, 3599, 3600):
        spool.turn_away(turned(second=second, at=AT + timedelta(seconds=second)))
    spool.turn_away(turned("flood"))
    spool.close()

    found = examples(tmp_path, since=DAY)
    assert [(one.reason, one.site, one.field, one.vi, one.example) for one in found] == [
        ("value", 5, "url", "sai", "idsite=5&url=(phone)"),
        ("value", 5, "url", "sai", "idsite=5&url=(phone)"),
        ("flood", 5, "url", "sai", "idsite=5&url=(phone)"),
    ]
    assert found[0].at == AT + timedelta(hours=1)
    assert examples(tmp_path, since=DAY + timedelta(days=1)) == []
    assert forget_examples(tmp_path, today=DAY + timedelta(days=14)) == 0
    assert forget_examples(tmp_path, today=DAY + timedelta(days=15)) == 1
    assert examples(tmp_path, since=date(2000, 1, 1)) == []


def test_only_the_latest_examples_of_the_sites_asked_for_are_held(tmp_path):
    spool = Spool(tmp_path)
    for number in range(30):
        at = AT + timedelta(minutes=number)
        spool.turn_away(turned(at=at, site=number, second=36_000 + 60 * number))
    spool.close()
    found = examples(tmp_path, since=DAY, most=3)
    assert [one.site for one in found] == [29, 28, 27]
    found = examples(tmp_path, since=DAY, sites=(4, 9, 2), most=2)
    assert [one.site for one in found] == [9, 4]


def test_an_example_that_is_being_written_is_not_read_yet(tmp_path):
    (tmp_path / f"refused-{DAY}-000000000001.jsonl").write_text('{"at": "2026')
    assert examples(tmp_path, since=DAY) == []


def test_counts_are_written_though_no_fact_comes(tmp_path):
    spool = Spool(tmp_path, age=0.1)
    spool.turn_away(turned())
    until(lambda: lines(tmp_path, "counts"), about="counts without facts")
    spool.close()
