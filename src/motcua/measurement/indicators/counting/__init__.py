"""Pieces that indicators share: keys, sums, who counts as online, services.

A service is a procedure at a top agency: the pair (`top`, `procedure`), offered by whichever
agencies below. Nothing here imports Ibis before an expression is made.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from motcua.measurement.indicators.counting.keys import (
    KEYS,
    SUPPLY,
    TIMES,
    keyed,
    nothing,
    stacked,
    total,
    totals,
)
from motcua.measurement.indicators.counting.online import RATING, TYPED_BY, full, online
from motcua.measurement.indicators.counting.services import (
    FULL,
    ONLINE,
    ranked,
    shares,
    supplied,
    together,
)

if TYPE_CHECKING:
    from ibis.expr.types import Table

    Tables = Mapping[str, Table]

__all__ = [
    "FULL",
    "KEYS",
    "ONLINE",
    "RATING",
    "SUPPLY",
    "TIMES",
    "TYPED_BY",
    "full",
    "keyed",
    "nothing",
    "online",
    "ranked",
    "shares",
    "stacked",
    "supplied",
    "together",
    "total",
    "totals",
]
