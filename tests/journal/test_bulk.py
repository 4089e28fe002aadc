"""Many facts at once stand as if each had been recorded by itself."""

import pytest
from django.db import transaction
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal.actions import OutsideTransaction, record, record_many, write_many
from motcua.journal.models import Delivery, Entry, Turn
from motcua.journal.queries import history


def boiled(number):
    return [KettleBoiled(subject=f"kettle:{n}", cups=n, note="ấm “Bát Tràng”\t\\N") for n in number]


@pytest.mark.django_db
def test_many_are_written_as_one_is():
    events = boiled(range(3))
    record(event=events[0], by=SOMEBODY, at=START)

    assert record_many(events=events, by=SOMEBODY, at=START) == 3

    alone, together = history("kettle:0")
    assert (together.payload, together.by, together.at) == (alone.payload, alone.by, alone.at)
    assert history("kettle:2")[0].payload["cups"] == 2
    assert Entry.objects.count() == 4


@pytest.mark.django_db
def test_everyone_who_listens_gets_all_of_them(registry):
    registry.listener("one", kinds=("test.kettle_boiled",))(print)
    record_many(events=boiled(range(3)), by=SOMEBODY, at=START)
    given = Delivery.objects.order_by("entry").values_list("entry__subject", "listener", "state")
    assert list(given) == [(f"kettle:{n}", "one", "waiting") for n in range(3)]


@pytest.mark.django_db
def test_numbers_go_on_after_many():
    record_many(events=boiled(range(5)), by=SOMEBODY, at=START)
    last = record(event=boiled([9])[0], by=SOMEBODY, at=START)
    assert last == max(Entry.objects.values_list("pk", flat=True))
    assert Entry.objects.count() == 6


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded():
    with pytest.raises(OutsideTransaction, match="kettle_boiled"):
        record_many(events=boiled(range(2)), by=SOMEBODY, at=START)
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_nothing_is_nothing():
    assert record_many(events=[], by=SOMEBODY, at=START) == 0
    assert write_many([]) == 0


@pytest.mark.django_db
def test_a_key_that_is_no_number_is_kept():
    with transaction.atomic():
        assert write_many([Turn(name="tea", due_at=START)]) == 1
    assert list(Turn.objects.values_list("name", "due_at")) == [("tea", START)]
