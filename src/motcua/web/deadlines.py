"""How a deadline is shown: what is left of it, in words, and how it looks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.kernel.calendar import local_day

SOON = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Remaining:
    """`state` is one of the looks of the deadline block; `words` may be empty."""

    state: str
    words: str
    tone: str


def remaining(
    due_at: datetime | None,
    *,
    now: datetime,
    ended_at: datetime | None = None,
    paused: bool = False,
) -> Remaining:
    """Say how much time is left until `due_at` at `now`, or how it ended at `ended_at`."""
    if ended_at is not None and due_at is not None:
        return _ended(due_at, ended_at)
    if paused or due_at is None:
        return Remaining("paused", "", "neutral")
    if due_at < now:
        return Remaining("late", _("Quá hạn %(time)s") % {"time": _span(now - due_at)}, "bad")
    words = _("Còn %(time)s") % {"time": _span(due_at - now)}
    same_day = local_day(due_at) == local_day(now)
    soon = same_day or due_at - now < SOON
    return Remaining("soon" if soon else "running", words, "warn" if soon else "info")


def _ended(due_at: datetime, ended_at: datetime) -> Remaining:
    if ended_at > due_at:
        return Remaining("late", _("Trễ %(time)s") % {"time": _span(ended_at - due_at)}, "bad")
    return Remaining("done", _("Đúng hạn"), "good")


def _span(length: timedelta) -> str:
    if length >= timedelta(days=1):
        return ngettext("%(n)s ngày", "%(n)s ngày", length.days) % {"n": length.days}
    hours = length.seconds // 3600
    if hours:
        return ngettext("%(n)s giờ", "%(n)s giờ", hours) % {"n": hours}
    minutes = max(1, length.seconds // 60)
    return ngettext("%(n)s phút", "%(n)s phút", minutes) % {"n": minutes}
