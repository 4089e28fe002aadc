"""How long to wait before work that failed is tried again."""

from datetime import timedelta

LONGEST = timedelta(hours=1)


def pause(attempts: int) -> timedelta:
    """Double the pause with every attempt: 2 s, 4 s, 8 s … up to an hour."""
    return min(timedelta(seconds=2 ** min(attempts, 12)), LONGEST)
