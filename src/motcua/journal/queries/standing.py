"""How the work stands: what waits, what lies dead, who is alive."""

from datetime import datetime
from typing import Literal

from django.db.models import Count, Min

from motcua.journal.models import Beat, Delivery, Job, WorkState
from motcua.journal.values import Lag, Work, WorkerSeen


def lag(at: datetime) -> Lag:
    """Say how much work is due and not done, how old the oldest is, and how much lies dead."""
    pending, dead, oldest = 0, 0, at
    for rows in (Delivery.objects.all(), Job.objects.all()):
        due = rows.filter(state=WorkState.WAITING, next_try_at__lte=at).aggregate(
            number=Count("pk"), oldest=Min("next_try_at")
        )
        pending += due["number"]
        oldest = min(oldest, due["oldest"] or at)
        dead += rows.filter(state=WorkState.DEAD).count()
    return Lag(pending=pending, oldest_seconds=(at - oldest).total_seconds(), dead=dead)


def undone(*, state: Literal["waiting", "dead"], limit: int = 100) -> tuple[Work, ...]:
    """List deliveries and jobs that wait or lie dead, oldest first, at most `limit` of each."""
    deliveries = Delivery.objects.filter(state=state).select_related("entry").order_by("pk")
    jobs = Job.objects.filter(state=state).order_by("pk")
    return (
        *(
            Work(
                number=row.pk,
                sort="delivery",
                name=row.listener,
                about=f"{row.entry.kind} {row.entry.subject}",
                state=row.state,
                attempts=row.attempts,
                next_try_at=row.next_try_at,
                problem=row.problem,
            )
            for row in deliveries[:limit]
        ),
        *(
            Work(
                number=row.pk,
                sort="job",
                name=row.name,
                about=row.key,
                state=row.state,
                attempts=row.attempts,
                next_try_at=row.next_try_at,
                problem=row.problem,
            )
            for row in jobs[:limit]
        ),
    )


def workers() -> tuple[WorkerSeen, ...]:
    """Give the last sign of life of every worker that ever ran, latest first."""
    return tuple(
        WorkerSeen(
            name=row.name,
            process=row.process,
            started_at=row.started_at,
            seen_at=row.seen_at,
            done=row.done,
        )
        for row in Beat.objects.order_by("-seen_at")
    )
