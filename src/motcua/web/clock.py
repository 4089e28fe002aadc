"""The clock at the door: read once per request, then passed on as an argument."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 -- the door's clock
