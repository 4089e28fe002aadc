"""Decisions about procedures that need nothing but their arguments."""
