"""Quiet hours: when something that rings may go out."""

from datetime import datetime, timedelta

from motcua.kernel.calendar import HANOI
from motcua.notifications.values import Channel, QuietHours


def release_at(channel: Channel, quiet: QuietHours | None, at: datetime) -> datetime:
    """Give when a message may be handed over: `at`, or when the quiet hours that hold it end.

    What does not ring is never held, nor is anything without quiet hours (None: urgent).
    """
    if quiet is None or not channel.disturbs or not is_quiet(quiet, at):
        return at
    local = at.astimezone(HANOI)
    end = datetime.combine(local.date(), quiet.end, HANOI)
    return end if end > local else end + timedelta(days=1)


def is_quiet(quiet: QuietHours, at: datetime) -> bool:
    """Tell whether it is quiet at a moment; the first minute of the end is no longer quiet."""
    now = at.astimezone(HANOI).time()
    if quiet.start <= quiet.end:
        return quiet.start <= now < quiet.end
    return now >= quiet.start or now < quiet.end
