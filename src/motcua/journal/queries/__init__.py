"""What can be asked of the journal."""

from motcua.journal.queries.entries import history, latest
from motcua.journal.queries.standing import lag, undone, workers
from motcua.journal.queries.verification import verify

__all__ = ["history", "lag", "latest", "undone", "verify", "workers"]
