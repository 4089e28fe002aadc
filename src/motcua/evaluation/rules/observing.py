"""What usability sessions come to, all together."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from motcua.evaluation.values.usability import SessionView, Task, TaskSummary, TaskTold, Usability


def summed_up(sessions: Sequence[SessionView]) -> Usability:
    """Add up the sessions that are finished; those that go on do not count."""
    done = [one for one in sessions if one.finished_at is not None]
    told = {task: [t for one in done for t in one.tasks if t.task is task] for task in Task}
    every = [one.success for those in told.values() for one in those]
    return Usability(
        sessions=len(done),
        with_disability=sum(one.participant.disability is not None for one in done),
        success=Fraction(sum(every), 2 * len(every)) if every else None,
        tasks=tuple(_task(task, those) for task, those in told.items() if those),
    )


def _task(task: Task, told: Sequence[TaskTold]) -> TaskSummary:
    obstacles = Counter(obstacle for one in told for obstacle in one.obstacles)
    return TaskSummary(
        task=task,
        sessions=len(told),
        success=Fraction(sum(one.success for one in told), len(told)),
        done=sum(one.success > 0 for one in told),
        worst=max(one.severity or 0 for one in told),
        median=round(median(one.seconds for one in told)),
        obstacles=tuple(sorted(obstacles.items(), key=lambda pair: (-pair[1], pair[0].value))),
    )
