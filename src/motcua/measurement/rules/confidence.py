"""How sure a share is that was found by asking some of many."""

import math

from motcua.measurement.values.reading import Interval

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: intervals hold 95 times in 100."""


def wilson(satisfied: int, rated: int) -> tuple[float, float] | None:
    """Give the 95 % interval of a share by Wilson (JASA 22, 1927); None where nobody answered."""
    if not 0 <= satisfied <= rated:
        raise ValueError(f"{satisfied} of {rated}")
    if not rated:
        return None
    share, squared = satisfied / rated, Z * Z
    middle = (share + squared / (2 * rated)) / (1 + squared / rated)
    spread = (
        Z
        * math.sqrt(share * (1 - share) / rated + squared / (4 * rated * rated))
        / (1 + squared / rated)
    )
    low = 0.0 if satisfied == 0 else min(share, middle - spread)
    high = 1.0 if satisfied == rated else max(share, middle + spread)
    return low, high


def interval(*, satisfied: int, rated: int, asked: int) -> Interval:
    """Give a satisfied share with its interval and how many were asked, at least who answered.

    Where nobody told that anybody was asked, that stays unknown: 0.
    """
    bounds = wilson(satisfied, rated)
    low, high = bounds or (None, None)
    return Interval(
        share=satisfied / rated if rated else None,
        low=low,
        high=high,
        satisfied=satisfied,
        rated=rated,
        asked=max(asked, rated) if asked else 0,
    )
