"""Dossiers of a demonstration at the ward of its officers, made by the real verbs of casework."""

from motcua.simulation.demonstration.telling import demonstration

__all__ = ["demonstration"]
