"""The lake that settings name, as queries read it."""

import time
from datetime import datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from motcua.measurement.models import lake
from motcua.measurement.models.lake import counting
from motcua.measurement.models.lake.files import Bucket
from motcua.measurement.values import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LOOKED_AGAIN = 5.0
"""Seconds until a bucket is asked again; each question costs a request over the network."""

NAMES = frozenset({*schemas.ROLLUPS, *schemas.COARSER, "supply", "declared"})

_asked: WeakKeyDictionary[lake.Lake, tuple[float, object, datetime | None]] = WeakKeyDictionary()


class Roll:
    """The roll-ups of a lake."""

    def __init__(self, of: lake.Lake) -> None:
        self.of = of

    def connection(self) -> "DuckDBPyConnection":
        """Give this thread's connection."""
        return self.of.connection()

    def names(self) -> frozenset[str]:
        """Name all: where there is nothing, a view is empty."""
        return NAMES

    def stamp(self) -> object:
        """Give what changes when roll-ups are written."""
        return self._look()[1]

    def counted_at(self) -> datetime | None:
        """Tell when the newest was written."""
        return self._look()[2]

    def _look(self) -> tuple[float, object, datetime | None]:
        known = _asked.get(self.of)
        bucket = isinstance(self.of.files, Bucket)
        if known is None or not bucket or time.monotonic() - known[0] > LOOKED_AGAIN:
            stamp, looked = self.of.files.stamp(counting.PATH), time.monotonic()
            if known is None or known[1] != stamp:
                known = (looked, stamp, self.of.counted_at())
                self.of.look_again()  # who knows the new stamp must not be answered from before
            known = (looked, *known[1:])
            _asked[self.of] = known
        return known


def the_lake() -> Roll:
    """Give the lake of `settings.LAKE`."""
    return Roll(lake.here())
