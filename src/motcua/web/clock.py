"""The clock at the door: read once per request, then passed on as an argument."""

from datetime import UTC, date, datetime

from motcua.kernel.calendar import local_day


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 -- the door's clock


def today() -> date:
    """Return the day it is in Hà Nội, by which the law counts; in UTC it may be the day before."""
    return local_day(now())
