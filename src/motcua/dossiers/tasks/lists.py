"""Work on lists out of the reader's way: files, moves on many dossiers, files that expire."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from motcua.dossiers.actions import bulk, exporting
from motcua.identity.values import SYSTEM
from motcua.journal.ports import job, periodic
from motcua.journal.values import Json


@job(exporting.EXPORT_JOB, lane="long", lease=timedelta(minutes=10), attempts=3)
def write_export(payload: Mapping[str, Json], at: datetime) -> None:
    """Write a list as a file; written anew when a worker died over it."""
    exporting.write_export(key=UUID(str(payload["export"])), at=at)


@job(bulk.BULK_JOB)
def go_on_in_bulk(payload: Mapping[str, Json], at: datetime) -> None:
    """Move some of the dossiers of a run."""
    bulk.go_on(key=UUID(str(payload["run"])), at=at)


@periodic("dossiers.expire_exports", every=timedelta(hours=1))
def expire_exports(at: datetime) -> None:
    """Remove files whose time is over."""
    exporting.expire_exports(by=SYSTEM.actor, at=at)
