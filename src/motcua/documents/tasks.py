"""Work done out of the reader's way."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from motcua.documents import actions
from motcua.journal.ports import job, periodic
from motcua.journal.values import Json


@job(actions.PRINT_JOB)
def print_document(payload: Mapping[str, Json], at: datetime) -> None:  # noqa: ARG001 -- a job's shape
    """Print an issued document, once; printing again changes nothing."""
    actions.printed(key=UUID(str(payload["document"])))


@job(actions.CHECK_JOB, lane="outside", lease=timedelta(minutes=3), attempts=60)
def check_file(payload: Mapping[str, Json], at: datetime) -> None:
    """Scan a file and make what is given out of it; while clamd is away this is tried again."""
    actions.check(key=UUID(str(payload["file"])), at=at)


@periodic("documents.sweep", every=timedelta(hours=1))
def sweep(at: datetime) -> None:
    """Ask again for checks that were given up, and let go of what came long ago."""
    actions.sweep(at=at)
    actions.forget_incoming(at=at)
