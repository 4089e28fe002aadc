"""`motcua measure reproduce`: what was printed, printed again."""

import csv

import pytest
from click.testing import CliRunner

from motcua.cli.measure.reproduce import command
from motcua.measurement import queries

pytestmark = pytest.mark.once


def said(*words, code=0):
    done = CliRunner().invoke(command, [*words, "--no-load"], env={"COLUMNS": "200"})
    assert done.exit_code == code, done.output
    return done.output


@pytest.mark.parametrize("code", ["2022-05", "2023-03", "2024-03", "2024-07"])
def test_every_figure_stands_on_the_line_of_its_name(code):
    lines = said(code).splitlines()
    for table in queries.published(code).tables:
        assert any(table.title.vi in line for line in lines)
        for one in table.figures:
            assert any(one.name.vi in line and f" {one.printed} " in line for line in lines), one


def test_ranks_are_named_only_where_the_source_tells_them():
    lines = said("2022-05").splitlines()
    words = ("Cao nhất", "Thấp thứ ba", "Thấp nhất")
    ranked = [line for line in lines if any(word in line for word in words)]
    assert len(ranked) == 10
    assert any("Cao nhất" in line and "Bộ Ngoại giao" in line and "100%" in line for line in ranked)


def test_the_sheet_has_every_figure():
    rows = list(csv.DictReader(said("2022-05", "--csv").splitlines()))
    by_name = {(row["table"], row["name"]): row for row in rows}
    highest = by_name["visits-ministries", "Bộ Y tế"]
    assert (highest["value"], highest["printed"]) == ("10688901", "10.688.901")
    assert (highest["place"], highest["league"], highest["agency"]) == (
        *("highest", "ministries", "G18"),
    )
    assert len(rows) == sum(len(t.figures) for t in queries.published("2022-05").tables)


def test_codes_are_listed_and_others_refused():
    assert [line.split()[0] for line in said("--list").splitlines()] == list(
        queries.published_codes()
    )
    assert "2022-05" in said("1999-01", code=1)
