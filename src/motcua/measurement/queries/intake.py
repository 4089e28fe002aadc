"""What comes in, as those see it who run the measuring: sent, turned away, still waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence
from motcua.measurement.models import spool
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.values.periods import Period

if TYPE_CHECKING:
    from motcua.measurement.queries.engine import Readable

OUTCOMES = ("accepted", "robot", "replayed", "late", "masked", "refused")
"""What becomes of a fact, from good to bad. Masked: taken with what names a person cut out."""
_SENT = """
SELECT {keys}, CAST(sum(facts) AS BIGINT),
       max(date_diff('second', DATE '1970-01-01', day) + last_second)
  FROM connections_daily
 WHERE day BETWEEN $first AND $last {only}
 GROUP BY ALL ORDER BY ALL"""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many facts of a site (0: sites nobody knows) had one outcome on a day, and the last."""

    day: date
    site: int
    source: str
    outcome: str
    reason: str
    facts: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is safe on disk and not counted yet; `oldest_at`: when its first segment was closed."""

    segments: int
    size: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class TurnedAwayOnce:
    """An example of what was turned away, as it came but for what names a person."""

    at: datetime
    site: int
    source: str
    reason: str
    field: str
    sentence: Sentence
    example: str


def sent(
    period: Period, *, site: int | None = None, lake: "Readable | None" = None
) -> tuple[Sent, ...]:
    """Give what was sent on each day, by site, source, outcome and reason; of one site only."""
    only = "AND site = $site" if site is not None else ""
    keys = "day, site, source, outcome, coalesce(reason, '')"
    asked: dict[str, object] = {"first": period.first, "last": period.last}
    if site is not None:
        asked["site"] = site
    connection = (lake or the_lake()).connection()
    rows = connection.execute(_SENT.format(keys=keys, only=only), asked).fetchall()
    return tuple(
        Sent(day, number, source, outcome, reason, facts, _moment(second))
        for day, number, source, outcome, reason, facts, second in rows
    )


def waiting() -> Waiting:
    """Give what waits in the spool to be counted."""
    found = spool.closed(Path(settings.MEASUREMENT) / "spool")
    told = [file.stat() for file in found if file.exists()]
    oldest = min((one.st_mtime for one in told), default=None)
    at = datetime.fromtimestamp(oldest, UTC) if oldest is not None else None
    return Waiting(len(told), sum(one.st_size for one in told), at)


def turned_away(*, since: date, sites: Sequence[int] = ()) -> tuple[TurnedAwayOnce, ...]:
    """Give examples of what was turned away since a day, the latest first; of some sites only.

    At most a thousand are given.
    """
    found = spool.examples(Path(settings.MEASUREMENT) / "spool", since=since, sites=sites)
    return tuple(
        TurnedAwayOnce(
            at=one.at,
            site=one.site,
            source=one.source,
            reason=one.reason,
            field=one.field,
            sentence=Sentence(one.vi, one.en),
            example=one.example,
        )
        for one in found
    )


def _moment(second: int | None) -> datetime | None:
    """Turn a second by Hà Nội's clock into a moment."""
    if second is None:
        return None
    return datetime.fromtimestamp(second, UTC).replace(tzinfo=HANOI).astimezone(UTC)
