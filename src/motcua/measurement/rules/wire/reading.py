"""What every dialect reads alike: words without what breaks a line, moments, portals."""

import hmac
import json
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from urllib.parse import unquote_plus

from motcua.measurement.rules import privacy
from motcua.measurement.rules.wire.hearing import Sites, Tally
from motcua.measurement.rules.wire.refusals import Reason
from motcua.measurement.values.sites import Site

LATE = timedelta(hours=48)
SKEW = timedelta(minutes=5)
DETAIL = 200
_HANOI = 7 * 3_600
_EPOCH = date(1970, 1, 1).toordinal()
_OLDEST = 946_684_800  # the year 2000; older moments are mistakes


class Unfit(Exception):
    """A field cannot be taken; carries the reason, never a value."""

    def __init__(self, reason: Reason, field: str) -> None:
        super().__init__(reason, field)
        self.reason = reason
        self.field = field


def day_and_second(at: datetime) -> tuple[date, int]:
    """Give the day in Hà Nội of a moment, and its second from midnight."""
    days, second = divmod(int(at.timestamp()) + _HANOI, 86_400)
    return _day(days), second


@lru_cache(maxsize=4_096)
def _day(days: int) -> date:
    return date.fromordinal(_EPOCH + days)


def site_of(number: str, sites: Sites, at: datetime) -> Site:
    """Find the portal of a number; raise Unfit where it is none, unknown or closed."""
    if not number.isdecimal():
        raise Unfit(Reason.VALUE if number else Reason.MISSING, "idsite")
    site = sites.get(int(number)) if len(number) < 10 else None
    if site is None:
        raise Unfit(Reason.UNKNOWN_SITE, "idsite")
    if site.until is not None and day_and_second(at)[0] > site.until:
        raise Unfit(Reason.CLOSED_SITE, "idsite")
    return site


def holds_secret(site: Site, token: str) -> bool:
    """Say whether `token` is the portal's secret; a portal without one is never trusted."""
    return bool(site.secret) and hmac.compare_digest(
        site.secret.encode(), token.encode("utf-8", "replace")
    )


def moment(told: str, heard_at: datetime, *, trusted: bool, field: str) -> datetime:
    """Read when it happened: `2026-03-16 08:00:00` or ISO 8601 (UTC), or a Unix time.

    Up to 5 minutes ahead of the receiver's clock counts as now; further ahead, older than 48
    hours without trust, or before 2000 raises Unfit.
    """
    at = _moment(told)
    if at is None:
        raise Unfit(Reason.VALUE, field)
    return in_time(at, heard_at, trusted=trusted, field=field)


def in_time(at: datetime, heard_at: datetime, *, trusted: bool, field: str) -> datetime:
    """Hold a moment to the rules for clocks and late facts; raise Unfit where it breaks them."""
    if at > heard_at:
        if at - heard_at > SKEW:
            raise Unfit(Reason.FUTURE, field)
        return heard_at
    if heard_at - at > LATE and not trusted:
        raise Unfit(Reason.LATE, field)
    return at


def _moment(told: str) -> datetime | None:
    try:
        if told.isdecimal():
            seconds = int(told[:12])
            return datetime.fromtimestamp(seconds, UTC) if seconds >= _OLDEST else None
        at = datetime.fromisoformat(told.strip())
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return at if at.timestamp() >= _OLDEST else None
    except (ValueError, OverflowError, OSError):
        return None


def decoded(raw: str) -> str:
    """Undo a query's coding of a value."""
    return unquote_plus(raw) if "%" in raw or "+" in raw else raw


def kept(text: str, site: int, tally: Tally | None) -> str:
    """Give words of a client as they may be kept: one printable line of at most 200 characters.

    What names a person is masked and counted in `tally`.
    """
    text = text[: 4 * DETAIL].strip()
    if not text.isprintable() or "\\" in text:
        text = "".join(each if each.isprintable() and each != "\\" else " " for each in text)
    kind = privacy.names_a_person(text)
    if kind is not None:
        count(tally, site, kind)
        text = privacy.masked(text)
    return text.strip()[:DETAIL]


def written(told: object) -> str:
    """Write what was read from JSON as JSON again; nothing where that nests too deep to write."""
    try:
        return json.dumps(told, ensure_ascii=False)
    except RecursionError:
        return ""


def count(tally: Tally | None, site: int, kind: str) -> None:
    """Count something that was taken out."""
    if tally is not None:
        tally[site, kind] = tally.get((site, kind), 0) + 1
