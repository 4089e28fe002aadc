"""Casework: a dossier from draft to returned result.

Read actions.py first: its verbs are the life of a dossier."""
