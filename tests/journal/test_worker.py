from datetime import timedelta

import pytest
from django.db import transaction
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal import actions, queries
from motcua.journal.actions import turns
from motcua.journal.models import Entry
from motcua.journal.rules.backoff import pause
from motcua.journal.tasks import Worker


@pytest.mark.django_db(transaction=True)
def test_a_worker_drains_seals_shows_life_and_ends_when_told(registry, clock):
    heard = []
    worker = Worker(name="w1", process=42, now=clock)

    def hear(something):
        heard.append(something)
        if len(heard) == 2:
            worker.stop()

    registry.listener("ear", kinds=("test.kettle_boiled",))(lambda entry: hear(entry.number))
    registry.periodic("test.tick", every=timedelta(minutes=1))(hear)

    record_one()
    worker.run()
    number = Entry.objects.values_list("pk", flat=True).get()
    assert sorted(heard, key=str) == sorted([number, START], key=str)
    assert queries.verify().unsealed == 0
    (seen,) = queries.workers()
    assert (seen.name, seen.process, seen.seen_at, seen.done) == ("w1", 42, START, 1)


def record_one():
    with transaction.atomic():
        actions.record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)


@pytest.mark.django_db(transaction=True)
def test_a_lane_never_ends_unseen(registry, clock, monkeypatch):
    worker = Worker(name="w1", process=42, now=clock)

    def broken():
        raise LookupError("a fault in the lane itself")

    monkeypatch.setattr(worker._lanes[0], "turn", broken)
    with pytest.raises(LookupError):
        worker.run()


@pytest.mark.django_db
def test_one_worker_at_a_time_takes_a_turn():
    every = timedelta(minutes=1)
    turn = lambda at: turns.take_turn(name="test.tick", every=every, at=at)  # noqa: E731 -- short
    assert [turn(START), turn(START)] == [True, False]
    assert [turn(START + every), turn(START + every)] == [True, False]


@pytest.mark.once
def test_pauses_double_up_to_an_hour():
    assert [pause(n).total_seconds() for n in (1, 2, 3, 11, 12, 99)] == [2, 4, 8, 2048, 3600, 3600]
