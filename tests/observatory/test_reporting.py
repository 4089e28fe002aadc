"""Reports as PDF: what the page shows, tagged and with words a screen reader can read."""

import subprocess
from datetime import UTC, datetime

import pikepdf
import pytest
from click.testing import CliRunner
from tests.factories.lakes import filled_lake, nation  # noqa: F401 -- fixtures

from motcua.cli.measure.report import command
from motcua.measurement import queries
from motcua.measurement.values import Period, Way
from motcua.observatory import reporting, words
from motcua.observatory.reporting import sections

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nation")]
QUARTER = Period.quarter(2026, 2)
AT = datetime(2026, 7, 2, 3, 0, tzinfo=UTC)


def words_of(pdf, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def test_the_nations_report_tells_what_the_overview_tells(tmp_path):
    told = words_of(reporting.report("", QUARTER, at=AT), tmp_path)
    true = queries.figure("use2", agency="", period=QUARTER)
    fed = queries.figure("use2", agency="", period=QUARTER, way=Way.FED)
    assert words.percent(true.value) in told
    assert words.percent(fed.value) in told
    assert "Quý 2/2026" in told
    assert "Chỉ số 766" in told


def test_simulated_figures_are_said_to_be_simulated(tmp_path):
    assert "MÔ PHỎNG" in words_of(reporting.report("H26", QUARTER, at=AT), tmp_path)


def test_it_is_tagged_and_names_its_language(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(reporting.report("H26", QUARTER, at=AT))
    with pikepdf.open(file) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("vi")
        about = pdf.open_metadata()
        assert about["pdfaid:part"] == "2"
        assert about["pdfuaid:part"] == "1"


def test_an_agency_is_set_against_the_country():
    first = sections.sections("H26", sections.Here("/", QUARTER))[0]
    assert first["table"]["headings"][-1] == "Cả nước"
    use2 = next(row for row in first["table"]["rows"] if "trực tuyến" in row[0])
    country = queries.figure("use2", agency="", period=QUARTER)
    assert use2[-1] == words.percent(country.value)


def test_bars_are_as_long_as_their_words():
    made = sections.sections("", sections.Here("/", QUARTER))
    for section in made:
        for bar in section.get("bars", ()):
            assert 0 <= bar["width"] <= 1, section["title"]


def test_it_is_served_to_everybody_and_kept_by_caches(client):
    address = "/do-luong/bao-cao/H26.pdf?ky=2026-Q2"
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    again = client.get(
        "/do-luong/bao-cao/H26.pdf?ky=2026-Q2", headers={"If-None-Match": answer["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    "address",
    ["H99.pdf", "H26.pdf?ky=2026-13", "H26.pdf?ky=x", "ca-nuoc.pdf?ky=2026-Q7", "%00.pdf"],
)
def test_nonsense_is_refused_in_words(client, address):
    answer = client.get(f"/do-luong/bao-cao/{address}")
    assert 400 <= answer.status_code < 500


def test_the_command_writes_a_file(tmp_path):
    file = tmp_path / "x.pdf"
    ran = CliRunner().invoke(command, ["H26", "--period", "2026-Q2", "--out", str(file)])
    assert ran.exit_code == 0, ran.output
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("asked", [["H26", "--period", "2026-Q9"], ["H99", "--period", "2026"]])
def test_the_command_refuses_what_is_not(asked):
    ran = CliRunner().invoke(command, asked)
    assert ran.exit_code != 0
    assert "period" in ran.output or "H99" in ran.output
