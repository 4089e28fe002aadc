"""Ranking: equal values share a rank and leave a gap, no value no rank."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from motcua.measurement.values.cards import Better
from motcua.measurement.values.reading import Figure


def worth(figure: Figure) -> Fraction | None:
    """Give a value exactly, so that 1 of 3 equals 2 of 6; None for no value.

    Where a rule set the value (a denominator of zero), the value itself is taken.
    """
    if figure.value is None or figure.numerator is None:
        return None
    if not figure.denominator:
        return Fraction(figure.value)
    return Fraction(figure.numerator) / Fraction(figure.denominator)


def ranked(figures: Sequence[Figure], better: Better) -> list[tuple[int | None, Figure]]:
    """Rank 1, 2, 2, 4, best first, by key among equals; those without a value come last."""
    sign = 1 if better is Better.LESS else -1
    valued = sorted(
        (sign * exact, each.key, each) for each in figures if (exact := worth(each)) is not None
    )
    found: list[tuple[int | None, Figure]] = []
    rank, last = 0, None
    for place, (exact, _, each) in enumerate(valued, start=1):
        if exact != last:
            rank, last = place, exact
        found.append((rank, each))
    without = sorted((each for each in figures if worth(each) is None), key=lambda each: each.key)
    return [*found, *((None, each) for each in without)]


def ranks(figures: Sequence[Figure], better: Better) -> Mapping[str, int]:
    """Give the rank of each key that has one."""
    return {each.key: rank for rank, each in ranked(figures, better) if rank is not None}
