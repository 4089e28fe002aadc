"""Work done out of the reader's way."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.documents import actions
from motcua.journal.ports import job
from motcua.journal.values import Json


@job(actions.PRINT_JOB)
def print_document(payload: Mapping[str, Json], at: datetime) -> None:  # noqa: ARG001 -- a job's shape
    """Print an issued document, once; printing again changes nothing."""
    actions.printed(key=UUID(str(payload["document"])))
