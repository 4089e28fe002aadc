"""Counting attempts in the database, so that every process and machine sees the same count."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F

from motcua.identity.models import Attempts
from motcua.identity.models.sealed import mark
from motcua.identity.rules.limits import Limit, RateExceeded, sign_in_limits

KEPT = timedelta(days=1)


def consume(*, key: str, limit: int, window: timedelta, at: datetime) -> int:
    """Count one attempt under `key` and give the count; RateExceeded past `limit` in `window`.

    Call it outside the transaction of what is tried: a refused attempt must stay counted.
    """
    rule = Limit(limit, window)
    opened_at = rule.opened_at(at)
    count = _add_one(mark("attempts", key), opened_at, opened_at + window)
    if count == 1:
        Attempts.objects.filter(expires_at__lt=at - KEPT).delete()
    if count > limit:
        raise RateExceeded(retry_at=opened_at + window, at=at)
    return count


def give_back(*, key: str, window: timedelta, at: datetime) -> None:
    """Take one attempt back that turned out to be rightful."""
    Attempts.objects.filter(
        name=mark("attempts", key), opened_at=Limit(1, window).opened_at(at), count__gt=0
    ).update(count=F("count") - 1)


def attempt_sign_in(*, name: str, place: str, at: datetime) -> Callable[[], None]:
    """Count an attempt to log in under `name` from `place`; RateExceeded when there were too many.

    Gives a function to call when the password was right: then the attempt does not count.
    """
    counters = sign_in_limits(name=name, place=place)
    for key, limit in counters:
        consume(key=key, limit=limit.attempts, window=limit.window, at=at)

    def rightful() -> None:
        for key, limit in counters:
            give_back(key=key, window=limit.window, at=at)

    return rightful


def _add_one(name: str, opened_at: datetime, expires_at: datetime) -> int:
    moment = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO identity_attempts (name, opened_at, expires_at, count) "
            "VALUES (%s, %s, %s, 1) ON CONFLICT (name, opened_at) "
            "DO UPDATE SET count = identity_attempts.count + 1 RETURNING count",
            [name, moment(opened_at), moment(expires_at)],
        )
        return int(cursor.fetchone()[0])
