"""What the worker does for the observatory."""

from datetime import datetime, timedelta

from motcua.journal.ports import periodic
from motcua.observatory import supplied, telling


@periodic("observatory.declare_supply", every=timedelta(hours=6))
def declare_supply(at: datetime) -> None:
    """Tell measurement what can be applied for here, where that has changed."""
    supplied.declare_own(at)


@periodic("observatory.tell_heads", every=timedelta(hours=6))
def tell_heads(at: datetime) -> None:
    """Write to heads of agencies at the month's start."""
    telling.tell_heads(at)
