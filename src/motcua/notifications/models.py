"""Rows that only this package may touch."""
