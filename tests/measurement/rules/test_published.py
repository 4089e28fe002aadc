"""Reading published figures: what is printed and what is kept say the same, or are refused."""

from decimal import Decimal

import pytest

from motcua.kernel.definitions import DefinitionRefused
from motcua.measurement.rules import published

pytestmark = pytest.mark.once

FILE = """
code: 2022-05
title: Thử
period: 2022-05
source: {{publisher: Báo, about: Bài, on: 2022-06-23}}
tables:
  - code: visits
    group: visits
    league: ministries
    indicator: vis
    unit: {unit}
    title: Lượt
    figures:
      - {{name: A, agency: G18, value: "1200", printed: "{printed}", place: {place}}}
      - {{name: B, agency: G03, value: "300", printed: "300"}}
      - {{name: C, agency: G02, value: "300", printed: "300", place: lowest}}
"""


def read(printed="1.200", place="highest", unit="visits"):
    return published.read(
        FILE.format(printed=printed, place=place, unit=unit), name="published/2022-05.yaml"
    )


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("10.688.901", ["10688901"]),
        ("> 97,3%", ["97.3"]),
        ("721/1.086 = 66%", ["721", "1086", "66"]),
        ("20 + 63 = 83", ["20", "63", "83"]),
        ("62/63 (17 năm 2023)", ["62", "63", "17"]),
        ("1086", ["1086"]),
        ("cuối năm 2024", []),
        ("phần lớn", []),
    ],
)
def test_numbers_are_read_as_viet_nam_writes_them(printed, numbers):
    assert published.numbers_in(printed) == [Decimal(number) for number in numbers]


def test_a_file_gives_its_tables_with_what_the_table_says_for_all():
    table = read().table("visits")
    assert [one.indicator for one in table.figures] == ["vis"] * 3
    assert {one.unit for one in table.figures} == {"visits"}


@pytest.mark.parametrize(
    "wrong",
    [{"printed": "1.201"}, {"place": "lowest"}, {"place": "third"}, {"unit": "likes"}],
    ids=["another number", "no such rank", "unknown rank", "unknown unit"],
)
def test_what_does_not_fit_is_refused_with_its_place(wrong):
    with pytest.raises(DefinitionRefused) as refused:
        read(**wrong)
    assert refused.value.problems[0].file == "published/2022-05.yaml"
    assert refused.value.problems[0].line > 1


def test_facts_keep_shares_with_the_hundred_they_were_printed_with():
    visits = list(published.facts(read()))
    assert [one["metric"] for one in visits] == ["published_vis"] * 3
    assert (visits[0]["numerator"], visits[0]["denominator"]) == (1200.0, None)
    shares = list(published.facts(read(unit="percent")))
    assert (shares[0]["numerator"], shares[0]["denominator"]) == (1200.0, 100.0)
    assert {one["source"] for one in shares} == {"published:2022-05"}
