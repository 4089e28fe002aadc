import pytest
from django.db import connection
from tests.flush import triggers_off
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal.actions import record, seal
from motcua.journal.models import Entry, Seal
from motcua.journal.queries import verify
from motcua.journal.rules import chain

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbers():
    """Seven entries under three seals, and one that is not sealed yet."""
    numbers = [
        record(event=KettleBoiled(subject=f"kettle:{n}", cups=n), by=SOMEBODY, at=START)
        for n in range(7)
    ]
    while seal(at=START, limit=3):
        pass
    record(event=KettleBoiled(subject="kettle:8"), by=SOMEBODY, at=START)
    return numbers


def tamper(statement, *values):
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount


def test_an_untouched_journal_verifies(numbers):
    told = []
    found = verify(told=lambda done, total: told.append((done, total)))
    assert (found.ok, found.problem) == (True, None)
    assert (found.sealed, found.unsealed, found.seals) == (7, 1, 3)
    assert found.head == Seal.objects.get(number=3).digest
    assert told == [(3, 7), (6, 7), (7, 7)]


def test_an_empty_journal_verifies():
    assert verify().ok


@pytest.mark.parametrize(
    "change",
    ["payload = '{\"cups\": 99}'", "actor_name = 'Ai đó'", "at = '2026-01-05 02:00:01+00:00'"],
)
def test_a_changed_entry_is_named(numbers, change):
    tamper(f"UPDATE journal_entry SET {change} WHERE id = %s", numbers[4])
    problem = verify().problem
    assert problem.en == f"Entry {numbers[4]} was altered after it was sealed (seal 2)."


def test_the_first_of_two_changed_entries_is_named(numbers):
    tamper("UPDATE journal_entry SET kind = 'x' WHERE id IN (%s, %s)", numbers[1], numbers[6])
    assert verify().problem.en.startswith(f"Entry {numbers[1]} was altered")


def test_a_removed_entry_is_named(numbers):
    tamper("DELETE FROM journal_entry WHERE id = %s", numbers[2])
    assert verify().problem.en == f"Entry {numbers[2]} is missing (seal 1)."


def test_an_entry_taken_from_its_seal_is_named(numbers):
    tamper("UPDATE journal_entry SET seal_id = NULL WHERE id = %s", numbers[2])
    assert verify().problem.en == f"Entry {numbers[2]} is missing (seal 1)."


def test_an_entry_slipped_in_is_named(numbers):
    late = Entry.objects.get(seal=None)
    tamper("UPDATE journal_entry SET seal_id = 1 WHERE id = %s", late.pk)
    assert verify().problem.en == f"Entry {late.pk} was slipped under seal 1."


def test_a_changed_manifest_is_found(numbers):
    tamper("UPDATE journal_seal SET manifest = replace(manifest, '2026', '2025') WHERE number = 2")
    assert verify().problem.en == "Seal 2 was altered: its digest does not fit its manifest."


def test_a_seal_made_anew_breaks_the_chain(numbers):
    text = Seal.objects.get(number=2).manifest.replace("2026", "2025")
    tamper(
        "UPDATE journal_seal SET manifest = %s, digest = %s WHERE number = 2",
        text,
        chain.seal_digest(text),
    )
    assert verify().problem.en == "Seal 3 does not follow the seal before it."


def test_a_removed_seal_is_found(numbers):
    tamper("DELETE FROM journal_entry WHERE seal_id = 2")
    tamper("DELETE FROM journal_seal WHERE number = 2")
    assert verify().problem.en == "Seal 2 is missing."


def test_an_end_cut_off_shows_against_a_head_written_down(numbers):
    head = verify().head
    tamper("DELETE FROM journal_entry WHERE seal_id = 3")
    tamper("DELETE FROM journal_seal WHERE number = 3")
    assert verify().ok
    assert "no longer in the chain" in verify(head=head).problem.en


def test_numbers_that_commit_late_are_sealed_later(numbers):
    """On PostgreSQL a lower number may appear after a higher one was sealed."""
    late = Entry.objects.get(seal=None)
    tamper("UPDATE journal_entry SET id = -5 WHERE id = %s", late.pk)
    assert seal(at=START) == 1
    assert verify().ok
    assert Entry.objects.get(pk=-5).seal_id == 4
