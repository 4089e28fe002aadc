"""Imports of logs: nothing twice, nothing lost, whatever rotates, grows or dies."""

import gzip
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from motcua.measurement.actions import importing
from motcua.measurement.actions.importing import Wanted
from motcua.measurement.models import imports
from motcua.measurement.values.sites import Site

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
SITE = Site(7, "Cổng", "H26")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(settings, tmp_path):
    """Give a measurement of its own."""
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(settings.MEASUREMENT / "lake")
    return tmp_path


@pytest.fixture
def small(monkeypatch):
    """Read in small blocks."""
    monkeypatch.setattr(importing, "BLOCK", 1_000)


def lines(first, last):
    """Write lines for pages /trang-a0/ …, one a second."""
    return "".join(
        f"203.0.113.{n % 200} - - [16/Mar/2026:09:{n // 60 % 60:02}:{n % 60:02} +0700] "
        f'"GET /trang-a{n}/ HTTP/1.1" 200 9 "-" "Mozilla/5.0 (X11; Linux x86_64) Firefox/140"\n'
        for n in range(first, last)
    ).encode()


def read(*files, **how):
    return importing.import_logs(wanted=Wanted(files, {"": SITE}, **how), at=AT)


def stored(home):
    """Give the pages in the lake, each as often as it stands there."""
    import duckdb  # noqa: PLC0415 -- slow import

    parts = list((home / "measurement" / "lake" / "pages").rglob("*.parquet"))
    if not parts:
        return []
    found = duckdb.read_parquet([str(part) for part in parts]).project("page").fetchall()
    return sorted((page for (page,) in found), key=lambda page: int(page.strip("/")[7:]))


def pages(first, last):
    return [f"/trang-a{n}/" for n in range(first, last)]


def test_a_log_is_counted_once_whatever_it_is_called(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 100))
    assert read(log).accepted == 100

    turned, packed = home / "access.log.1", home / "access.log.2.gz"
    log.rename(turned)
    packed.write_bytes(gzip.compress(lines(0, 100)))
    again = read(turned, packed)

    assert (again.lines, again.skipped) == (0, [turned, packed])
    assert stored(home) == pages(0, 100)


def test_a_log_that_grew_is_read_on(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 50) + lines(50, 51)[:-30])
    first = read(log)
    log.write_bytes(lines(0, 90))
    second = read(log)

    assert (first.accepted, first.unfinished, second.accepted) == (50, 1, 40)
    assert stored(home) == pages(0, 90)


def test_a_packed_log_goes_on_where_the_plain_one_ended(home, small):
    log, packed = home / "access.log", home / "access.log.1.gz"
    log.write_bytes(lines(0, 50))
    read(log)
    packed.write_bytes(gzip.compress(lines(0, 70)[:-1]))

    assert read(packed).accepted == 20
    assert stored(home) == pages(0, 70)


def test_another_log_under_the_same_name_is_another_log(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 50))
    read(log)
    log.write_bytes(lines(50, 60))

    assert read(log).accepted == 10
    assert stored(home) == pages(0, 60)


def test_a_damaged_archive_is_read_as_far_as_it_goes(home, small):
    packed = home / "access.log.gz"
    packed.write_bytes(gzip.compress(lines(0, 3000))[:-500])
    report = read(packed)

    assert report.damaged == [packed]
    assert 0 < report.accepted < 3000
    assert stored(home) == pages(0, report.accepted)


def test_a_dry_run_keeps_nothing(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 50))

    assert read(log, dry=True).accepted == 50
    assert stored(home) == []
    assert read(log).accepted == 50


def test_two_imports_at_once_are_refused(home):
    kept = imports.Imports(home / "measurement" / "imports")
    with kept.locked(), pytest.raises(imports.ImportRuns):
        read(home / "access.log")


def test_salts_of_days_that_are_over_do_not_outlive_the_import(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 50))
    read(log)

    assert list((home / "measurement" / "imports" / "salts").iterdir()) == []


DYING = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
import django
django.setup()
from motcua.measurement.actions import importing
from motcua.measurement.actions.importing import Wanted
from motcua.measurement.models import imports
from motcua.measurement.models.lake import engine
from motcua.measurement.values.sites import Site
importing.BLOCK = 1_000
left = int(sys.argv[2])
def dying(real):
    def call(*args, **kw):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), 9)
        found = real(*args, **kw)
        if left == 1:
            os.kill(os.getpid(), 9)
        return found
    return call
imports._write = dying(imports._write)
imports.Imports.save = dying(imports.Imports.save)
imports.Imports.taken = dying(imports.Imports.taken)
wanted = Wanted([Path(sys.argv[1])], {"": Site(7, "Cổng", "H26")})
importing.import_logs(wanted=wanted, at=datetime(2026, 11, 22, 3, tzinfo=UTC))
"""


def test_killed_again_and_again_it_counts_every_line_once(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 100))
    env = {
        **os.environ,
        "MOTCUA_HOME": str(home),
        "MOTCUA_MEASUREMENT": str(home / "measurement"),
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-c", DYING, str(log)]
    deaths = [subprocess.run([*command, dies], env=env, check=False) for dies in "47"]
    assert [one.returncode for one in deaths] == [-9, -9]
    halfway = lake_is_empty(home)
    read(log)

    assert halfway
    assert stored(home) == pages(0, 100)


def lake_is_empty(home):
    return stored(home) == []


def test_a_batch_that_the_lake_took_before_a_crash_is_not_taken_again(home, small, monkeypatch):
    log = home / "access.log"
    log.write_bytes(lines(0, 50))
    real = imports.Imports.taken
    monkeypatch.setattr(imports.Imports, "taken", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read(log)
    assert stored(home) == pages(0, 50)
    monkeypatch.setattr(imports.Imports, "taken", real)
    log.write_bytes(lines(0, 80))
    read(log)

    assert stored(home) == pages(0, 80)


def test_parts_are_handed_over_in_batches_that_memory_holds(home, small, monkeypatch):
    monkeypatch.setattr(imports, "BATCH", 30)
    log = home / "access.log"
    log.write_bytes(lines(0, 100))
    read(log)

    written = list((home / "measurement" / "lake" / "pages").rglob("*.parquet"))
    sizes = [pq.read_metadata(part).num_rows for part in written]
    assert sum(sizes) == 100
    assert max(sizes) <= 30
    assert stored(home) == pages(0, 100)


def test_pieces_and_lines_that_no_piece_holds_make_one_part(home, monkeypatch):
    monkeypatch.setattr(importing, "PIECE", 1_000)
    log = home / "access.log"
    log.write_bytes(lines(0, 30) + b"x" * 5_000 + b"\n" + lines(30, 60))
    written = []
    real = imports.Imports.keep
    monkeypatch.setattr(
        imports.Imports, "keep", lambda *args, **kw: (written.append(kw["end"]), real(*args, **kw))
    )
    report = read(log)

    assert written == [log.stat().st_size]
    assert report.accepted == 60
    assert stored(home) == pages(0, 60)


def test_a_salt_of_today_is_kept_until_the_day_is_over(home, small):
    log = home / "access.log"
    log.write_bytes(lines(0, 5).replace(b"16/Mar/2026", b"22/Nov/2026"))
    read(log)
    salts = home / "measurement" / "imports" / "salts"

    assert [path.name for path in salts.iterdir()] == ["2026-11-22"]
    assert importing.forget_salts(at=AT) == 0
    assert importing.forget_salts(at=AT.replace(day=23)) == 1
    assert list(salts.iterdir()) == []
