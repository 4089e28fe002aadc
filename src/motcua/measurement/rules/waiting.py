"""Percentiles of waiting times, exact to the hour, from a histogram."""

import math
from collections.abc import Iterable, Mapping

from motcua.measurement.values.quality import Funnel, Step, Waits

FEWEST = 20
"""Fewer people at a step tell nothing about where people give up."""


def percentile(histogram: Mapping[int, int], share: float) -> int | None:
    """Give the hours within which `share` (0…1] were settled (nearest rank); None of none."""
    number = sum(histogram.values())
    if not number:
        return None
    wanted, seen = max(1, math.ceil(round(share * number, 9))), 0
    for hours in sorted(histogram):
        seen += histogram[hours]
        if seen >= wanted:
            return hours
    raise AssertionError("unreachable: the parts of a histogram add up")


def waits(histogram: Mapping[int, int], *, in_time: int, judged: int) -> Waits:
    """Give the percentiles of a histogram of hours, and the share that kept its time."""
    return Waits(
        dossiers=sum(histogram.values()),
        p50=percentile(histogram, 0.50),
        p75=percentile(histogram, 0.75),
        p90=percentile(histogram, 0.90),
        p95=percentile(histogram, 0.95),
        within=in_time / judged if judged else None,
        histogram=tuple(sorted((hours, n) for hours, n in histogram.items() if n)),
    )


def funnel(steps: Iterable[Step]) -> Funnel:
    """Put steps in order and find where most people give up.

    That is the step with the most who left among those that at least 20 people opened; who
    leaves at the last step has seen everything and still did not submit.
    """
    ordered = tuple(sorted(steps, key=lambda step: (step.number, step.name)))
    known = [step for step in ordered if step.entered >= FEWEST and step.left]
    worst = max(known, key=lambda step: (step.left, -step.number), default=None)
    return Funnel(ordered, worst)
