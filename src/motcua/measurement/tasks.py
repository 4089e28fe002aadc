"""What the worker does for measurement."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from motcua.journal.actions import enqueue
from motcua.journal.ports import job, periodic
from motcua.journal.values import Json
from motcua.measurement import actions
from motcua.measurement.actions import importing

COMPACT = "measurement.compact"
EVERY = timedelta(minutes=2)


@job(COMPACT, lane="long", lease=timedelta(hours=1))
def compact(_payload: Mapping[str, Json], at: datetime) -> None:
    """Take the spool into the lake; where another process is at it, leave it to that one.

    It may be killed at any moment and is then done again.
    """
    actions.compact(at=at, patient=False)


@periodic("measurement.ask_to_compact", every=EVERY)
def ask_to_compact(at: datetime) -> None:
    """Ask for a compaction, and clear away what it needs no more."""
    actions.tidy(at=at)
    importing.forget_salts(at=at)
    enqueue(job=COMPACT, payload={}, due_at=at, key=f"{at:%Y-%m-%dT%H:%M}")


@periodic("measurement.keep_house", every=timedelta(minutes=5))
def keep_house(at: datetime) -> None:
    """Destroy the salts of days that are over; see that collectors know of every site."""
    actions.destroy_salts(at=at)
    actions.publish_sites()
