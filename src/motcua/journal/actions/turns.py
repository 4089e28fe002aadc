"""Periodic entries and signs of life."""

from datetime import datetime, timedelta

from motcua.journal.models import Beat, Turn


def take_turn(*, name: str, every: timedelta, at: datetime) -> bool:
    """Say whether it is this worker's turn to run a periodic entry, which is then put off."""
    due_at = Turn.objects.filter(name=name).values_list("due_at", flat=True).first()
    if due_at is None:
        Turn.objects.bulk_create([Turn(name=name, due_at=at)], ignore_conflicts=True)
        due_at = at
    if due_at > at:
        return False
    return Turn.objects.filter(name=name, due_at=due_at).update(due_at=at + every) == 1


def beat(*, name: str, process: int, started_at: datetime, done: int, at: datetime) -> None:
    """Write down that a worker lives and how much it has done since it started."""
    Beat.objects.update_or_create(
        name=name,
        defaults={"process": process, "started_at": started_at, "seen_at": at, "done": done},
    )
