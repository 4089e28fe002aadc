"""`motcua catalogue`: import with a report, show one, write all, and take the written back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from motcua.cli.catalogue import command
from motcua.procedures.models import Procedure

pytestmark = pytest.mark.django_db

SAMPLE = str(Path(__file__).parent / "samples" / "national.jsonl")


def run(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_import_tells_counts_and_writes_the_report(tmp_path):
    report = tmp_path / "report.json"
    result = run("import", SAMPLE, "--report", report)
    assert result.exit_code == 0, result.output
    assert "national.jsonl: 5 bản ghi, 5 mới, 0 thay đổi" in result.stdout
    written = json.loads(report.read_text("utf-8"))
    assert (written["records"], written["imported"], written["new"]) == (5, 5, 5)
    assert (written["unchanged"], written["changed"], written["refused"]) == (0, 0, 0)
    assert written["fields"]["channels"]["parsed"] == 4


def test_import_again_says_unchanged_in_english():
    run("import", SAMPLE)
    result = run("import", SAMPLE, "--language", "en")
    assert "5 records, 0 new, 0 changed, 5 unchanged, 0 refused" in result.stdout


def test_a_broken_line_is_told_with_file_and_line_and_the_rest_imported(tmp_path):
    path = tmp_path / "hong.jsonl"
    path.write_text(Path(SAMPLE).read_text("utf-8") + "{oops\n", "utf-8")
    result = run("import", path)
    assert result.exit_code == 0
    assert "hong.jsonl:6: Không phải JSON hợp lệ" in result.stderr
    assert Procedure.objects.count() == 5


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path):
    result = run("import", tmp_path / "none.jsonl", SAMPLE)
    assert result.exit_code == 0
    assert "none.jsonl: không mở được tệp" in result.stderr
    assert Procedure.objects.count() == 5


@pytest.mark.parametrize("content", ["", "not json\n"])
def test_nothing_readable_ends_with_an_error(tmp_path, content):
    path = tmp_path / "a.jsonl"
    path.write_text(content)
    assert run("import", path).exit_code == 1


def test_show_prints_the_record_and_where_it_is_from():
    run("import", SAMPLE)
    shown = run("show", "9.900001").stdout
    assert shown.startswith("# 9.900001 v1 · national.jsonl · ")
    assert json.loads(shown.partition("\n")[2])["name"] == "Cấp giấy chứng nhận thử"


def test_show_of_an_unknown_code_is_refused():
    result = run("show", "9.999999")
    assert result.exit_code == 1
    assert "không có thủ tục mang mã 9.999999" in result.stderr


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_written_can_be_taken_back(tmp_path, form):
    run("import", SAMPLE)
    written = tmp_path / f"catalogue.{form}"
    assert run("export", "--format", form, "--output", written).exit_code == 0
    report = tmp_path / "report.json"
    assert run("import", written, "--report", report).exit_code == 0
    told = json.loads(report.read_text("utf-8"))
    assert (told["records"], told["imported"], told["refused"]) == (5, 5, 0)


def test_an_empty_catalogue_is_written_as_an_empty_list():
    assert json.loads(run("export", "--format", "json").stdout) == []
