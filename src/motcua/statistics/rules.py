"""Authority time and its percentiles: pure arithmetic."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from motcua.kernel.calendar import WorkingCalendar
from motcua.statistics.values import Figures
from motcua.workflow.values import Clock

STEP = 1.1
"""Ratio of a bucket's bounds: a percentile read from it is at most 5 % off."""
SMALLEST = 1 / 60
"""Hours: what is shorter than a minute counts as a minute."""


def authority_time(clock: Clock, finished_at: datetime, calendar: WorkingCalendar) -> timedelta:
    """Give the working time a dossier lay with the authority, from acceptance to `finished_at`.

    While the applicant or somebody else was waited for, the clock stood still; that time is left
    out, whether the limit went on afterwards or was counted again.
    """
    spent, since = timedelta(), clock.started_at
    for pause in clock.pauses:
        if pause.began_at >= finished_at:
            break
        spent += max(calendar.worked_time(since, pause.began_at), timedelta())
        since = finished_at if pause.ended_at is None else min(pause.ended_at, finished_at)
    return spent + max(calendar.worked_time(since, finished_at), timedelta())


def bucket(hours: float) -> int:
    """Give the bucket of a duration: bucket n holds up to SMALLEST · STEP**n hours."""
    return max(0, math.ceil(math.log(max(hours, SMALLEST) / SMALLEST, STEP) - 1e-9))


def percentile(histogram: Mapping[int, int], share: float) -> float | None:
    """Give the hours within which `share` (0…1] of the dossiers were settled; None for none."""
    number = sum(histogram.values())
    if not number:
        return None
    wanted, seen = math.ceil(share * number), 0
    for index in sorted(histogram):
        seen += histogram[index]
        if seen >= wanted:
            return SMALLEST * STEP**index * (1 + 1 / STEP) / 2 if index else SMALLEST
    raise AssertionError("unreachable: the shares of a histogram add up")


def added(parts: Iterable[Figures]) -> Figures:
    """Add figures up."""
    sums, hours = Counter[str](), Counter[int]()
    for part in parts:
        for name in _COUNTS:
            sums[name] += getattr(part, name)
        hours.update(part.hours)
    return Figures(**sums, hours=dict(hours))


_COUNTS = ("received", "early", "on_time", "late", "unjudged", "refused", "stopped")
