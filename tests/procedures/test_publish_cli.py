"""`motcua library`, as one types it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings

from motcua.cli import main

HERE = Path(__file__).parents[2]


@pytest.fixture
def library(tmp_path, monkeypatch):
    """A library of one's own to change, with one procedure."""
    copy = tmp_path / "library"
    others = ("territory", "search", "catalogue", "1.*", "9.*", "2.000986")
    shutil.copytree(HERE / "library", copy, ignore=shutil.ignore_patterns(*others))
    monkeypatch.setattr(settings, "LIBRARY", copy)
    return copy


def _run(*arguments):
    done = CliRunner().invoke(main, ["library", *map(str, arguments)])
    return done.exit_code, done.output


def _change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.once
def test_check_says_what_was_read(library):
    code, output = _run("check")
    assert code == 0
    assert output.startswith("2.000635 v1: ")
    assert "✓" in output


@pytest.mark.once
def test_check_tells_every_problem_by_file_and_line(library):
    _change(library / "procedures/2.000635/v1/fees.yaml", "amount: 8000", "amount: 9000")
    code, output = _run("check", library / "procedures/2.000635/v1")
    assert code == 1
    assert "library/procedures/2.000635/v1/scenarios.yaml:16: kịch bản" in output
    assert "phải nộp 9.000 đ, kịch bản chờ 8.000 đ" in output
    english = _run("check", "--language", "en")[1]
    assert "9.000 đ is owed, 8.000 đ was expected" in english


@pytest.mark.once
def test_check_of_no_folder_fails(library):
    code, output = _run("check", library / "nowhere")
    assert code == 1
    assert "không phải thư mục của một phiên bản" in output


@pytest.mark.once
def test_scenarios_are_told_one_by_one(library):
    code, output = _run("scenarios")
    assert code == 0
    assert output.count("✓ 2.000635 v1: ") == 11
    _change(library / "procedures/2.000635/v1/scenarios.yaml", "fee: 40000", "fee: 1")
    code, output = _run("scenarios")
    assert code == 1
    assert "✗ 2.000635 v1: Năm bản sao" in output


@pytest.mark.django_db
def test_publish_tells_what_is_new(library):
    assert _run("publish")[1].endswith(" +\n")
    code, output = _run("publish", library / "procedures/2.000635/v1")
    assert code == 0
    assert output.endswith(" =\n")
    _change(library / "procedures/2.000635/v1/procedure.yaml", "level: full", "level: partial")
    code, output = _run("publish")
    assert code == 1
    assert "v2" in output


@pytest.mark.once
def test_draw_writes_what_is_stale_and_check_only_tells(library, tmp_path):
    folder = tmp_path / "workflows"
    assert _run("draw", "--check", "--output", folder)[0] == 1
    assert not folder.exists()
    assert _run("draw", "--output", folder)[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "2.000635-v1.md",
        "campaigns.md",
        "states.md",
    ]
    assert _run("draw", "--check", "--output", folder)[0] == 0
    (folder / "9.999999-v1.md").write_text("cũ", "utf-8")
    _change(folder / "states.md", "submitted", "nộp")
    code, output = _run("draw", "--check", "--output", folder)
    assert code == 1
    assert "states.md" in output
    assert "9.999999-v1.md" in output
    assert _run("draw", "--output", folder)[0] == 0
    assert _run("draw", "--check", "--output", folder)[0] == 0


@pytest.mark.once
def test_the_drawings_in_the_repository_are_not_stale():
    code, output = _run("draw", "--check", "--output", HERE / "docs/reference/workflows")
    assert (code, output) == (0, "")
