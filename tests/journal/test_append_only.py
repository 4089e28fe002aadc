import pytest
from django.db import DatabaseError, connection, transaction
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal.actions import record, seal
from motcua.journal.models import Entry, Seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed_entry():
    number = record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
    seal(at=START)
    return Entry.objects.get(pk=number)


def refused(statement):
    with (
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match=r"journal|append-only"),
        transaction.atomic(),
    ):
        cursor.execute(statement)
    return True


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'x'",
        "subject = 'x'",
        "payload = '{}'",
        "actor_kind = 'system'",
        "actor_key = 'x'",
        "actor_name = 'x'",
        "at = '2020-01-01 00:00:00+00:00'",
        "id = 77",
        "seal_id = NULL",
    ],
)
def test_no_column_of_an_entry_changes(sealed_entry, change):
    assert refused(f"UPDATE journal_entry SET {change}")


def test_a_column_cannot_change_while_sealing():
    record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
    Seal.objects.create(number=1, previous="0", digest="1", entries=1, sealed_at=START)
    assert refused("UPDATE journal_entry SET seal_id = 1, kind = 'x'")


def test_no_entry_is_deleted(sealed_entry):
    assert refused("DELETE FROM journal_entry")


@pytest.mark.parametrize(
    "statement", ["UPDATE journal_seal SET digest = 'x'", "DELETE FROM journal_seal"]
)
def test_no_seal_changes_or_goes(sealed_entry, statement):
    assert refused(statement)


def test_no_table_is_truncated(sealed_entry):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no TRUNCATE; DELETE is refused above")
    assert refused("TRUNCATE journal_entry CASCADE")
