"""What the worker does for notifications."""

from datetime import datetime, timedelta
from typing import Any

from motcua.journal.ports import job
from motcua.notifications.actions import ATTEMPTS, DELIVER, deliver


@job(DELIVER, lane="outside", lease=timedelta(minutes=2), attempts=ATTEMPTS)
def deliver_message(payload: dict[str, Any], at: datetime) -> None:
    """Hand a message to its gateway."""
    deliver(key=payload["message"], at=at)
