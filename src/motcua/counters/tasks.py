"""What the worker does for counters."""

from datetime import datetime, timedelta

from motcua.counters import actions
from motcua.identity.values import SYSTEM
from motcua.journal.ports import periodic


@periodic("counters.close_days", every=timedelta(hours=1))
def close_days(at: datetime) -> None:
    """Close what was left of earlier days."""
    actions.close_days(by=SYSTEM, at=at)


@periodic("counters.remind", every=timedelta(minutes=15))
def remind(at: datetime) -> None:
    """Remind of tomorrow's appointments."""
    actions.remind(by=SYSTEM, at=at)


@periodic("counters.erase", every=timedelta(hours=6))
def erase(at: datetime) -> None:
    """Erase names and telephone numbers that are no longer needed."""
    actions.erase(by=SYSTEM, at=at)
