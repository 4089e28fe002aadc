"""What looking costs, for those who ask the engine for it."""

from motcua.evaluation.probes.costs import family, memory, seconds

__all__ = ["family", "memory", "seconds"]
