import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.measurement.rules import ranking
from motcua.measurement.values import Better
from motcua.measurement.values.reading import Figure


def share(key: str, numerator: int, denominator: int) -> Figure:
    value = numerator / denominator if denominator else None
    return Figure(key, numerator, denominator, value, "" if denominator else "denominator_zero")


TABLE = [
    share("H05", 1, 4),
    share("H04", 0, 0),
    share("H03", 2, 6),
    share("H02", 1, 3),
    share("H01", 1, 2),
    share("G09", 0, 0),
]


@pytest.mark.parametrize(
    ("better", "expected"),
    [
        (Better.MORE, [(1, "H01"), (2, "H02"), (2, "H03"), (4, "H05")]),
        (Better.LESS, [(1, "H05"), (2, "H02"), (2, "H03"), (4, "H01")]),
    ],
)
def test_equals_share_a_rank_and_no_value_comes_last(
    better: Better, expected: list[tuple[int | None, str]]
) -> None:
    found = [(rank, each.key) for rank, each in ranking.ranked(TABLE, better)]
    assert found == [*expected, (None, "G09"), (None, "H04")]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_a_rank_is_one_more_than_those_that_are_better(pairs: list[tuple[int, int]]) -> None:
    figures = [share(f"H{n:02}", one, other) for n, (one, other) in enumerate(pairs)]
    worth = [ranking.worth(each) for each in figures]
    found = ranking.ranks(figures, Better.MORE)
    for each, mine in zip(figures, worth, strict=True):
        ahead = sum(1 for one in worth if one is not None and mine is not None and one > mine)
        assert found.get(each.key) == (None if mine is None else ahead + 1)
