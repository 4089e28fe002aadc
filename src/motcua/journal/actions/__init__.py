"""Verbs of the journal: record a fact, ask for a job, seal, replay."""

from motcua.journal.actions.bulk import write_many
from motcua.journal.actions.record import (
    JobUnknown,
    OutsideTransaction,
    enqueue,
    hold,
    record,
    record_many,
)
from motcua.journal.actions.replay import ListenerUnknown, replay, retry_dead
from motcua.journal.actions.seal import seal

__all__ = [
    "JobUnknown",
    "ListenerUnknown",
    "OutsideTransaction",
    "enqueue",
    "hold",
    "record",
    "record_many",
    "replay",
    "retry_dead",
    "seal",
    "write_many",
]
