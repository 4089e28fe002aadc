"""Runs: shared by workers, one a host, resumed after a death, given up in the end."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from tests.factories import campaigns

from motcua.evaluation import actions, ports, tasks
from motcua.evaluation.actions import running
from motcua.evaluation.actions.reaching import outdate
from motcua.evaluation.actions.running import MOST_ATTEMPTS, SILENT
from motcua.evaluation.models import Campaign, Run, Subject, store
from motcua.evaluation.values.campaigns import CampaignRefused, RunTicket
from motcua.identity.values import SYSTEM
from motcua.journal.actions.work import claim
from motcua.journal.models import Entry, Job
from motcua.journal.tasks import drain
from motcua.kernel.words import Sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(db, judged_by):
    return campaigns.story(("H26",)).open()


def start(told, *agencies):
    return actions.start_runs(code=told.code, by=told.leader, at=told.at, agencies=agencies)


def take(row, at):
    return running.take_run(key=row.key, at=at)


def test_a_run_is_done_by_a_worker_and_everything_it_saw_is_kept(
    one, django_capture_on_commit_callbacks
):
    start(one)
    with django_capture_on_commit_callbacks(execute=True):
        assert drain(now=lambda: one.at) == 1
    row = Run.objects.get()
    assert (row.state, row.pages, row.attempts) == ("done", 1, 1)
    assert store.kept(row.evidence[0]["digest"]) == campaigns.PICTURE
    assert b"motcua-audit/1" in store.kept(row.audit_digest)
    assert not (store.run_folder(row.key) / "audit.json").exists()


def test_what_waits_or_is_done_is_not_asked_for_twice_unless_it_is_named(one):
    assert (start(one), start(one), start(one, "H26")) == (1, 0, 0)
    campaigns.do_runs(at=one.at)
    assert (start(one), start(one, "H26")) == (0, 1)
    assert list(Run.objects.values_list("number", flat=True).order_by("number")) == [1, 2]


def test_two_runs_never_look_at_one_host_at_once(judged_by):
    told = campaigns.story(("H26", "H30")).open()
    Subject.objects.update(address="https://chung.example/x")
    start(told)
    first, second = Run.objects.order_by("pk")
    at = told.at
    assert take(first, at) is not None
    assert take(second, at) is None
    later = Job.objects.order_by("-pk").first()
    assert (later.key, later.next_try_at) == (f"{second.key}/1", at + running.REST)
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.filter(pk=second.pk).update(state="running", token=uuid4())
    assert take(second, at + 2 * SILENT) is None
    assert take(second, at + 2 * SILENT) is not None


def test_one_that_died_is_taken_over_and_the_dead_can_write_nothing_more(one):
    start(one)
    row, at = Run.objects.get(), one.at
    dead = take(row, at)
    assert take(row, at + SILENT) is None
    heir = take(row, at + SILENT + timedelta(seconds=1))
    assert heir is not None
    folder = store.run_folder(row.key)
    campaigns.write_audit(folder, row.url)
    assert not running.beat_run(ticket=dead, pages=1, at=at)
    assert not running.record_run(ticket=dead, folder=folder, by=SYSTEM, at=at)
    running.put_off_run(ticket=dead, problem=Sentence("Hỏng", "Broken"), at=at)
    assert Run.objects.get().state == "running"
    assert running.record_run(ticket=heir, folder=folder, by=SYSTEM, at=at)
    assert Run.objects.get().attempts == 2


def test_whoever_holds_the_folder_need_not_wait_for_a_dead_worker(one):
    start(one)
    row, at = Run.objects.get(), one.at
    take(row, at)
    with store.alone(row.key) as held, store.alone(row.key) as second:
        assert (held, second) == (True, False)
        tasks.run({"run": str(row.key), "turn": 0}, at)
        assert Run.objects.get().attempts == 1
        later = Job.objects.order_by("-pk").first()
        assert (later.key, later.next_try_at) == (f"{row.key}/1", at + SILENT)
    tasks.run({"run": str(row.key), "turn": 1}, at)
    assert (Run.objects.get().state, Run.objects.get().attempts) == ("done", 2)


class Overtaken(campaigns.Looker):
    def look(self, ticket: RunTicket, *, folder, beat, now):
        Run.objects.update(token=uuid4())
        if not beat(1):
            raise ports.LookLost(ticket.url)
        raise AssertionError("it went on though another had taken over")


def test_one_that_was_overtaken_stops(one):
    start(one)
    with ports.instead(looker=Overtaken()):
        campaigns.do_runs(at=one.at)
    assert Run.objects.get().state == "running"


def test_what_fails_is_tried_again_later_and_given_up_in_the_end(one):
    start(one)
    failing = campaigns.Looker(fails=ports.LookFailed(Sentence("Không vào được", "No way in")))
    at = one.at
    with ports.instead(looker=failing):
        for attempt in range(MOST_ATTEMPTS):
            campaigns.do_runs(at=at + attempt * timedelta(hours=1))
    row = Run.objects.get()
    assert (row.state, row.attempts, row.problem_vi) == ("failed", 5, "Không vào được")
    assert len(failing.seen) == MOST_ATTEMPTS
    assert Entry.objects.filter(kind="evaluation.run_failed").count() == 1
    assert start(one) == 1


def test_what_leaves_no_audit_is_tried_again(one):
    class Empty(campaigns.Looker):
        def look(self, ticket, *, folder, beat, now):
            return folder

    start(one)
    with ports.instead(looker=Empty()):
        campaigns.do_runs(at=one.at)
    row = Run.objects.get()
    assert (row.state, row.turns) == ("waiting", 1)
    assert "FileNotFoundError" in row.problem_vi


def test_a_run_whose_workers_all_die_is_given_up(one):
    start(one)
    row, at = Run.objects.get(), one.at
    for attempt in range(MOST_ATTEMPTS):
        assert take(row, at + attempt * 2 * SILENT) is not None
    assert take(row, at + MOST_ATTEMPTS * 2 * SILENT) is None
    assert Run.objects.get().problem_vi == "Các lần kiểm tra đều dừng đột ngột."


def test_the_worker_asks_again_for_what_nobody_shows_life_of(one):
    start(one)
    row, at = Run.objects.get(), one.at
    take(row, at)
    tasks.mind_runs(at + SILENT)
    assert Run.objects.get().state == "running"
    tasks.mind_runs(at + 4 * SILENT)
    assert Run.objects.get().state == "waiting"
    assert Job.objects.filter(key=f"{row.key}/1").exists()


class Slow(campaigns.Looker):
    def look(self, ticket, *, folder, beat, now):
        found = Job.objects.get(name=running.RUN)
        self.until = found.next_try_at
        return super().look(ticket, folder=folder, beat=beat, now=now)


def test_the_lease_of_the_job_is_short_and_moves_while_the_run_shows_life(one):
    start(one)
    at, slow = one.at, Slow()
    jobs = Job.objects.filter(name=running.RUN)
    hour = at + timedelta(hours=1)
    (held,) = claim(jobs.filter(state="waiting"), worker="w", at=at, until=hour, limit=1)
    with ports.instead(looker=slow):
        tasks.run(held.payload, at)
    assert slow.until == at + SILENT


def test_what_was_computed_no_longer_holds_after_another_look(one):
    one.run().compute()
    assert Campaign.objects.get().computed_at is not None
    start(one, "H26")
    campaigns.do_runs(at=one.at)
    assert Campaign.objects.get().computed_at is None


def test_nobody_looks_at_a_portal_without_an_address_or_before_it_is_open(judged_by):
    told = campaigns.story(("H26",))
    with pytest.raises(CampaignRefused):
        start(told)
    told.open()
    Subject.objects.update(address="")
    assert start(told) == 0


def test_what_was_computed_before_another_look_was_known_no_longer_holds(one):
    start(one)
    before = Campaign.objects.get()
    Campaign.objects.update(computed_at=one.at)
    outdate(before)
    assert Campaign.objects.get().computed_at is None
