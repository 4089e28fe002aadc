"""Our own portal as a site of the measurement."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from motcua.measurement.models.snapshot import Snapshot
from motcua.measurement.rules.answering import OWN


def own_site() -> int:
    """Give the number our own pages send with; 0 while it is not registered."""
    snapshot = _snapshot(Path(settings.MEASUREMENT))
    snapshot.look()
    return OWN if OWN in snapshot.sites else 0


@lru_cache(maxsize=1)
def _snapshot(folder: Path) -> Snapshot:
    return Snapshot(folder)
