"""`motcua measure indicators`: the same lines as a table, as CSV and as JSON."""

import csv
import json
import sys

import pytest
from click.testing import CliRunner
from tests.measurement import nasty_nation
from tests.measurement.memory_lake import MemoryLake

from motcua.cli.measure.indicators import COLUMNS, command

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def lake(monkeypatch: pytest.MonkeyPatch) -> None:
    made = MemoryLake(nasty_nation.rows())
    module = sys.modules["motcua.measurement.queries.figures"]
    monkeypatch.setattr(module, "the_lake", lambda: made)


def ran(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == code, done.output
    return done.output


def test_both_ways_come_out_the_same_in_every_shape() -> None:
    asked = ("USE2", "--period", "2026-Q1", "--way", "both")
    told = json.loads(ran(*asked, "--as", "json"))
    lines = list(csv.DictReader(ran(*asked, "--as", "csv").splitlines()))
    assert [each["key"] for each in told] == 2 * ["G01", "G09", "H01", "H26", "H44", ""]
    assert [tuple(each) for each in lines] == [COLUMNS] * len(told)
    assert [each["value"] for each in lines] == [str(each["value"]) for each in told]
    table = ran(*asked)
    for each in told:
        assert f"{each['value']:.2%}" in table


def test_without_a_code_all_are_listed() -> None:
    listed = ran("--language", "en")
    assert "sup1" in listed
    assert "Share of online services" in listed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("use2",), "--period is needed"),
        (("use2", "--period", "2026-13"), "Invalid value for --period"),
        (("use9", "--period", "2026"), "Không có chỉ tiêu nào mang mã “use9”"),
        (("vis", "--period", "2026", "--by", "procedure"), "không chia được theo “procedure”"),
    ],
)
def test_what_cannot_be_had_is_refused(arguments: tuple[str, ...], said: str) -> None:
    code = 2 if "Invalid" in said or "needed" in said else 1
    assert said in ran(*arguments, code=code)
