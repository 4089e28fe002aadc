"""Usability sessions: five tasks, nobody's name, counted when they are whole."""

import pytest
from tests.factories import campaigns

from motcua.evaluation import actions
from motcua.evaluation.models import UsabilitySession
from motcua.evaluation.queries import results
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.usability import (
    AgeBand,
    Device,
    Disability,
    Obstacle,
    Participant,
    Task,
    TaskTold,
)
from motcua.journal.models import Entry

pytestmark = pytest.mark.django_db
WHO = Participant(
    age=AgeBand.FROM_60, device=Device.PHONE, disability=Disability.VISION, consents=True
)


@pytest.fixture
def one(db, judged_by):
    return campaigns.story(("H26",)).open()


def begin(told, participant=WHO, by=None):
    return actions.begin_session(
        code=told.code, agency="H26", participant=participant, by=by or told.first, at=told.at
    )


def tell(told, session, by=None, **but):
    what = {"task": Task.FIND, "success": 2, "seconds": 40} | but
    actions.record_task(
        code=told.code,
        agency="H26",
        session=session,
        told=TaskTold(**what),
        by=by or told.first,
        at=told.at,
    )


def finish(told, session):
    actions.finish_session(code=told.code, agency="H26", session=session, by=told.first, at=told.at)


def test_five_tasks_make_a_session_that_counts(one):
    session = begin(one)
    tell(one, session, success=0, severity=4, obstacles=(Obstacle.SMALL,))
    for task in Task:
        tell(one, session, task=task)
    tell(one, session, task=Task.PAY, success=1, severity=2, obstacles=(Obstacle.CODE,))
    finish(one, session)
    (seen,) = results.sessions(viewer=one.first, code=one.code)
    assert [told.task for told in seen.tasks] == list(Task)
    assert seen.tasks[0] == TaskTold(task=Task.FIND, success=2, seconds=40)
    found = results.usability(viewer=one.leader, code=one.code)
    assert (found.sessions, found.with_disability) == (1, 1)
    with pytest.raises(CampaignRefused):
        tell(one, session)


def test_nothing_says_who_it_was(one):
    begin(one)
    entry = Entry.objects.get(kind="evaluation.session_begun")
    assert set(entry.payload) <= {"subject", "agency", "session"}
    assert "vision" not in str(entry.payload)


def test_a_disability_is_told_with_consent_only(one):
    told = Participant(age=AgeBand.FROM_30, device=Device.COMPUTER, disability=Disability.HEARING)
    with pytest.raises(CampaignRefused):
        begin(one, told)
    begin(one, Participant(age=AgeBand.FROM_30, device=Device.COMPUTER))
    assert UsabilitySession.objects.get().disability == ""


def test_a_session_with_tasks_left_does_not_end(one):
    session = begin(one)
    tell(one, session)
    with pytest.raises(CampaignRefused) as refused:
        finish(one, session)
    assert refused.value.sentence.vi == "Còn 4 việc chưa ghi kết quả."


@pytest.mark.parametrize(
    "but",
    [
        {"success": 3},
        {"success": -1},
        {"success": 1},
        {"success": 1, "severity": 5},
        {"seconds": 0},
        {"seconds": 100_000},
    ],
)
def test_scales_are_kept(one, but):
    session = begin(one)
    with pytest.raises(CampaignRefused):
        tell(one, session, **but)


def test_only_the_one_who_sits_beside_writes(one):
    session = begin(one)
    for other in (one.second, one.leader, one.heads["H26"]):
        with pytest.raises(CampaignRefused):
            tell(one, session, by=other)
    with pytest.raises(CampaignRefused):
        begin(one, by=one.heads["H26"])
