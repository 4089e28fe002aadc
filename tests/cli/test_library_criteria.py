"""`motcua library`: sets of criteria are checked and drawn with everything else."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.evaluation.judged import LIBRARY

from motcua.cli import criteria, library

pytestmark = pytest.mark.once


def ran(*arguments: str | Path) -> Result:
    return CliRunner().invoke(library.command, [str(each) for each in arguments])


def test_the_sets_of_the_library_are_right() -> None:
    done = ran("check", LIBRARY / "criteria")
    assert done.exit_code == 0, done.output
    assert "qd-473/2024-placeholder: " in done.output
    assert "wcag-2.2/aa: " in done.output


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("points: 6\n", "points: 7\n", "add up to 31 points"),
        ("privacy.notice]", "privacy.notise]", "did you mean “privacy.notice”?"),
        ("code: TB.1", "code: [", "YAML"),
    ],
)
def test_a_set_that_does_not_stand_is_told_by_its_line(
    tmp_path: Path, wrong: str, right: str, told: str
) -> None:
    path = tmp_path / "2026.yaml"
    text = (LIBRARY / "criteria/privacy/2026.yaml").read_text("utf-8")
    path.write_text(text.replace(wrong, right, 1), "utf-8")
    done = ran("check", path, "--language", "en")
    assert done.exit_code == 1
    assert f"{path}:" in done.output
    assert told in done.output


def test_the_drawn_pages_are_those_of_the_library() -> None:
    """`motcua library draw --check` asks this of workflows too, which takes long."""
    place = LIBRARY.parent / "docs/reference/criteria"
    pages = dict(criteria.pages("vi"))
    assert len(pages) == 6
    assert library._drawn(place, pages, only_check=True) == []


def test_a_stale_page_is_named_and_drawn_anew(tmp_path: Path) -> None:
    pages = dict(criteria.pages("vi"))
    (tmp_path / "privacy-2026.md").write_text("cũ", "utf-8")
    (tmp_path / "gone.md").write_text("cũ", "utf-8")
    stale = library._drawn(tmp_path, pages, only_check=True)
    assert {path.name for path in stale} == {*pages, "gone.md"}
    assert (tmp_path / "gone.md").exists()
    assert library._drawn(tmp_path, pages, only_check=False) == stale
    assert (tmp_path / "privacy-2026.md").read_text("utf-8").startswith("# Personal data on")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(pages)
