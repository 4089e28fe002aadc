"""Lets the harness empty tables that triggers protect, between tests that commit.

A plugin (`pytest_plugins` in conftest.py): for the time of a flush, and only then, the
triggers that forbid deleting are off.
"""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import TransactionTestCase

PROTECTED = (
    "journal_entry",
    "journal_seal",
    "evaluation_snapshot",
    "evaluation_publishedline",
)


@contextmanager
def triggers_off():
    """Take the triggers of protected tables away, and give them back afterwards."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = [row for row in cursor.fetchall() if row[0].startswith(PROTECTED)]
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            try:
                yield
            finally:
                for _, statement in triggers:
                    cursor.execute(statement)
        return
    with connection.cursor() as cursor:
        for table in PROTECTED:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        try:
            yield
        finally:
            for table in PROTECTED:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@pytest.fixture(autouse=True, scope="session")
def _flush_protected_tables():
    teardown = TransactionTestCase._fixture_teardown

    def patched(self):
        with triggers_off():
            teardown(self)

    TransactionTestCase._fixture_teardown = patched
    yield
    TransactionTestCase._fixture_teardown = teardown
