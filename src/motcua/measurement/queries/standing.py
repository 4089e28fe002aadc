"""What the lake says of itself."""

from datetime import datetime

from motcua.measurement.models import lake
from motcua.measurement.queries.lakes import the_lake


def provenance() -> str:
    """Say `measured`, `simulated`, `mixed` (both), or nothing when nothing was ever written."""
    return lake.here().provenance()


def counted_at() -> datetime | None:
    """Say when the newest roll-up was written; None when nothing was ever counted."""
    return the_lake().counted_at()
