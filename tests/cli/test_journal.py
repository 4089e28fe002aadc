import pytest
from click.testing import CliRunner
from django.db import connection
from tests.flush import triggers_off
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.cli.journal import command
from motcua.journal import actions, ports
from motcua.journal.actions import turns
from motcua.journal.models import Delivery
from motcua.journal.queries import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(monkeypatch):
    """One sealed entry, whose delivery to the listener `ear` lies dead."""
    heard = ports.Listener("ear", frozenset({KettleBoiled.kind}), print)
    monkeypatch.setitem(ports.listeners, "ear", heard)
    number = actions.record(
        event=KettleBoiled(subject="kettle:1", note="sôi"), by=SOMEBODY, at=START
    )
    actions.seal(at=START)
    Delivery.objects.create(
        entry_id=number, listener="ear", state="dead", next_try_at=START, problem="đứt dây"
    )
    return number


def motcua_journal(*words, status=0):
    done = CliRunner().invoke(command, words)
    assert done.exit_code == status, done.output
    return done.output


def test_verify_says_that_all_is_intact_and_where_the_chain_ends(entry):
    said = motcua_journal("verify")
    assert "1 entries under 1 seals, 0 not sealed yet" in said
    assert f"intact; head {verify().head}" in said
    assert "intact" in motcua_journal("verify", "--head", verify().head)


def test_verify_names_the_first_broken_entry_in_both_languages(entry):
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with triggers_off():
        connection.cursor().execute("UPDATE journal_entry SET kind = 'x'")
    said = motcua_journal("verify", status=1)
    assert f"BROKEN: Entry {entry} was altered" in said
    assert f"Mục {entry} đã bị sửa" in said


def test_history_tells_what_happened(entry):
    said = motcua_journal("history", "kettle:1")
    assert f"{entry} 2026-01-05 02:00:00Z test.kettle_boiled by account Nguyễn Thị An" in said
    assert '"note": "sôi"' in said


def test_lag_tells_how_far_the_worker_is(entry):
    turns.beat(name="w1", process=42, started_at=START, done=7, at=START)
    said = motcua_journal("lag")
    assert "0 due, the oldest for 0.0 s; 1 dead" in said
    assert "worker w1: seen" in said
    assert "process 42, 7 done" in said


def test_the_dead_are_listed_and_revived(entry):
    assert "đứt dây" in motcua_journal("deliveries")
    assert "nothing is waiting" in motcua_journal("deliveries", "--state", "waiting")
    assert "1 due again" in motcua_journal("retry", "ear")
    assert "nothing is dead" in motcua_journal("deliveries")


def test_replay_gives_a_listener_what_it_never_had(entry):
    assert "0 deliveries added" in motcua_journal("replay", "ear")
    Delivery.objects.all().delete()
    assert "1 deliveries added" in motcua_journal("replay", "ear")
    assert "No listener is called 'nobody'" in motcua_journal("replay", "nobody", status=1)
