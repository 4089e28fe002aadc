"""An appointment as a calendar file (RFC 5545), for the calendar of one's telephone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

MEDIA_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in the file; `uid` stays when the appointment moves, `sequence` grows."""

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    title: str
    place: str
    words: str
    address: str
    cancelled: bool = False


def written(entry: Entry, *, at: datetime) -> bytes:
    """Write one VEVENT with a reminder two hours before; times in UTC, lines folded."""
    begins = entry.starts_at.astimezone(UTC)
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=entry.minutes))
    event.add("summary", entry.title)
    event.add("location", entry.place)
    event.add("description", entry.words)
    event.add("url", entry.address)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if not entry.cancelled:
        event.add_component(_alarm(entry.title))
    calendar = Calendar()
    calendar.add("prodid", "-//motcua//appointments//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(hours=-2))
    alarm.add("description", words)
    return alarm
