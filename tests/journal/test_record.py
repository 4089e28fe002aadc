import pytest
from django.db import connection, transaction
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal.actions import JobUnknown, OutsideTransaction, enqueue, record, record_many
from motcua.journal.models import Delivery, Entry, Job
from motcua.journal.ports import NameTaken
from motcua.journal.queries import history
from motcua.journal.values import Entry as EntryValue


@pytest.mark.django_db
def test_an_entry_says_what_happened_who_did_it_and_when():
    number = record(event=KettleBoiled(subject="kettle:1", cups=2), by=SOMEBODY, at=START)
    assert history("kettle:1") == (
        EntryValue(
            number=number,
            kind="test.kettle_boiled",
            subject="kettle:1",
            payload={"cups": 2, "note": ""},
            by=SOMEBODY,
            at=START,
        ),
    )


@pytest.mark.django_db
def test_history_gives_one_subject_in_order():
    first = record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
    record(event=KettleBoiled(subject="kettle:2"), by=SOMEBODY, at=START)
    second = record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
    assert [entry.number for entry in history("kettle:1")] == [first, second]


@pytest.mark.django_db
def test_everyone_who_listens_gets_a_delivery(registry):
    registry.listener("one", kinds=("test.kettle_boiled",))(print)
    registry.listener("two", kinds=("test.kettle_boiled", "test.other"))(print)
    registry.listener("three", kinds=("test.other",))(print)
    record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
    assert set(Delivery.objects.values_list("listener", "next_try_at")) == {
        ("one", START),
        ("two", START),
    }


@pytest.mark.django_db
def test_many_are_recorded_as_one_is(registry, django_assert_num_queries):
    registry.listener("one", kinds=("test.kettle_boiled",))(print)
    events = [KettleBoiled(subject="kettle:1", cups=cups) for cups in range(5)]
    statements = {"sqlite": 2, "postgresql": 4}[connection.vendor]  # COPY takes its keys first
    with django_assert_num_queries(statements):
        assert record_many(events=events, by=SOMEBODY, at=START) == 5
    assert [entry.payload["cups"] for entry in history("kettle:1")] == [0, 1, 2, 3, 4]
    assert Delivery.objects.filter(listener="one", next_try_at=START).count() == 5
    assert record_many(events=[], by=SOMEBODY, at=START) == 0


@pytest.mark.django_db
def test_recording_costs_two_statements(registry, django_assert_num_queries):
    registry.listener("one", kinds=("test.kettle_boiled",))(print)
    registry.listener("two", kinds=("test.kettle_boiled",))(print)
    with django_assert_num_queries(2):
        record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded():
    with pytest.raises(OutsideTransaction, match="kettle_boiled"):
        record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_was_never_recorded(registry):
    registry.listener("one", kinds=("test.kettle_boiled",))(print)
    with transaction.atomic():
        record(event=KettleBoiled(subject="kettle:1"), by=SOMEBODY, at=START)
        transaction.set_rollback(True)
    assert (Entry.objects.count(), Delivery.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_history_is_one_index_read():
    for number in range(200):
        record(event=KettleBoiled(subject=f"kettle:{number}"), by=SOMEBODY, at=START)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE journal_entry")
        if connection.vendor == "postgresql":
            # Two hundred rows are read as fast one by one; what is asked is what the index can do.
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Entry.objects.filter(subject="kettle:1").order_by("pk").explain()
    assert "journal_entry_history" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


@pytest.mark.django_db
def test_a_job_asked_for_twice_stands_once(registry):
    registry.job("tea.pour")(print)
    for cups in (1, 2):
        enqueue(job="tea.pour", payload={"cups": cups}, due_at=START, key="table 4")
    assert list(Job.objects.values_list("payload", flat=True)) == [{"cups": 1}]


@pytest.mark.django_db
def test_a_job_that_nobody_does_is_refused(registry):
    with pytest.raises(JobUnknown, match=r"tea\.pour"):
        enqueue(job="tea.pour", payload={}, due_at=START, key="1")


def test_a_name_is_registered_once(registry):
    registry.listener("one", kinds=())(print)
    with pytest.raises(NameTaken, match="'one'"):
        registry.listener("one", kinds=())(print)
