"""What the worker does: drain deliveries and jobs, take turns at periodic entries, seal."""

from motcua.journal.tasks.lanes import Lane, drain, lanes
from motcua.journal.tasks.worker import Worker

__all__ = ["Lane", "Worker", "drain", "lanes"]
