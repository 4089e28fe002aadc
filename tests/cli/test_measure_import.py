"""`motcua measure import` and `supply import`, as somebody types them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from motcua.cli import main
from motcua.identity.values import SYSTEM
from motcua.measurement import actions
from motcua.measurement.values.sites import Site
from motcua.web import clock

ROOT = Path(__file__).parents[2]
LINE = (
    '203.0.113.9 - - [16/Mar/2026:09:30:05 +0700] "GET /thu-tuc/ HTTP/1.1" 200 5 "-" '
    '"Mozilla/5.0 (X11; Linux x86_64) Firefox/140"\n'
)


@pytest.fixture
def home(db, settings, tmp_path):
    settings.MEASUREMENT = tmp_path / "measurement"
    settings.LAKE = str(settings.MEASUREMENT / "lake")
    return tmp_path


def run(*words):
    return CliRunner().invoke(main, ["measure", *map(str, words)])


def test_a_log_is_imported_and_told_of(home):
    site = Site(7, "Hà Nội", "H26", ("dichvucong.hanoi.gov.vn",))
    actions.register_site(site=site, by=SYSTEM.actor, at=clock.now())
    log = home / "access.log"
    log.write_text(LINE + "0912345678 rác\n")
    told = run("import", "--site", "7", log)
    again = run("import", "--site", "7", log)

    assert told.exit_code == 0, told.output
    assert "(phone) rác" in told.output
    assert "lines per second of CPU time" in told.output
    assert "0912345678" not in told.output
    assert "imported before" in again.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--site", "8"), "there is no site 8"),
        ((), "No site has hosts"),
    ],
)
def test_a_site_has_to_be_known(home, words, said):
    log = home / "access.log"
    log.write_text(LINE)
    told = run("import", *words, log)

    assert told.exit_code == 2
    assert said in told.output


def test_an_import_starts_without_the_rest_of_the_house():
    asked = (
        "import sys; from motcua.cli.measure import import_logs; import_logs.start(); "
        "from motcua.measurement import queries; from motcua.measurement.actions import importing; "
        "from motcua.web import clock; "
        "print([one for one in ('motcua.dossiers', 'motcua.portal') if one in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run(
        [sys.executable, "-c", asked], env=env, capture_output=True, text=True, check=True
    )

    assert told.stdout == "[]\n"


def test_services_are_declared_or_the_wrong_line_is_named(home):
    good, bad = home / "good.csv", home / "bad.csv"
    head = "agency,procedure,level,valid_from\n"
    good.write_text(f"{head}H26.01,1.004194,full,2026-01-01\n")
    bad.write_text(f"{head}H26.01,1.004194,gần như,2026-01-01\n")

    assert "1 services of 1 agencies declared" in run("supply", "import", good).output
    told = run("supply", "import", bad)
    assert told.exit_code == 1
    assert "Line 2, level" in told.output
