"""What usability sessions come to."""

from datetime import UTC, datetime
from fractions import Fraction
from uuid import uuid4

from motcua.evaluation.rules.observing import summed_up
from motcua.evaluation.values.usability import (
    AgeBand,
    Device,
    Disability,
    Obstacle,
    Participant,
    SessionView,
    Task,
    TaskTold,
)

AT = datetime(2026, 5, 1, tzinfo=UTC)


def session(*told, finished=True, disability=None):
    return SessionView(
        key=uuid4(),
        campaign="dg-2026-001",
        agency="H26",
        facilitator="Ai đó",
        participant=Participant(
            age=AgeBand.FROM_60, device=Device.PHONE, disability=disability, consents=True
        ),
        begun_at=AT,
        finished_at=AT if finished else None,
        tasks=told,
    )


def told(task, success, seconds, *obstacles, severity=None):
    return TaskTold(
        task=task, success=success, seconds=seconds, severity=severity, obstacles=obstacles
    )


def test_finished_sessions_are_added_up_and_others_do_not_count():
    found = summed_up(
        [
            session(
                told(Task.FIND, 2, 30),
                told(Task.PAY, 0, 100, Obstacle.SLOW, Obstacle.CODE, severity=4),
                disability=Disability.VISION,
            ),
            session(told(Task.FIND, 1, 50, Obstacle.SLOW, severity=2), told(Task.PAY, 2, 60)),
            session(told(Task.FIND, 0, 999, severity=4), finished=False),
        ]
    )
    assert (found.sessions, found.with_disability, found.success) == (2, 1, Fraction(5, 8))
    find, pay = found.tasks
    assert (find.task, find.success, find.done, find.worst) == (Task.FIND, Fraction(3, 2), 2, 2)
    assert (find.median, find.obstacles) == (40, ((Obstacle.SLOW, 1),))
    assert (pay.done, pay.worst) == (1, 4)
    assert pay.obstacles == ((Obstacle.CODE, 1), (Obstacle.SLOW, 1))


def test_no_session_says_nothing():
    found = summed_up([])
    assert (found.sessions, found.success, found.tasks) == (0, None, ())
