"""Verbs of evaluation."""
