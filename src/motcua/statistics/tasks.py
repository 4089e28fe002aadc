"""What the worker does for statistics."""

from datetime import datetime, timedelta

from motcua.journal.ports import periodic
from motcua.statistics import actions


@periodic("statistics.count", every=timedelta(minutes=10))
def count(at: datetime) -> None:
    """Count the months that are due."""
    actions.count_what_is_due(at)
