"""Times measured more than once: the middle, and how far apart they lie."""

from collections.abc import Sequence
from statistics import median as middle


def median(times: Sequence[float]) -> float:
    """Give the middle of the times; 0 where there are none."""
    return middle(times) if times else 0.0


def spread(times: Sequence[float]) -> float:
    """Give the distance between the least and the most."""
    return max(times) - min(times) if times else 0.0


def percentile(times: Sequence[float], share: float) -> float:
    """Give the time that `share` (0…1) of all do not exceed (nearest rank); 0 where none."""
    if not times:
        return 0.0
    rank = max(1, -(-len(times) * round(share * 100) // 100))
    return sorted(times)[min(rank, len(times)) - 1]


def settled(times: Sequence[float], *, within: float = 0.1) -> bool:
    """Say whether at least two times lie so close together that a third would tell no more."""
    return len(times) >= 2 and spread(times) <= within * median(times)
