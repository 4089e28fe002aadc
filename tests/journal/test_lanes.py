from datetime import timedelta

import pytest
from django.db import connection
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.journal import actions, queries
from motcua.journal.actions import work
from motcua.journal.models import Delivery, Job, WorkState
from motcua.journal.tasks import drain, lanes

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(registry):
    """What the listener `ear` has heard; `heard.deaf` makes it raise."""

    class Heard(list):
        deaf = False

    heard = Heard()

    @registry.listener("ear", kinds=("test.kettle_boiled",))
    def ear(entry):
        if heard.deaf:
            raise RuntimeError("không nghe được")
        heard.append(entry.payload["cups"])

    return heard


def boil(*cups):
    for cup in cups:
        actions.record(event=KettleBoiled(subject="kettle:1", cups=cup), by=SOMEBODY, at=START)


def test_every_entry_is_heard_once_in_order(heard, clock):
    boil(*range(45))
    assert drain(now=clock) == 45
    assert heard == list(range(45))
    assert drain(now=clock) == 0
    assert queries.lag(clock.at).pending == 0


def test_what_fails_is_tried_again_with_growing_pauses(heard, clock):
    boil(1)
    heard.deaf = True
    waits = []
    for _ in range(3):
        drain(now=clock)
        row = Delivery.objects.get()
        waits.append((row.next_try_at - clock.at).total_seconds())
        clock.at = row.next_try_at
    heard.deaf = False
    assert drain(now=clock) == 1
    assert (waits, heard) == ([2, 4, 8], [1])


def test_one_failure_does_not_hold_up_the_others(registry, clock):
    heard = []

    @registry.listener("ear", kinds=("test.kettle_boiled",))
    def ear(entry):
        heard.append(entry.payload["cups"] if entry.payload["cups"] != 2 else 1 / 0)

    boil(1, 2, 3)
    drain(now=clock)
    assert heard == [1, 3]
    assert [row.problem for row in queries.undone(state="waiting")] == [
        "ZeroDivisionError: division by zero"
    ]


def test_after_the_last_attempt_it_lies_dead_until_asked_for(heard, clock):
    boil(1)
    heard.deaf = True
    for _ in range(12):
        drain(now=clock)
        clock.forward(hours=2)
    (dead,) = queries.undone(state="dead")
    assert (dead.name, dead.attempts, dead.problem) == ("ear", 12, "RuntimeError: không nghe được")
    assert queries.lag(clock.at).dead == 1
    heard.deaf = False
    assert drain(now=clock) == 0
    assert actions.retry_dead(name="ear", at=clock.at) == 1
    assert (drain(now=clock), heard) == (1, [1])


def test_two_claims_never_share_a_row(heard, clock):
    boil(*range(30))
    until = clock.at + timedelta(seconds=30)
    waiting = work.deliveries(["ear"])
    first = work.claim(waiting, worker="a", at=clock.at, until=until, limit=20)
    second = work.claim(waiting, worker="b", at=clock.at, until=until, limit=20)
    assert (len(first), len(second)) == (20, 10)
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_a_dead_worker_loses_its_lease(heard, clock):
    boil(1)
    until = clock.at + timedelta(seconds=30)
    work.claim(work.deliveries(["ear"]), worker="gone", at=clock.at, until=until, limit=20)
    clock.forward(seconds=29)
    assert drain(now=clock) == 0
    clock.forward(seconds=1)
    assert (drain(now=clock), heard) == (1, [1])


def test_a_worker_back_from_the_dead_takes_its_leases_back_at_once(heard, clock):
    boil(1)
    until = clock.at + timedelta(seconds=30)
    work.claim(work.deliveries(["ear"]), worker="back", at=clock.at, until=until, limit=20)
    assert work.reclaim(worker="other", at=clock.at) == 0
    assert work.reclaim(worker="back", at=clock.at) == 1
    assert drain(now=clock) == 1


def test_who_lost_the_lease_cannot_mark(heard, clock):
    boil(1)
    until = clock.at + timedelta(seconds=30)
    waiting = work.deliveries(["ear"])
    (row,) = work.claim(waiting, worker="slow", at=clock.at, until=until, limit=20)
    clock.forward(seconds=31)
    work.claim(
        waiting, worker="quick", at=clock.at, until=clock.at + timedelta(seconds=30), limit=20
    )
    assert work.finish(waiting, numbers=[row.pk], worker="slow", at=clock.at) == 0
    assert Delivery.objects.get().state == WorkState.WAITING


def test_what_was_tried_before_comes_alone(heard, clock):
    boil(1, 2, 3)
    waiting = work.deliveries(["ear"])
    rows = work.claim(waiting, worker="a", at=clock.at, until=clock.at, limit=20)
    assert len(rows) == 3
    again = work.claim(waiting, worker="a", at=clock.at, until=clock.at, limit=20)
    assert len(again) == 1


def test_what_kills_every_worker_dies_itself(heard, clock):
    boil(1)
    Delivery.objects.update(attempts=12)
    drain(now=clock)
    (dead,) = queries.undone(state="dead")
    assert (dead.problem, heard) == ("every worker that took this up died", [])


def test_a_worker_that_is_to_end_gives_back_what_it_has_not_begun(registry, clock):
    heard = []
    registry.listener("ear", kinds=("test.kettle_boiled",))(heard.append)
    boil(1, 2, 3)
    inside, *_ = lanes(worker="w", now=clock, stopping=lambda: len(heard) == 1)
    inside.turn()
    assert len(heard) == 1
    left = Delivery.objects.exclude(state=WorkState.DONE)
    assert set(left.values_list("attempts", "leased_by", "next_try_at")) == {(0, "", START)}
    assert (inside.done, left.count()) == (1, 2)


def test_a_new_listener_gets_old_entries_only_when_asked(registry, clock):
    boil(1, 2)
    heard = []
    registry.listener("late", kinds=("test.kettle_boiled",))(heard.append)
    boil(3)
    drain(now=clock)
    assert [entry.payload["cups"] for entry in heard] == [3]
    assert actions.replay(listener="late", at=clock.at) == 2
    assert actions.replay(listener="late", at=clock.at) == 0
    drain(now=clock)
    assert [entry.payload["cups"] for entry in heard] == [3, 1, 2]


def test_a_listener_nobody_knows_is_refused(registry, clock):
    with pytest.raises(actions.ListenerUnknown, match="'nobody'"):
        actions.replay(listener="nobody", at=clock.at)


def test_jobs_wait_for_their_moment_and_know_it(registry, clock):
    poured = []
    registry.job("tea.pour", lane="outside")(lambda payload, at: poured.append((payload, at)))
    later = START + timedelta(hours=1)
    actions.enqueue(job="tea.pour", payload={"cups": 2}, due_at=later, key="1")
    assert drain(now=clock) == 0
    clock.at = later
    assert drain(now=clock) == 1
    assert poured == [({"cups": 2}, later)]
    assert Job.objects.get().done_at == later


def test_long_work_holds_up_no_mail(registry, clock):
    """While a list is written, letters go; lists that wait stay free for another worker."""
    sent, letters = [], []

    @registry.job("list.write", lane="long", lease=timedelta(minutes=10))
    def write(payload, at):
        _, outside, _ = lanes(worker="w", now=clock)
        outside.turn()
        letters.append(list(sent))
        assert Job.objects.filter(name="list.write", leased_by="").count() == payload["waiting"]

    registry.job("mail.send", lane="outside")(lambda payload, at: sent.append(payload["to"]))
    for number in (1, 2):
        actions.enqueue(
            job="list.write", payload={"waiting": 2 - number}, due_at=START, key=str(number)
        )
    actions.enqueue(job="mail.send", payload={"to": "thu"}, due_at=START, key="1")
    _, _, long = lanes(worker="w", now=clock)
    while long.turn():
        pass
    assert letters == [["thu"], ["thu"]]


def test_a_job_has_its_own_number_of_attempts(registry, clock):
    registry.job("tea.spill", attempts=2)(lambda payload, at: 1 / 0)
    actions.enqueue(job="tea.spill", payload={}, due_at=START, key="1")
    for _ in range(5):
        drain(now=clock)
        clock.forward(hours=1)
    assert Job.objects.values_list("state", "attempts").get() == ("dead", 2)


def test_a_due_claim_reads_the_index(heard):
    assert work.any_due("delivery", START) is False
    boil(*range(200))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE journal_delivery")
    plan = work.deliveries(["ear"]).filter(next_try_at__lte=START).order_by("next_try_at", "pk")
    assert "journal_delivery_due" in plan[:10].explain()
