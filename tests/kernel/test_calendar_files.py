from datetime import date

import pytest
from tests.kernel.calendars import FOLDER, official

from motcua.kernel.calendar.files import read_tables, read_year
from motcua.kernel.definitions import DefinitionRefused

DAY = """year: 2028
days:
  - on: 2028-01-03
    kind: substitute
    name: nghỉ bù
    source: unconfirmed
"""


def test_every_year_from_2023_to_2027_is_there():
    assert official().table.years == frozenset(range(2023, 2028))


def test_a_day_is_official_only_with_its_decision():
    days = official().table.days.values()
    assert all(day.decision for day in days if day.official)
    unconfirmed = {day.on.year for day in days if not day.official}
    assert unconfirmed == {2026, 2027}


def test_the_swaps_are_known():
    table = official().table
    off = [date(2024, 4, 29), date(2025, 5, 2), date(2026, 1, 2), date(2026, 8, 31)]
    on = [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
    assert all(table.why_off(day) for day in off)
    assert not any(table.why_off(day) for day in on)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: substitute", "kind: sunny"),
        ("on: 2028-01-03", "on: 2028-02-30"),
        ("on: 2028-01-03", "on: 2027-01-04"),
        ("source: unconfirmed", "source: official"),
        ("kind: substitute", "kind: swapped_working"),
        ("year: 2028", "year: twenty"),
        ("    source: unconfirmed", "    source: unconfirmed\n    colour: red"),
    ],
)
def test_a_wrong_table_is_refused_with_its_file_and_line(old, new):
    with pytest.raises(DefinitionRefused, match=r"2028\.yaml:\d+: "):
        read_year(DAY.replace(old, new), name="2028.yaml")


def test_a_day_written_twice_is_refused():
    with pytest.raises(DefinitionRefused):
        read_year(DAY + DAY.partition("days:\n")[2], name="2028.yaml")


def test_tables_are_read_together():
    table = read_tables({"2028.yaml": DAY, **{p.name: p.read_text() for p in FOLDER.iterdir()}})
    assert table.why_off(date(2028, 1, 3)).vi == "nghỉ bù"
    assert len(table.years) == 6
