"""Work done out of the reader's way."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from motcua.exchange import actions
from motcua.journal.actions import enqueue
from motcua.journal.ports import job, periodic
from motcua.journal.values import Json

BACKFILL = "exchange.backfill"


@job(BACKFILL, lease=timedelta(minutes=5))
def backfill(payload: Mapping[str, Json], at: datetime) -> None:
    """Walk the dossiers that were accepted before there was a store, and ask for the next part."""
    after = actions.backfill(after=int(str(payload["after"])), at=at)
    if after is not None:
        enqueue(job=BACKFILL, payload={"after": after}, due_at=at, key=f"after:{after}")


@periodic("exchange.begin_backfill", every=timedelta(days=1))
def begin_backfill(at: datetime) -> None:
    """Ask for the walk once in the life of a store of data."""
    enqueue(job=BACKFILL, payload={"after": 0}, due_at=at, key="after:0")
