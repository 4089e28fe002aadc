"""Rows that only this package may touch."""

from motcua.procedures.models.catalogue import Procedure, ProcedureVersion, UnreadableLine

__all__ = ["Procedure", "ProcedureVersion", "UnreadableLine"]
