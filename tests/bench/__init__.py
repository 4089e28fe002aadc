"""Measures CPU time per operation on PostgreSQL: `python -m tests.bench`."""
